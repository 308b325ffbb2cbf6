"""Frozen values in the words of the field: items, viewers, interactions, queries, slates."""

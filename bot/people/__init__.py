"""Whose account it is."""

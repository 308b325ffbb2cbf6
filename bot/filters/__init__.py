"""Filters as people type them, in every language. Pure."""

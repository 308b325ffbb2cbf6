"""Titles and what connects them."""

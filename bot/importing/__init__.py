"""Bringing in catalogues and histories from files."""

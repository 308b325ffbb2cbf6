"""Readers of exports from other services."""

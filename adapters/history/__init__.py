"""Keepers of watch histories, one folder each."""

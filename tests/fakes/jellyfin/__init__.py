"""A Jellyfin 12 that lives in a test."""

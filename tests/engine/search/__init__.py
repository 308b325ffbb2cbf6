"""Finding titles and people."""

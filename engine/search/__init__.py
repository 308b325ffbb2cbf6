"""Finding titles and people by name, typos forgiven."""

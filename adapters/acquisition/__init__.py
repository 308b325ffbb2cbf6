"""Services that get titles, a folder each."""

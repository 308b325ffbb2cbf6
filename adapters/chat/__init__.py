"""Chat platforms, one folder each, declaring ``PLATFORM``."""

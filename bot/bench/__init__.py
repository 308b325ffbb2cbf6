"""Measurements of the service itself: one file each, declaring ``BENCH``."""

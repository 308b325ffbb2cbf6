"""One file per button verb, each declaring ``PRESS``."""

"""One file per command, each declaring ``COMMAND``."""

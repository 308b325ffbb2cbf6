"""One file per scorer, each declaring ``SCORER``."""

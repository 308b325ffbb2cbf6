"""What ``recommendarr`` can be told in a shell; one file per verb, each declaring ``VERB``."""

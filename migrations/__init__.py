"""The database's history, one revision a file in ``versions``; run with ``recommendarr migrate``."""

"""A file per page; each declares PAGE."""

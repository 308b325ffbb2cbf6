"""Catalogues of the world, one folder each."""

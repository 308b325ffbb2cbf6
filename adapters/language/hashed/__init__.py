"""Vectors from hashed words and letters: no weights, no network, the same on every machine."""

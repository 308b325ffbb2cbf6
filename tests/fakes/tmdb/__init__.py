"""A TMDB of our own that speaks the real protocol."""

from tests.fakes.tmdb.server import FakeTmdb, start

__all__ = ["FakeTmdb", "start"]

"""A Tautulli of our own that speaks the real protocol."""

from tests.fakes.tautulli.server import FakeTautulli, start

__all__ = ["FakeTautulli", "start"]

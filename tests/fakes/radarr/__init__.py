"""A stand-in for Radarr that refuses what the real one refuses."""

from tests.fakes.radarr.server import FakeRadarr

__all__ = ["FakeRadarr"]

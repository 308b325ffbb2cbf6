"""A stand-in for Sonarr that refuses what the real one refuses."""

from tests.fakes.sonarr.server import FakeSonarr

__all__ = ["FakeSonarr"]

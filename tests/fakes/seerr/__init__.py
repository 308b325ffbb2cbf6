"""A stand-in for Seerr that refuses what the real one refuses."""

from tests.fakes.seerr.server import FakeSeerr
from tests.fakes.seerr.world import ADMIN, AUTO_APPROVE, REQUEST, User

__all__ = ["ADMIN", "AUTO_APPROVE", "REQUEST", "FakeSeerr", "User"]

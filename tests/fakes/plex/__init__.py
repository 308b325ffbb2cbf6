"""A Plex Media Server and plex.tv over real sockets, with a world that is made when it is asked for."""

from tests.fakes.plex.server import PlexFake, start
from tests.fakes.plex.world import PlexWorld

__all__ = ["PlexFake", "PlexWorld", "start"]

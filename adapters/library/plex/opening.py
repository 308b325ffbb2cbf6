"""Makes the clients of one Plex server. Nothing is asked of it yet."""

from __future__ import annotations

from adapters.library.plex.client import PlexClient
from adapters.library.plex.client_tv import PlexTv
from adapters.library.plex.ourselves import client_identifier, headers
from adapters.library.plex.server import Plex
from adapters.library.plex.sign_in import PlexSignIn
from bot.integration import Health, Instance, Opened, Outside


async def open_plex(instance: Instance, outside: Outside) -> Opened:
    """The server and the signing in with its accounts."""
    identifier = await client_identifier(outside.storage)
    introduction = headers(identifier)
    client, tv = PlexClient(instance, outside, introduction), PlexTv(instance, outside, introduction)
    server = Plex(client, tv, outside.clock)

    def health() -> Health:
        return client.health if client.health.trouble or not tv.health.trouble else tv.health

    return Opened(
        instance,
        close=server.close,
        health=health,
        server=server,
        sign_in=PlexSignIn(tv, identifier, outside.clock, server.accounts),
    )

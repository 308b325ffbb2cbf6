"""Jellyfin: libraries, people, playing, signing in by Quick Connect, and its webhook plugin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from adapters.library.jellyfin.client import JellyfinClient
from adapters.library.jellyfin.server import JellyfinServer
from adapters.library.jellyfin.settings import NAME, instances
from adapters.library.jellyfin.sign_in import QuickConnect
from adapters.library.jellyfin.webhook import identify, read
from bot.integration import Instance, Integration, Opened, Outside, Port

if TYPE_CHECKING:
    from bot.settings import Settings


async def _open(instance: Instance, outside: Outside) -> Opened:
    client = JellyfinClient(instance, outside)
    return Opened(
        instance,
        close=client.close,
        health=lambda: client.health,
        server=JellyfinServer(client),
        sign_in=QuickConnect(client),
    )


def _steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    address = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    # What proves a report is not written out here: whoever sets it up knows it.
    return [("jellyfin-steps", {"hook": f"{address}/hooks/{NAME}"})]


INTEGRATION = Integration(
    name=NAME, port=Port.LIBRARY, instances=instances, open=_open, read=read, identify=identify, steps=_steps
)

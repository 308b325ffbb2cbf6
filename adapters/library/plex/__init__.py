"""Plex Media Server, and plex.tv for its accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from adapters.library.plex import webhook
from adapters.library.plex.settings import NAME, instances
from bot.integration import Integration, Opened, Port

if TYPE_CHECKING:
    from bot.integration import Instance, Outside
    from bot.settings import Settings


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.library.plex.opening import open_plex  # noqa: PLC0415 - plexapi is slow to import

    return await open_plex(instance, outside)


def _steps(settings: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    address = (settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/")
    # What proves a hook follows the address; it is not written out here: whoever sets it up knows it.
    return [("plex-steps", {"hook": f"{address}/hooks/{NAME}"})]


INTEGRATION = Integration(
    name=NAME,
    port=Port.LIBRARY,
    instances=instances,
    open=_open,
    read=webhook.read,
    steps=_steps,
)

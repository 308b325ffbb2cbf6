"""Facts about films and series from The Movie Database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.metadata.tmdb.settings import NAME, instances
from bot.integration import Instance, Integration, Opened, Outside, Port
from bot.settings import Settings


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.metadata.tmdb.catalogue import Tmdb  # noqa: PLC0415 - only where it is configured

    tmdb = Tmdb(instance, outside)
    return Opened(instance, tmdb.close, lambda: tmdb.client.health, metadata=tmdb)


def _steps(_: Settings) -> Sequence[tuple[str, Mapping[str, str]]]:
    return [("tmdb-steps", {})]


INTEGRATION = Integration(name=NAME, port=Port.METADATA, instances=instances, open=_open, steps=_steps)

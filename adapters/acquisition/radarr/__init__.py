"""Radarr: films, from the wish to the file. What does the talking is read when an instance is opened."""

from __future__ import annotations

from adapters.acquisition.radarr.settings import radarrs
from adapters.acquisition.radarr.setup import steps
from adapters.acquisition.radarr.webhook import identify, read
from bot.integration import Instance, Integration, Opened, Outside, Port


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.acquisition.radarr.client import Radarr  # noqa: PLC0415 - only who uses it waits for the network's code

    radarr = Radarr(instance, outside)
    return Opened(instance, radarr.close, radarr.health, requests=radarr)


INTEGRATION = Integration("radarr", Port.ACQUISITION, radarrs, _open, read=read, identify=identify, steps=steps)

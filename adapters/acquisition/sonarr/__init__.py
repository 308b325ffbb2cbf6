"""Sonarr: series and anime, from the wish to the file. What does the talking is read when an instance is opened."""

from __future__ import annotations

from adapters.acquisition.sonarr.settings import sonarrs
from adapters.acquisition.sonarr.setup import steps
from adapters.acquisition.sonarr.webhook import identify, read
from bot.integration import Instance, Integration, Opened, Outside, Port


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.acquisition.sonarr.client import Sonarr  # noqa: PLC0415 - only who uses it waits for the network's code

    sonarr = Sonarr(instance, outside)
    return Opened(instance, sonarr.close, sonarr.health, requests=sonarr)


INTEGRATION = Integration("sonarr", Port.ACQUISITION, sonarrs, _open, read=read, identify=identify, steps=steps)

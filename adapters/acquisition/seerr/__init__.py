"""Seerr, and Overseerr and Jellyseerr before it: requests, quotas, approval. Its client is read when it is opened."""

from __future__ import annotations

from adapters.acquisition.seerr.settings import seerrs
from adapters.acquisition.seerr.setup import steps
from adapters.acquisition.seerr.webhook import REPEATS, identify, read
from bot.integration import Instance, Integration, Opened, Outside, Port


async def _open(instance: Instance, outside: Outside) -> Opened:
    from adapters.acquisition.seerr.client import Seerr  # noqa: PLC0415 - only who uses it waits for the network's code

    seerr = Seerr(instance, outside)
    return Opened(instance, seerr.close, seerr.health, requests=seerr)


INTEGRATION = Integration(
    "seerr", Port.ACQUISITION, seerrs, _open, read=read, identify=identify, steps=steps, repeats=REPEATS
)

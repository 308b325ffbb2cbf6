"""Asks after open requests, and tells whoever waits for what can be played by now."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """What was told already changes nothing."""
    if services.requesting is not None:
        await services.requesting.follow()


JOB = Job("follow-requests", timedelta(minutes=5), run)

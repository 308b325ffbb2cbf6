"""Finds what no webhook told: new titles on the shelves, and what was played."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """What was told already changes nothing."""
    if services.syncing is not None:
        await services.syncing.recent()


JOB = Job("read-what-is-new", timedelta(minutes=5), run)

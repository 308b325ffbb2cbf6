"""Finds titles worth having, and what is being got already by whoever gets them."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """The world is looked at twice a day; what request services have is read each time."""
    if services.requesting is not None:
        await services.requesting.read_elsewhere()
        await services.requesting.look_around()


JOB = Job("look-around", timedelta(hours=1), run)

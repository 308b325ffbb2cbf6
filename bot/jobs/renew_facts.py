"""Reads anew, a few titles at a time, what TMDB said of them long ago."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """Nothing where no facts are old."""
    if services.syncing is not None:
        await services.syncing.renew()


JOB = Job("renew-facts", timedelta(hours=1), run)

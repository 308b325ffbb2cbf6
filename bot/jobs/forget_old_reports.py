"""Forgets what nobody needs any more of reports and of what catalogues of the world said."""

from __future__ import annotations

from datetime import timedelta

from bot.hooks.working import forget_old
from bot.jobs._job import Job
from bot.services import Services

LONGEST_KEPT = timedelta(days=180)
"""TMDB lets nobody keep its facts for longer than six months."""


async def run(services: Services) -> None:
    """What is looked up again by then is kept anew."""
    await forget_old(services.storage, services.clock)
    async with services.storage.unit() as unit:
        await unit.metadata_cache.forget(services.clock.now() - LONGEST_KEPT)


JOB = Job("forget-old-reports", timedelta(hours=12), run)

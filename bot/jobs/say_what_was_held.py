"""Says in the morning what was held in the night, and forgets strangers who were there long ago."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.people.releasing import release
from bot.services import Services

REMEMBERED = timedelta(days=30)


async def run(services: Services) -> None:
    """What goes out is not held any more, in one and the same moment."""
    async with services.storage.unit() as unit:
        await unit.people.forget_strangers(services.clock.now() - REMEMBERED)
    await release(services)


JOB = Job("say-what-was-held", timedelta(minutes=5), run)

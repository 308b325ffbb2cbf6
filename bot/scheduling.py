"""Runs the jobs of ``bot/jobs`` by the clock. What is planned lives in memory and is planned anew at each start."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs]

from bot.jobs._job import Job
from bot.services import Services
from engine.discovery import discover
from engine.errors import RecommendarrError

_log = logging.getLogger(__name__)
LATE_BY = 3_600
"""Seconds that a job may start late, after the machine slept, say."""


def jobs() -> Mapping[str, Job]:
    """Every job there is a file for."""
    return discover("bot.jobs", "JOB", Job, key=lambda job: job.name)


@asynccontextmanager
async def scheduled(services: Services) -> AsyncGenerator[None]:
    """The jobs run while the block does; one that fails is logged and tried again at its next time."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs().values():
        scheduler.add_job(  # pyright: ignore[reportUnknownMemberType] - the library has no types
            attempt,
            "interval",
            args=(job, services),
            seconds=job.every.total_seconds(),
            id=job.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=LATE_BY,
        )
    scheduler.start()  # pyright: ignore[reportUnknownMemberType]
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)  # pyright: ignore[reportUnknownMemberType]


async def attempt(job: Job, services: Services) -> None:
    """One run of ``job``."""
    try:
        await job.run(services)
    except RecommendarrError as error:
        _log.warning("%s could not be done (%s); tried again in %s", job.name, error, job.every)

"""Reads who may open what of every media server again: a right that was taken away there ends here as well."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """A server that does not answer takes nobody's rights away."""
    if services.syncing is not None:
        await services.syncing.rights()


JOB = Job("read-rights", timedelta(hours=6), run)

"""Reads where people stand with titles, as themselves: what was marked as seen or rated on the server teaches, too."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """And everything of a server whose last full reading is old or was stopped."""
    if services.syncing is not None:
        await services.syncing.states()
        await services.syncing.begin_what_is_due()


JOB = Job("read-standing", timedelta(hours=1), run)

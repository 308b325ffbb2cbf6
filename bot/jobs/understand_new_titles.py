"""Brings the snapshot up to date: new titles, who finished what, vectors that are missing."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """Readers go on with the old snapshot until the new one is swapped in."""
    await services.snapshots.refresh()
    await services.snapshots.embed_missing()


JOB = Job("understand-new-titles", timedelta(hours=6), run)

"""Gives memory back that large work has left free: another catalogue, a model, a full reading."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.emptying import give_back
from bot.jobs._job import Job
from bot.services import Services


async def run(services: Services) -> None:
    """Whatever the work was."""
    del services
    await asyncio.to_thread(give_back)


JOB = Job("give-memory-back", timedelta(minutes=10), run)

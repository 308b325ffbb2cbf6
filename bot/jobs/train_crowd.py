"""Learns anew from everybody here: at night, and when enough is new since the last time."""

from __future__ import annotations

from datetime import UTC, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.jobs._job import Job
from bot.services import Services

NIGHT = range(2, 5)
"""Hours of the day at which anything new is enough."""


async def run(services: Services) -> None:
    """A model that measures worse than the present one is kept, but not put into service."""
    training = services.training
    if training is not None and await training.due(night=is_night(services)):
        await training.train()


def is_night(services: Services) -> bool:
    """Whether most people here sleep."""
    return services.clock.now().astimezone(_zone(services.settings.time_zone)).hour in NIGHT


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


JOB = Job("train-crowd", timedelta(hours=1), run)

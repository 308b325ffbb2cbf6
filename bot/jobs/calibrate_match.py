"""Fits the shown match anew on what people here liked and disliked."""

from __future__ import annotations

from datetime import timedelta

from bot.jobs._job import Job
from bot.matching import store_calibration
from bot.services import Services


async def run(services: Services) -> None:
    """Also kept for the next start."""
    await store_calibration(services.storage, await services.recommender.calibrate())


JOB = Job("calibrate-match", timedelta(hours=12), run)

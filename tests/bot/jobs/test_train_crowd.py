"""The nightly training: only where something is new, and never over another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.jobs.train_crowd import JOB, is_night
from bot.training.training import Result
from engine.ports.models import ModelKind
from tests.conversations.household import House, open_house
from tests.conversations.test_training import with_training


@pytest.fixture
async def house() -> House:
    return await open_house()


async def test_the_job_trains_once_and_then_waits_for_something_new(house: House, tmp_path: Path) -> None:
    training = with_training(house, tmp_path)
    await JOB.run(house.services)
    assert isinstance(training.last, Result)
    version = await training.kept._models.current(ModelKind.HOUSEHOLD)
    assert version == training.last.version
    house.clock.advance(timedelta(days=5))
    await JOB.run(house.services)
    assert len(await training.kept.list()) == 1


async def test_where_nothing_is_learned_the_job_does_nothing(house: House) -> None:
    await JOB.run(house.services)


@pytest.mark.parametrize(
    ("zone", "hour", "night"),
    [("UTC", 3, True), ("UTC", 12, False), ("Asia/Tokyo", 18, True), ("Asia/Tokyo", 3, False), ("No/Where", 3, True)],
)
def test_night_is_where_the_household_is(house: House, zone: str, hour: int, night: bool) -> None:
    house.clock.moment = datetime(2026, 6, 1, hour, tzinfo=UTC)
    settings = house.services.settings.model_copy(update={"time_zone": zone})
    assert is_night(replace(house.services, settings=settings)) is night

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any, cast

import pytest

from bot import scheduling
from bot.jobs._job import Job
from bot.services import Services
from engine.errors import SourceUnavailable

SERVICES = cast("Services", object())


def test_every_job_has_a_name_and_a_pace():
    found = scheduling.jobs()
    assert "understand-new-titles" in found
    assert all(job.every >= timedelta(minutes=1) for job in found.values())


async def test_jobs_run_by_the_clock_while_the_service_runs(monkeypatch: pytest.MonkeyPatch):
    ran = asyncio.Event()
    given: list[Any] = []

    async def run(services: Services) -> None:
        given.append(services)
        ran.set()

    monkeypatch.setattr(scheduling, "jobs", lambda: {"quick": Job("quick", timedelta(seconds=0.05), run)})
    async with scheduling.scheduled(SERVICES):
        await asyncio.wait_for(ran.wait(), 10)
    assert given[0] is SERVICES


async def test_a_job_that_fails_is_logged_and_does_not_stop_the_service(caplog: pytest.LogCaptureFixture):
    async def run(_: Services) -> None:
        raise SourceUnavailable("disk-full")

    await scheduling.attempt(Job("doomed", timedelta(hours=1), run), SERVICES)
    assert "doomed" in caplog.text
    assert "disk-full" in caplog.text

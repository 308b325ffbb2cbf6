"""A Tautulli of our own and clients of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest

from adapters.history.tautulli.history import TautulliHistory
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.tautulli import FakeTautulli, start
from tests.fakes.tautulli.server import KEY


@pytest.fixture
async def fake() -> AsyncIterator[FakeTautulli]:
    running = await start(100)
    yield running
    await running.close()
    assert running.wrong == []


Connect = Callable[..., TautulliHistory]


@pytest.fixture
async def connect(fake: FakeTautulli) -> AsyncIterator[Connect]:
    made: list[TautulliHistory] = []

    def client(secret: str = KEY) -> TautulliHistory:
        outside = Outside(SteppedClock(), MemoryStorage(), Settings(_env_file=None))
        new = TautulliHistory(Instance("tautulli", fake.url, secret, {}), outside)
        new.client.http.back_off = 0.01
        made.append(new)
        return new

    yield client
    for one in made:
        await one.close()

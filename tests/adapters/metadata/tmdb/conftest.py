"""A TMDB of our own and clients of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from adapters.metadata.tmdb.catalogue import Tmdb
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.tmdb import FakeTmdb, start
from tests.fakes.tmdb.server import TOKEN


@pytest.fixture
async def fake() -> AsyncIterator[FakeTmdb]:
    running = await start(200)
    yield running
    await running.close()
    assert running.wrong == []


@pytest.fixture
def outside() -> Outside:
    return Outside(SteppedClock(), MemoryStorage(), Settings(_env_file=None))


Connect = Callable[..., Awaitable[Tmdb]]


@pytest.fixture
async def connect(fake: FakeTmdb, outside: Outside) -> AsyncIterator[Connect]:
    made: list[Tmdb] = []

    async def client(secret: str = TOKEN, locale: str = "en") -> Tmdb:
        spoken = replace(outside, settings=Settings(_env_file=None, locale=locale))
        new = Tmdb(Instance("tmdb", fake.url, secret, {}), spoken)
        new.client.http.back_off = 0.01
        made.append(new)
        return new

    yield client
    for one in made:
        await one.close()

"""A Jellyfin of our own, and the client that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.library.jellyfin.client import JellyfinClient
from adapters.library.jellyfin.server import JellyfinServer
from adapters.library.jellyfin.sign_in import QuickConnect
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.jellyfin.server import FakeJellyfin
from tests.fakes.jellyfin.world import World

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


@pytest.fixture
async def jellyfin() -> AsyncIterator[FakeJellyfin]:
    """Films and series, their owner and Anna. What a real server would not have taken or said fails the test."""
    world = World()
    world.shelf("Films", "movies", 12)
    world.shelf("Shows", "tvshows", 4, language="de")
    world.person("owner", admin=True)
    world.person("Anna")
    async with FakeJellyfin(world) as fake:
        yield fake
    assert fake.wrong == []


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(NOW)


@pytest.fixture
async def client(
    jellyfin: FakeJellyfin, clock: SteppedClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[JellyfinClient]:
    monkeypatch.setattr("adapters.library.jellyfin.client.CALLS_PER_SECOND", 5_000)
    outside = Outside(clock, MemoryStorage(), Settings(_env_file=None))
    made = JellyfinClient(Instance("jellyfin", jellyfin.url, jellyfin.world.api_key, {}), outside)
    made.http.back_off = 0.001
    yield made
    await made.close()


@pytest.fixture
def server(client: JellyfinClient) -> JellyfinServer:
    return JellyfinServer(client)


@pytest.fixture
def quick_connect(client: JellyfinClient) -> QuickConnect:
    return QuickConnect(client)

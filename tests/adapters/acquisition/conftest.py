"""Stand-ins for the services, and clients connected to them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Protocol

import pytest
from aiolimiter import AsyncLimiter

from adapters.acquisition.radarr import INTEGRATION as RADARR
from adapters.acquisition.seerr import INTEGRATION as SEERR
from adapters.acquisition.sonarr import INTEGRATION as SONARR
from bot.integration import Instance, Integration, Opened, Outside
from bot.settings import Settings
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.radarr import FakeRadarr
from tests.fakes.seerr import FakeSeerr
from tests.fakes.sonarr import FakeSonarr

VENDORS = {"radarr": RADARR, "sonarr": SONARR, "seerr": SEERR}


class Fake(Protocol):
    url: str
    key: str


Open = Callable[..., Awaitable[Any]]


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
async def opened(clock: SteppedClock) -> AsyncIterator[Callable[..., Awaitable[Opened]]]:
    """Opens an instance of a vendor over a stand-in; it is closed after the test."""
    running: list[Opened] = []

    async def open_one(vendor: str, fake: Fake, secret: str = "", **options: str) -> Opened:
        integration: Integration = VENDORS[vendor]
        instance = Instance(vendor, fake.url, secret or fake.key, options)
        one = await integration.open(instance, Outside(clock, MemoryStorage(), Settings(_env_file=None)))
        _hurry(one)
        running.append(one)
        return one

    yield open_one
    for one in running:
        await one.close()


@pytest.fixture
async def radarr() -> AsyncIterator[FakeRadarr]:
    """A fake Radarr; nothing that the description forbids may have been said at the end."""
    async with FakeRadarr() as fake:
        yield fake
    assert not fake.wrong


@pytest.fixture
async def sonarr() -> AsyncIterator[FakeSonarr]:
    """A fake Sonarr; nothing that the description forbids may have been said at the end."""
    async with FakeSonarr() as fake:
        yield fake
    assert not fake.wrong


@pytest.fixture
async def seerr() -> AsyncIterator[FakeSeerr]:
    """A fake Seerr; nothing that the description forbids may have been said at the end."""
    async with FakeSeerr() as fake:
        yield fake
    assert not fake.wrong


def _hurry(opened: Opened) -> None:
    """Repetitions follow at once: waiting is the business of the connection's own tests."""
    client: Any = opened.requests
    connection = client._arr.http if hasattr(client, "_arr") else client._api._http
    connection.back_off = 0.0
    connection._limiter = AsyncLimiter(10_000, 1)

"""A fake Discord for every test, and the adapter connected to it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.gateway import State
from bot.services import Services
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from tests.adapters.chat.discord.stage import Stage, open_stage
from tests.conversations.household import services_over
from tests.fakes.discord.server import FakeDiscord


@pytest.fixture
async def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
async def services(clock: SteppedClock) -> Services:
    """Services over an empty store."""
    return await services_over(MemoryStorage(), clock, CountedIds(), demo=False)


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A fake Discord; nothing that the real one would refuse may have happened at the end."""
    async with FakeDiscord() as server:
        yield server
    assert not server.wrong


@pytest.fixture
async def lenient() -> AsyncIterator[FakeDiscord]:
    """Without the description, for tests of quantity."""
    async with FakeDiscord(strict=False) as server:
        yield server


@pytest.fixture
async def stage(discord: FakeDiscord, services: Services, clock: SteppedClock) -> AsyncIterator[Stage]:
    """The adapter, connected."""
    async with open_stage(discord, services, clock) as opened:
        await opened.until(State.RUNNING)
        yield opened

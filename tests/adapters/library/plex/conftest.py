"""A Plex over real sockets and the integration that talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from adapters.library.plex.opening import open_plex
from bot.integration import Instance, Opened, Outside
from bot.settings import Settings
from engine.ports.library import MediaServer, SignIn
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.plex import PlexFake, PlexWorld, start
from tests.fakes.plex.world import OWNER_TOKEN, Person

ALICE, KID, STRANGER = 1002, 1003, 1004
ALICE_TOKEN, STRANGER_TOKEN = "alice-token-R0semary", "stranger-token"


@dataclass
class Plexed:
    fake: PlexFake
    opened: Opened
    clock: SteppedClock
    outside: Outside

    @property
    def server(self) -> MediaServer:
        assert self.opened.server
        return self.opened.server

    @property
    def sign_in(self) -> SignIn:
        assert self.opened.sign_in
        return self.opened.sign_in


def household() -> dict[int, Person]:
    """A friend with all but the music, and a managed child with the films alone."""
    return {
        ALICE: Person(ALICE, "alice", "Alice", "alice@example.invalid", sections={"1", "2"}),
        KID: Person(KID, "", "The Kid", "", home=True, restricted=True, sections={"1"}),
        STRANGER: Person(STRANGER, "mallory", "Mallory", shared=False),
    }


Opening = Callable[..., Awaitable[Plexed]]


@pytest.fixture
async def opening() -> AsyncIterator[Opening]:
    """Starts a Plex with a world of the test's own; whatever it says or hears must be as described."""
    made: list[Plexed] = []

    async def run(world: PlexWorld | None = None, **options: str) -> Plexed:
        clock = SteppedClock()
        world = world or PlexWorld()
        for person in household().values():
            world.people.setdefault(person.id, person)
        world.tokens |= {ALICE_TOKEN: ALICE, STRANGER_TOKEN: STRANGER}
        fake = await start(world, now=clock.now)
        outside = Outside(clock, MemoryStorage(), Settings(_env_file=None))
        instance = Instance("plex", fake.url, OWNER_TOKEN, {"tv_url": fake.tv_url, **options})
        made.append(plexed := Plexed(fake, await open_plex(instance, outside), clock, outside))
        hurry(plexed.server)
        return plexed

    yield run
    for plexed in made:
        await plexed.opened.close()
        await plexed.fake.close()
        assert plexed.fake.wrong == []


@pytest.fixture
async def plex(opening: Opening) -> Plexed:
    return await opening()


def hurry(server: Any) -> None:
    """Repeat soon and often: nobody is at the other end."""
    services = (server._client._service, server._tv._owner, server._tv._people, server._tv._metadata)
    for service in services:
        service.back_off = 0.01
        service._limiter._rate_per_sec = 10_000


async def gathered(pages: AsyncIterator[Any]) -> list[Any]:
    """All rows of all pages."""
    return [row async for page in pages for row in page]

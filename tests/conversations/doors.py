"""The household on a real database, reached from several platforms and rooms."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.storage import open_storage
from bot.dispatcher import Dispatcher
from bot.vocabulary import Account, Answer, Invocation, Press, Room
from engine.domain.viewers import Viewer
from engine.testing.clock import CountedIds, SteppedClock
from tests.conversations.household import PEOPLE, House, furnish, said, services_over

CODE = re.compile(r"\b\d{8}\b")
"""As the counted ids of tests make them."""


@dataclass(slots=True)
class Door:
    """One account on one platform."""

    house: House
    account: Account
    room: Room = field(default_factory=lambda: Room("r"))

    async def say(self, line: str, *, room: Room | None = None) -> Answer:
        """A line as a platform hands it on: with a slash it is a command."""
        self.house.updates += 1
        name, _, text = line[1:].partition(" ") if line.startswith("/") else ("mood", "", line)
        update = f"d{self.house.updates}"
        now = self.house.clock.now()
        return await self.house.gateway.invoke(Invocation(update, self.account, room or self.room, name, text, now))

    async def press(self, token: str) -> Answer:
        self.house.updates += 1
        update = f"d{self.house.updates}"
        return await self.house.gateway.press(Press(update, self.account, self.room, token, self.house.clock.now()))

    async def owner(self) -> str | None:
        """Whose account it is."""
        async with self.house.storage.unit() as unit:
            viewer = await unit.viewers.by_identity(self.account.platform, self.account.id)
        return viewer.id if viewer else None


def door(house: House, platform: str, account_id: str, name: str = "") -> Door:
    return Door(house, Account(platform, account_id, name))


def code_in(answer: Answer) -> str:
    """The code that an answer hands out."""
    found = CODE.search(said(answer))
    assert found, said(answer)
    return found[0]


@asynccontextmanager
async def house_on_disk(data_dir: Path, people: tuple[Viewer, ...] = PEOPLE) -> AsyncGenerator[House]:
    """Over SQLite in ``data_dir``."""
    storage, clock, ids = await open_storage(None, data_dir), SteppedClock(), CountedIds()
    try:
        await furnish(storage, people)
        services = await services_over(storage, clock, ids, demo=False)
        yield House(services, storage, clock, ids, Dispatcher(services))
    finally:
        await storage.close()

"""The service as it runs, over any storage, with one chat platform; started, stopped and started again at will."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

import pytest

from adapters.clock import SystemClock, SystemIds
from bot.delivery.post import Post
from bot.delivery.reception import Reception
from bot.dispatcher import Dispatcher, Spoken
from bot.gateway import Platform
from bot.media.stack import Stack
from bot.requesting.requesting import Requesting
from bot.services import Services
from bot.vocabulary import Update
from bot.web.server import start_server
from engine.domain.records import Identity
from engine.ports.storage import Storage
from tests.contracts.driver import Driver
from tests.conversations.household import PEOPLE, furnish, services_over

NAMES = {"anna": "v-anna", "ben": "v-ben", "chloe": "v-chloe", "olga": "v-owner"}


class Gated(Dispatcher):
    """Answers only while the gate is open."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = 0

    async def answer(self, update: Update) -> Spoken:
        self.begun += 1
        await self.gate.wait()
        return await super().answer(update)


class Service:
    """One platform's service; ``start`` after ``stop`` is a new process over the same storage."""

    def __init__(self, storage: Storage, driver: Driver) -> None:
        self.storage, self.driver = storage, driver
        self.platform: Platform = importlib.import_module(f"adapters.chat.{driver.name}").PLATFORM
        self.services: Services
        self.post: Post
        self.dispatcher: Gated
        self.stack: Stack | None = None
        """Services around it that get titles, from the next start on."""

    async def start(self) -> None:
        services = await services_over(self.storage, SystemClock(), SystemIds(), demo=False)
        self.post = await Post.open(self.storage, SystemClock(), SystemIds(), lambda: 0.5)
        self.services = replace(services, post=self.post, stack=self.stack)
        if self.stack is not None:
            requesting = Requesting(self.services, self.stack)
            self.services = replace(self.services, requesting=requesting)
            requesting.work_with(self.services)
        self.dispatcher = Gated(self.services)
        reception = Reception(self.services, self.dispatcher, self.post, [self.platform])
        self._server = await start_server(self.services, "127.0.0.1", 0, reception.side_doors())
        self._running = asyncio.ensure_future(reception.run())
        await self.driver.ready(self._server.url)

    async def stop(self) -> None:
        self._running.cancel()
        with suppress(asyncio.CancelledError):
            await self._running
        await self._server.close()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def waiting(self) -> tuple[int, int, int]:
        """Updates to be answered, letters to be delivered, letters given up."""
        async with self.storage.unit() as unit:
            updates, letters = await unit.inbox.counts(), await unit.outbox.counts()
        alive = sum(count for (_, dead), count in letters.items() if not dead)
        return sum(updates.values()), alive, sum(letters.values()) - alive

    async def accepted(self, number: int = 1) -> None:
        """So many updates are being answered or wait for it."""
        async with asyncio.timeout(20):
            while (await self.waiting())[0] < number:  # noqa: ASYNC110 - storage has no events
                await asyncio.sleep(0.01)

    async def quiet(self) -> None:
        """Everything is answered and delivered."""
        async with asyncio.timeout(30):
            while (await self.waiting())[:2] != (0, 0):  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)


@asynccontextmanager
async def serving(
    storage: Storage, driver: Driver, names: Mapping[str, str] = NAMES, *, furnished: bool = False
) -> AsyncGenerator[Service]:
    """The household behind ``driver``'s platform; ``furnished``: it is in ``storage`` already."""
    if not furnished:
        await furnish(storage, PEOPLE)
    async with storage.unit() as unit:
        for who, viewer_id in names.items():
            await unit.viewers.link(Identity(driver.name, driver.account(who), viewer_id))
    with pytest.MonkeyPatch.context() as patched:
        for name, value in driver.environment.items():
            patched.setenv(name, value)
        service = Service(storage, driver)
        await service.start()
        try:
            yield service
        finally:
            service.dispatcher.gate.set()
            await service.stop()

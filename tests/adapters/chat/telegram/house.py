"""A household on Telegram: the fake server, the adapter, and all that lies between it and the engine."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from pydantic import SecretStr

from adapters.chat.telegram import PLATFORM
from adapters.chat.telegram.adapter import Telegram, open_with
from adapters.chat.telegram.limits import Patience
from adapters.chat.telegram.settings import TelegramSettings
from bot.delivery.desk import Desk
from bot.delivery.post import Post
from bot.dispatcher import Dispatcher
from bot.gateway import State
from bot.settings import Settings
from engine.domain.records import Identity
from tests.conversations.household import House, open_house
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.world import Group, Message, Person

QUICK = Patience(
    poll=1.0, request=2.0, upload=3.0, fetch=1.0, typing=0.2, toast=0.3, retry=(0.05, 0.1), refused=(0.1, 0.2),
    watch=0.3, menu=3_600.0,
)  # fmt: skip
NUMBERS = {"v-anna": 11, "v-ben": 12, "v-chloe": 13, "v-owner": 14}


@dataclass
class Chatting:
    """What a test works with."""

    house: House
    fake: FakeTelegram
    settings: TelegramSettings
    patience: Patience = QUICK
    post: Post = field(init=False)
    desk: Desk = field(init=False)
    adapter: Telegram = field(init=False)
    running: asyncio.Task[None] | None = None

    @property
    def anna(self) -> Person:
        return self.fake.person(11, "Anna")

    @property
    def ben(self) -> Person:
        return self.fake.person(12, "Ben", language="de")

    @property
    def room(self) -> Group:
        return self.fake.group(-1_001, "Film club", self.anna, self.ben)

    async def open(self) -> None:
        """A process starts; nothing is served yet."""
        services = self.house.services
        self.post = await Post.open(services.storage, services.clock, services.ids, lambda: 0.0)
        courier = self.post.serve(PLATFORM)
        self.desk = Desk(Dispatcher(services), self.post)
        self.adapter = await open_with(self.desk, services, self.settings, self.patience)
        await self.desk.open()
        await self.post.take_up()
        courier.attach(self.adapter)

    async def serve(self, *, ready: bool = True) -> None:
        """It begins to take updates."""
        self.running = asyncio.create_task(self.adapter.run())
        if ready:
            await self.fake.until(lambda: self.adapter.state is State.RUNNING)

    async def close(self) -> None:
        """The process ends as it should."""
        if self.running:
            self.running.cancel()
            await asyncio.wait({self.running})
        await self.desk.close()
        await self.post.close()
        await self.adapter.close()

    async def asked(
        self, text: str, who: Person | None = None, room: Group | None = None, **more: Any
    ) -> list[Message]:
        """What somebody sees in answer to what they write."""
        who = who or self.anna
        before = len(self.fake.seen(room or who))
        self.fake.say(who, text, room, **more)
        await self.fake.until(lambda: len(self.fake.seen(room or who)) > before)
        await self.settled()
        return self.fake.seen(room or who)[before:]

    async def pressed(self, label: str, on: Message, who: Person | None = None) -> str:
        """Returns the word in passing."""
        query = self.fake.press(who or self.anna, label, on)
        await self.fake.until(lambda: query in self.fake.toasts)
        await self.settled()
        return self.fake.toasts[query]

    async def settled(self) -> None:
        """All that can be said is said."""
        await self.fake.until(lambda: not self.fake.pending)
        await self.desk.settle()
        await self.post.settle()


@contextlib.asynccontextmanager
async def chatting(
    fake: FakeTelegram | None = None, *, serve: bool = True, public_url: str | None = None, **facts: Any
) -> AsyncGenerator[Chatting]:
    """Everything started; in the end nobody may have broken the official description."""
    fake = fake or FakeTelegram()
    fake.pace.on = False
    await fake.start()
    house = await open_house()
    if public_url:
        house.services = replace(house.services, settings=Settings(public_url=public_url))
    async with house.storage.unit() as unit:
        for viewer_id, number in NUMBERS.items():
            await unit.viewers.link(Identity("telegram", str(number), viewer_id))
    settings = TelegramSettings(token=SecretStr(fake.token), api_url=fake.url, **facts)
    chat = Chatting(house, fake, settings)
    assert chat.room.members == [chat.anna, chat.ben]
    await chat.open()
    try:
        if serve:
            await chat.serve()
        yield chat
    finally:
        await chat.close()
        await fake.stop()
    assert not fake.wrong


@contextlib.asynccontextmanager
async def ticking(chat: Chatting) -> AsyncGenerator[None]:
    """Time passes in the household, fifty times as fast as here."""

    async def tick() -> None:
        while True:
            await asyncio.sleep(0.02)
            chat.house.clock.advance(timedelta(seconds=1))

    clock = asyncio.create_task(tick())
    try:
        yield
    finally:
        clock.cancel()
        await asyncio.wait({clock})

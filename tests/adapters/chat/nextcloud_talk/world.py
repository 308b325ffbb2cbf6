"""The household in Talk: a server, the whole service behind its side door, and people who write."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from adapters.chat.nextcloud_talk import PLATFORM
from adapters.chat.nextcloud_talk.adapter import Talk
from adapters.chat.nextcloud_talk.settings import WEBHOOK
from bot.delivery.desk import Desk
from bot.delivery.post import Post
from bot.dispatcher import Dispatcher
from bot.gateway import ChatAdapter
from bot.services import Services
from bot.web.server import RunningServer, start_server
from engine.domain.records import Identity
from tests.conversations.household import House, open_house
from tests.fakes.talk.rooms import Place, Written
from tests.fakes.talk.server import FakeTalk

PEOPLE = ("anna", "ben", "chloe", "owner", "none")
PATIENCE = 20.0
ESCAPED = re.compile(r"\\([^\w\s])")


@dataclass
class Home:
    """Everything a test needs."""

    house: House
    services: Services
    talk: FakeTalk
    server: RunningServer
    post: Post
    desk: Desk
    adapter: Talk
    running: asyncio.Task[None]
    folder: Path

    async def settled(self) -> None:
        """All that was said is answered and sent."""
        async with asyncio.timeout(PATIENCE):
            await self.desk.settle()
            await self.post.settle()
            while self.adapter._replying:
                await asyncio.wait(self.adapter._replying)

    async def own_room(self, who: str = "anna") -> Place:
        """A conversation in which somebody is alone with the bot, and has said so."""
        place = await self.talk.room(f"own room of {who}", who)
        await self.say(place, who, "!private")
        place.messages.clear()
        return place

    async def say(self, place: Place, who: str, text: str, **more: object) -> list[Written]:
        """Somebody writes; what the bot wrote then, everywhere in that room."""
        before = len(place.by_bot())
        status = await self.talk.say(place, who, text, **more)  # type: ignore[arg-type]
        assert status in {0, 200}, status
        await self.settled()
        return place.by_bot()[before:]

    async def react(self, place: Place, who: str, message: Written, emoji: str, *, take: bool = False) -> list[Written]:
        before = len(place.by_bot())
        await self.talk.react(place, who, message, emoji, take=take)
        await self.settled()
        return place.by_bot()[before:]

    async def restart(self) -> None:
        """A new process over the same store and the same address."""
        await self._stop()
        await self.house.restart()
        services = replace(self.services, storage=self.house.storage)
        self.services, self.post, self.desk = await _desk(services)
        self.adapter, self.running = await _begin(self.desk, self.services, self.post)

    async def close(self) -> None:
        await self._stop()
        await self.server.close()
        await self.talk.close()
        shutil.rmtree(self.folder)

    async def _stop(self) -> None:
        self.running.cancel()
        await asyncio.wait({self.running})
        await self.desk.close()
        await self.post.close()
        await self.adapter.close()


async def _desk(services: Services) -> tuple[Services, Post, Desk]:
    post = await Post.open(services.storage, services.clock, services.ids, lambda: 0.5)
    services = replace(services, post=post)
    return services, post, Desk(Dispatcher(services), post)


async def _begin(desk: Desk, services: Services, post: Post) -> tuple[Talk, asyncio.Task[None]]:
    courier = post.serve(PLATFORM)
    adapter = await PLATFORM.open(desk, services)
    assert isinstance(adapter, Talk)
    courier.attach(adapter)
    await post.take_up()
    await desk.open()
    running = asyncio.create_task(adapter.run())
    for _ in range(1_000):
        if set(adapter._versions) == set(adapter.secrets) or adapter._post.troubles:
            break
        await asyncio.sleep(0.005)
    return adapter, running


@asynccontextmanager
async def at_home(
    *, version: str = "21.1.0", house: House | None = None, talk: FakeTalk | None = None, **settings: str
) -> AsyncIterator[Home]:
    """The household behind a fake server of that ``version``; ``settings`` without RECOMMENDARR_TALK_."""
    house = house or await open_house()
    talk = talk or FakeTalk(version)
    await talk.start()
    async with house.storage.unit() as unit:
        for who in PEOPLE:
            await unit.viewers.link(Identity("nextcloud_talk", f"users/{who}@{talk.url}", f"v-{who}"))
    folder = Path(tempfile.mkdtemp())
    chosen = {"SECRET": talk.secret, "BACKENDS": talk.url + "/"} | settings
    homes: list[Home] = []

    def running() -> ChatAdapter | None:
        return homes[0].adapter if homes else None

    with pytest.MonkeyPatch.context() as environment:
        for name, value in chosen.items():
            environment.setenv(f"RECOMMENDARR_TALK_{name}", value)
        own = house.services.settings.model_copy(update={"data_dir": folder})
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        services = replace(house.services, settings=own, page_url=f"http://127.0.0.1:{port}")
        add_routes = PLATFORM.routes
        assert add_routes
        server = await start_server(services, "127.0.0.1", port, [lambda application: add_routes(application, running)])
        services, post, desk = await _desk(services)
        adapter, task = await _begin(desk, services, post)
        home = Home(house, services, talk, server, post, desk, adapter, task, folder)
        homes.append(home)
        talk.webhook = server.url + WEBHOOK
        try:
            yield home
        finally:
            await home.close()


def plain(message: Written) -> str:
    """A message as it is read: without markup."""
    return ESCAPED.sub(r"\1", re.sub(r"[\u2060\u2068\u2069]", "", message.text.replace("**", "")))

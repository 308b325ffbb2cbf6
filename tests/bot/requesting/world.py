"""The household with services around it that get titles, on real sockets, and a chat that keeps what is written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, cast

from aiolimiter import AsyncLimiter

from adapters.acquisition.radarr import INTEGRATION as RADARR
from adapters.acquisition.seerr import INTEGRATION as SEERR
from adapters.acquisition.sonarr import INTEGRATION as SONARR
from adapters.metadata.tmdb import INTEGRATION as TMDB
from bot.delivery.post import Post
from bot.dispatcher import Dispatcher
from bot.gateway import Delivered, Gateway, Outgoing, Pace, Platform, Rate, State
from bot.integration import Instance, Opened, Outside
from bot.media.stack import Stack
from bot.requesting.requesting import Requesting
from bot.vocabulary import Answer, Capabilities, Card, Text
from engine.domain.items import Item, MediaType
from engine.domain.media_events import AcquisitionTold
from engine.domain.media_records import MediaRequest, Want
from engine.domain.people import Manners
from engine.domain.records import Identity
from tests.conversations.household import House, open_house
from tests.fakes.radarr import FakeRadarr
from tests.fakes.seerr import FakeSeerr
from tests.fakes.sonarr import FakeSonarr
from tests.fakes.tmdb import FakeTmdb
from tests.fakes.tmdb.server import TOKEN

FOLDERS = {"radarr": RADARR, "sonarr": SONARR, "seerr": SEERR, "tmdb": TMDB}
ANNA_PLEX = 1001
"""Anna's account on the media server."""
FIRST_MISSING = 50
"""Films of the world from this number on are on no shelf of the household."""


@dataclass
class Sheets:
    """A chat whose messages can be edited."""

    messages: dict[str, Answer] = field(default_factory=dict[str, Answer])
    """Each message as it reads now, by room and number."""
    state: State = State.RUNNING
    trouble: str = ""

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        pass

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        written: list[str] = []
        for number, part in enumerate(outgoing.answer.parts):
            edited = outgoing.edits[number] if number < len(outgoing.edits) else ""
            key = edited or f"{outgoing.room.id}#{len(self.messages)}"
            self.messages[key] = replace(outgoing.answer, parts=(part,))
            written.append(key)
        return Delivered(tuple(written))

    @property
    def texts(self) -> list[str]:
        return [part.text for one in self.messages.values() for part in one.parts if isinstance(part, Text)]

    @property
    def cards(self) -> list[Card]:
        return [part for one in self.messages.values() for part in one.parts if isinstance(part, Card)]


@dataclass
class Grabbing:
    """What a test talks to."""

    house: House
    fakes: dict[str, Any]
    stack: Stack
    requesting: Requesting
    post: Post
    sheets: Sheets

    @property
    def tmdb(self) -> FakeTmdb:
        return self.fakes["tmdb"]

    @property
    def radarr(self) -> FakeRadarr:
        return self.fakes["radarr"]

    @property
    def sonarr(self) -> FakeSonarr:
        return self.fakes["sonarr"]

    @property
    def seerr(self) -> FakeSeerr:
        return self.fakes["seerr"]

    async def requests(self, who: str = "v-anna") -> list[MediaRequest]:
        async with self.house.storage.unit() as unit:
            return await unit.media_requests.of_viewer(who)

    async def wants(self, who: str = "v-anna") -> list[Want]:
        async with self.house.storage.unit() as unit:
            return await unit.wants.of_viewer(who)

    async def shelve(self, item_id: str, library: str = "films", title: str = "") -> None:
        """The title comes to a shelf, and whoever reads the servers says so."""
        async with self.house.storage.unit() as unit:
            known = await unit.items.get(item_id)
            kind = MediaType(item_id.partition(":")[0])
            item = known or Item(item_id, kind, title or item_id, vote_count=1)
            await unit.items.upsert([replace(item, library_ids=item.library_ids | {library})])
        await self.requesting.shelved([item_id])
        await self.post.settle()

    async def report(self, instance: str, body: dict[str, Any]) -> None:
        """A webhook, as the reader of the instance's vendor understands it."""
        import json  # noqa: PLC0415

        read = FOLDERS[instance.partition("-")[0]].read
        assert read is not None
        for event in read({}, json.dumps(body).encode(), self.house.clock.now()):
            assert isinstance(event, AcquisitionTold)
            await self.requesting.acquired(instance, event)
        await self.post.settle()

    async def awake(self, who: str = "v-anna", *, alerts: bool = True) -> None:
        """Without quiet hours."""
        async with self.house.storage.unit() as unit:
            await unit.courtesies.put(Manners(who, 0, 0, alerts=alerts))


@asynccontextmanager
async def grabbing(
    *names: str, titles: int = 80, know: bool = True, takes: Mapping[str, str] | None = None, **options: str
) -> AsyncGenerator[Grabbing]:  # fmt: skip
    """``names`` of instances; ``know``: the world was looked at already; ``options`` of Radarr and Sonarr, where nobody
    has to say yes unless they are told otherwise; ``takes`` by instance. Nothing that a description forbids may have
    been said at the end."""
    async with AsyncExitStack() as closing:
        house = await open_house()
        fakes: dict[str, Any] = {}
        opened = list[tuple[Any, Opened]]()
        outside = Outside(house.clock, house.storage, house.services.settings)
        for name in names:
            vendor = name.partition("-")[0]
            fakes[name] = fake = await _fake(vendor, closing, titles)
            secret = TOKEN if vendor == "tmdb" else fake.key
            own = {"profile": "HD-1080p", "approval": "nobody", "takes": (takes or {}).get(name, "all"), **options}
            told = {} if vendor in {"tmdb", "seerr"} else own
            one = await FOLDERS[vendor].open(Instance(name, fake.url, secret, told, hook_secret="secret"), outside)
            _hurry(one)
            closing.push_async_callback(one.close)
            opened.append((FOLDERS[vendor], one))
        stack = Stack(opened)
        post = await Post.open(house.storage, house.clock, house.ids, lambda: 0.5)
        sheets = Sheets()
        post.serve(_platform()).attach(sheets)
        closing.push_async_callback(post.close)
        requesting = Requesting(replace(house.services, stack=stack, post=post), stack)
        house.services = replace(house.services, stack=stack, post=post, requesting=requesting)
        requesting.work_with(house.services)
        house.gateway = cast("Gateway", Dispatcher(house.services))
        async with house.storage.unit() as unit:
            await unit.viewers.link(Identity("plex", str(ANNA_PLEX), "v-anna"))
        stage = Grabbing(house, fakes, stack, requesting, post, sheets)
        await stage.awake()
        if know:
            await requesting.start()
        yield stage
        for fake in fakes.values():
            assert not fake.wrong


async def _fake(vendor: str, closing: AsyncExitStack, titles: int) -> Any:
    if vendor == "tmdb":
        tmdb = FakeTmdb(titles, strict=False)  # what is asked of it is checked by the tests of its client
        tmdb.talked_of = FIRST_MISSING
        await tmdb.open()
        closing.push_async_callback(tmdb.close)
        return tmdb
    kinds: dict[str, Callable[[], Any]] = {"radarr": FakeRadarr, "sonarr": FakeSonarr, "seerr": FakeSeerr}
    return await closing.enter_async_context(kinds[vendor]())


def _platform() -> Platform:
    async def never(*_: object) -> Any:
        raise AssertionError("it is open already")

    quick = Rate(10_000)
    pace = Pace(quick, quick, quick)
    return Platform("chat", Capabilities(buttons=True, edit=True), lambda _: True, never, pace=pace)


def _hurry(opened: Opened) -> None:
    client: Any = opened.requests or opened.metadata
    http = client.client.http if hasattr(client, "client") else getattr(client, "_arr", None)
    connection = http if http is not None and not hasattr(http, "http") else None
    if connection is None:
        connection = client._arr.http if hasattr(client, "_arr") else client._api._http
    connection.back_off = 0.0
    connection._limiter = AsyncLimiter(10_000, 1)

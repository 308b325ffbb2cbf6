"""A household over media servers of our own, on real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiolimiter import AsyncLimiter

from adapters.history import tautulli as tautulli_folder
from adapters.http.service import HttpService
from adapters.library import jellyfin as jellyfin_folder
from adapters.library import plex as plex_folder
from adapters.metadata import tmdb as tmdb_folder
from bot.delivery.post import Post
from bot.integration import Instance, Integration
from bot.media.opening import Media, media_over
from bot.media.sealing import Sealer
from bot.media.stack import Stack, open_stack
from bot.services import Services
from bot.settings import Settings
from bot.syncing.syncing import Syncing
from bot.web.server import RunningServer, start_server
from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.domain.media_records import SealedToken
from engine.domain.viewers import Viewer
from engine.intake import Intake
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.conversations.household import TRANSLATIONS
from tests.fakes.plex import PlexFake, PlexWorld
from tests.fakes.plex import start as start_plex
from tests.fakes.plex.world import MACHINE, OWNER, OWNER_TOKEN, Person
from tests.fakes.tautulli import FakeTautulli
from tests.fakes.tautulli.server import KEY
from tests.fakes.tmdb import FakeTmdb
from tests.fakes.tmdb.server import TOKEN

ALICE, KID = 1002, 1003
ALICE_TOKEN = "alice-token-R0semary"
FILMS, SERIES = f"plex:{MACHINE}:1", f"plex:{MACHINE}:2"
SECRET = "hook-secret-Marjoram"
NOW = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
FOLDERS = {
    one.INTEGRATION.name: one.INTEGRATION for one in (plex_folder, jellyfin_folder, tautulli_folder, tmdb_folder)
}
Configure = tuple[str, Instance]


@dataclass
class Stage:
    """A running service over its fakes. ``configured``: vendor and instance of what it knows of."""

    storage: Storage
    folder: Path
    plex: PlexFake
    tautulli: FakeTautulli
    tmdb: FakeTmdb
    clock: SteppedClock = field(default_factory=lambda: SteppedClock(NOW))
    ids: CountedIds = field(default_factory=CountedIds)
    configured: list[Configure] = field(default_factory=list[Configure])

    def __post_init__(self) -> None:
        self.configured = self.configured or [self.of_plex(), self.of_tautulli(), self.of_tmdb()]

    def of_plex(self, name: str = "plex", fake: PlexFake | None = None) -> Configure:
        fake = fake or self.plex
        return "plex", Instance(name, fake.url, OWNER_TOKEN, {"tv_url": fake.tv_url}, hook_secret=SECRET)

    def of_tautulli(self) -> Configure:
        return "tautulli", Instance("tautulli", self.tautulli.url, KEY, {}, hook_secret=SECRET)

    def of_tmdb(self) -> Configure:
        return "tmdb", Instance("tmdb", self.tmdb.url, TOKEN, {})

    @property
    def settings(self) -> Settings:
        return Settings(_env_file=None, data_dir=self.folder)  # type: ignore[call-arg]

    @asynccontextmanager
    async def running(self, *, background: bool = False, post: Post | None = None) -> AsyncGenerator[Running]:
        """One process over the same storage. Without ``background`` only what the test asks for is read."""
        stack = await open_stack(
            self.settings, self.storage, self.clock, integrations=lambda: _integrations(self.configured)
        )
        snapshots = Snapshots(storage=self.storage, vectors=MemoryVectors(), embedder=WordEmbedder())
        profiles = Profiles(storage=self.storage, snapshots=snapshots)
        recommender = Recommender(
            storage=self.storage,
            snapshots=snapshots,
            profiles=profiles,
            embedder=WordEmbedder(),
            clock=self.clock,
            ids=self.ids,
        )
        services = Services(
            settings=self.settings,
            storage=self.storage,
            snapshots=snapshots,
            profiles=profiles,
            recommender=recommender,
            intake=Intake(storage=self.storage, profiles=profiles, snapshots=snapshots, clock=self.clock, ids=self.ids),
            embedder=WordEmbedder(),
            translations=TRANSLATIONS,
            clock=self.clock,
            ids=self.ids,
            page_url="http://127.0.0.1",
            post=post,
        )
        await snapshots.refresh()
        try:
            async with AsyncExitStack() as closing:
                with pytest.MonkeyPatch.context() as patched:
                    if not background:
                        patched.setattr(Syncing, "start", _at_rest)
                    media = await closing.enter_async_context(media_over(services, stack, _embed))
                server = await start_server(media.services, "127.0.0.1", 0, [media.door.add_routes])
                closing.push_async_callback(server.close)
                session = await closing.enter_async_context(aiohttp.ClientSession())
                yield Running(self, media, stack, server, session)
        finally:
            await stack.close()


@dataclass
class Running:
    """The service, and what tests ask of it."""

    stage: Stage
    media: Media
    stack: Stack
    server: RunningServer
    session: aiohttp.ClientSession

    @property
    def services(self) -> Services:
        return self.media.services

    @property
    def syncing(self) -> Syncing:
        assert self.media.services.syncing is not None
        return self.media.services.syncing

    async def full(self, name: str = "plex") -> None:
        await self.syncing.of(name).full()

    async def viewer(self, account: int | str, vendor: str = "plex") -> Viewer | None:
        async with self.stage.storage.unit() as unit:
            return await unit.viewers.by_identity(vendor, str(account))

    async def access(self, account: int | str, vendor: str = "plex") -> frozenset[str]:
        viewer = await self.viewer(account, vendor)
        assert viewer is not None
        return viewer.library_ids

    async def item(self, item_id: str) -> Item | None:
        async with self.stage.storage.unit() as unit:
            return await unit.items.get(item_id)

    async def facts(self, account: int | str, item_id: str = "") -> list[Interaction]:
        viewer = await self.viewer(account)
        assert viewer is not None
        async with self.stage.storage.unit() as unit:
            return [one for one in await unit.interactions.of_viewer(viewer.id) if item_id in {"", one.item_id}]

    async def sign_in(self, account: int, token: str) -> None:
        viewer = await self.viewer(account)
        assert viewer is not None
        sealed = Sealer(self.stage.folder).seal(token, viewer.id)
        async with self.stage.storage.unit() as unit:
            await unit.tokens.put(SealedToken(viewer.id, MACHINE, str(account), sealed, self.stage.clock.now()))

    async def post(self, path: str, body: bytes, **headers: str) -> int:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.post(f"{self.server.url}/hooks/{path}", data=body, headers=told) as answer:
            return answer.status

    async def worked_in(self) -> None:
        """Everything that was reported is worked in."""
        self.media.working.arrived()
        await self.media.working.quiet()


def household() -> dict[int, Person]:
    """A friend with films and series, and a managed child, without a name of any kind, with the films alone."""
    return {
        ALICE: Person(ALICE, "alice", "Alice", "alice@example.invalid", sections={"1", "2"}),
        KID: Person(KID, home=True, restricted=True, sections={"1"}),
    }


async def plex_of(world: PlexWorld | None = None) -> PlexFake:
    world = world or PlexWorld(movies=12, shows=3, history=0)
    world.people |= household()
    world.tokens[ALICE_TOKEN] = ALICE
    return await start_plex(world, check=False)


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Twelve films, three series, their owner, Alice and the child; nothing is read yet."""
    hurry(monkeypatch)
    plex, tautulli, tmdb = await plex_of(), FakeTautulli(0), FakeTmdb(300, strict=False)
    await tautulli.open()
    await tmdb.open()
    yield Stage(MemoryStorage(), tmp_path, plex, tautulli, tmdb)
    for fake in (plex, tautulli, tmdb):
        await fake.close()


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask often and again soon: nobody is at the other end."""
    made = HttpService.__init__

    def init(self: HttpService, *args: Any, **how: Any) -> None:
        made(self, *args, **how)
        self.back_off = 0.005
        self._limiter = AsyncLimiter(10_000, 1)  # pyright: ignore[reportPrivateUsage] - only here is it too slow

    monkeypatch.setattr(HttpService, "__init__", init)


def begun(number: int, *, at: datetime, who: int = ALICE, per_cent: int = 97, minutes: int = 90) -> dict[str, Any]:
    """A row of Tautulli's: the ``number``-th film."""
    return _row(at, who, per_cent, minutes) | {
        "media_type": "movie", "rating_key": number, "title": f"Film {number}", "full_title": f"Film {number}",
        "year": 1950 + number % 75, "guid": f"plex://movie/{number:024x}",
    }  # fmt: skip


def episode_begun(series: int, number: int, *, at: datetime, who: int = ALICE, per_cent: int = 97) -> dict[str, Any]:
    """The same of an episode of the first season."""
    return _row(at, who, per_cent, 45) | {
        "media_type": "episode", "rating_key": 2_000_000 + (series - 1) * 20 + number - 1, "year": 2001,
        "grandparent_rating_key": 1_000_000 + series, "grandparent_title": f"Series {series}", "media_index": number,
        "parent_media_index": 1, "title": f"Part {number}", "guid": f"plex://episode/{number:024x}",
    }  # fmt: skip


def _row(at: datetime, who: int, per_cent: int, minutes: int) -> dict[str, Any]:
    started = int(at.timestamp())
    return {
        "reference_id": started, "row_id": started, "user_id": who, "user": "", "friendly_name": "", "date": started,
        "started": started, "stopped": started + minutes * 60, "percent_complete": per_cent, "state": None, "live": 0,
        "machine_id": "tv", "player": "Living Room",
    }  # fmt: skip


def seen(number: int, *, at: datetime, who: int = ALICE) -> dict[str, Any]:
    """A row of Plex's own history: the ``number``-th film counted as seen."""
    return {
        "key": f"/library/metadata/{number}", "ratingKey": str(number), "title": f"Film {number}", "type": "movie",
        "historyKey": f"/status/sessions/history/{int(at.timestamp())}", "librarySectionID": "1",
        "viewedAt": int(at.timestamp()), "accountID": 1 if who == OWNER else who, "deviceID": 7,
    }  # fmt: skip


async def eventually(happened: Callable[[], Awaitable[object]], patience: float = 20.0) -> None:
    """Returns when it has happened."""
    async with asyncio.timeout(patience):
        while not await happened():  # noqa: ASYNC110 - what happens is seen from outside alone
            await asyncio.sleep(0.005)


async def _embed(services: Services) -> None:
    await services.snapshots.embed_missing()


async def _at_rest(_: Syncing) -> None:
    """Nothing is read by itself."""


def _integrations(configured: Sequence[Configure]) -> list[Integration]:
    def of(vendor: str) -> Callable[[], Sequence[Instance]]:
        return lambda: [instance for name, instance in configured if name == vendor]

    return [replace(one, instances=of(name)) for name, one in FOLDERS.items()]

"""A household with a Plex and a Jellyfin, both read whole, and people who may open different shelves."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.dispatcher import Dispatcher
from bot.media.opening import media_over
from bot.media.sealing import Sealer
from bot.media.stack import Stack, open_stack
from bot.services import Services
from bot.settings import Settings
from engine.domain.media_records import SealedToken
from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from tests.conversations.doors import Door, door
from tests.conversations.household import House, furnish, services_over
from tests.fakes.jellyfin.server import FakeJellyfin
from tests.fakes.jellyfin.world import Title, World
from tests.fakes.plex import PlexFake, PlexWorld, start
from tests.fakes.plex.world import MACHINE, OWNER, OWNER_TOKEN, Person

ALICE, KID = 1002, 1003
ALICE_TOKEN = "alice-token-R0semary"
SHIELD = {
    "name": "Living Room",
    "machineIdentifier": "shield",
    "product": "Plex for Android (TV)",
    "protocolCapabilities": "timeline,playback,playqueues",
}
TWICE = "movie:1000"
"""Lies in both of Jellyfin's libraries of films: in 1080p on one shelf, in 4K on the other."""
HIGH, LOW = Title("Movie", 1, 0).id, Title("Movie", 0, 0).id


@dataclass
class Home:
    house: House
    plex: PlexFake
    jellyfin: FakeJellyfin
    services: Services

    async def viewer(self, vendor: str, account_id: str) -> Viewer:
        async with self.house.storage.unit() as unit:
            found = await unit.viewers.by_identity(vendor, account_id)
        assert found is not None
        return found

    async def alice(self, *, signed_in: bool = True) -> Door:
        """A friend who may open everything on the Plex, in a chat."""
        viewer = await self.viewer("plex", str(ALICE))
        if signed_in:
            await self.keep_key(viewer.id, MACHINE, str(ALICE), ALICE_TOKEN)
        return await self.in_chat(viewer)

    async def rosa(self, *, signed_in: bool = True) -> Door:
        """May open one of Jellyfin's two libraries of films."""
        person = next(one for one in self.jellyfin.world.people.values() if one.name == "Rosa")
        viewer = await self.viewer("jellyfin", person.id)
        if signed_in:
            key = self.jellyfin.world.token(person)
            await self.keep_key(viewer.id, self.jellyfin.world.id, person.id, key)
        return await self.in_chat(viewer)

    async def olga(self) -> Door:
        """Owns the Plex and looks after the place; she has not signed in."""
        return await self.in_chat(await self.viewer("plex", str(OWNER)))

    async def otto(self) -> Door:
        """Owns the Jellyfin."""
        person = next(one for one in self.jellyfin.world.people.values() if one.admin)
        return await self.in_chat(await self.viewer("jellyfin", person.id))

    async def in_chat(self, viewer: Viewer) -> Door:
        async with self.house.storage.unit() as unit:
            await unit.viewers.link(Identity("chat", viewer.id, viewer.id))
        return door(self.house, "chat", viewer.id)

    async def keep_key(self, viewer_id: str, server: str, account: str, key: str) -> None:
        sealed = Sealer(self.services.settings.data_dir).seal(key, viewer_id)
        async with self.house.storage.unit() as unit:
            await unit.tokens.put(SealedToken(viewer_id, server, account, sealed, self.services.clock.now()))

    async def read_rights(self) -> None:
        """As every six hours."""
        assert self.services.syncing is not None
        await self.services.syncing.rights()


@asynccontextmanager
async def open_home(folder: Path, environment: Any) -> AsyncGenerator[Home]:
    """``environment``: pytest's monkeypatch."""
    storage, clock, ids = MemoryStorage(), SteppedClock(), CountedIds()
    world = PlexWorld(movies=12, shows=3, history=0, players=[dict(SHIELD)])
    world.add(Person(ALICE, "alice", "Alice", "alice@example.invalid", sections={"1", "2"}), ALICE_TOKEN)
    world.add(Person(KID, "", "The Kid", "", home=True, restricted=True, sections={"2"}))
    plex = await start(world, now=clock.now)
    async with FakeJellyfin(two_shelves(), strict=False) as jellyfin:
        settings = {
            "RECOMMENDARR_JELLYFIN_URL": jellyfin.url,
            "RECOMMENDARR_JELLYFIN_API_KEY": jellyfin.world.api_key,
            **plex.environment,
        }
        for name, value in settings.items():
            environment.setenv(name, value)
        await furnish(storage)
        base = await services_over(storage, clock, ids, demo=False)
        base = replace(base, settings=Settings(data_dir=folder, _env_file=None))  # pyright: ignore[reportCallIssue]
        stack = await open_stack(base.settings, storage, clock)
        hurry(stack)
        async with media_over(base, stack, _understand) as media:
            assert media.services.syncing is not None
            await media.services.syncing.start()
            await media.services.syncing.quiet()
            house = House(media.services, storage, clock, ids, Dispatcher(media.services))
            yield Home(house, plex, jellyfin, media.services)
        await stack.close()
    await plex.close()
    assert plex.wrong == []
    assert OWNER_TOKEN not in repr(plex.player_heard)


def two_shelves() -> World:
    """Films 0–5 twice, the first of them in 1080p where Rosa may look."""
    world = World()
    plain, _ = world.shelf("Films", "movies", 6), world.shelf("Films 4K", "movies", 6)
    video = {"Type": "Video", "Codec": "h264", "Width": 1920, "Height": 1080, "VideoRangeType": "SDR"}
    audio = {"Type": "Audio", "Codec": "ac3", "Channels": 6}
    source = {"Id": LOW, "Container": "mkv", "Size": 6_000_000_000, "Bitrate": 8_000_000}
    plain.changes[LOW] = {"MediaSources": [{**source, "MediaStreams": [video, audio]}], "MediaStreams": [video, audio]}
    world.person("Otto", admin=True)
    world.person("Rosa", shelves={plain.id})
    return world


def hurry(stack: Stack) -> None:
    """Nobody is at the other end, so nothing is to be spared."""
    for opened in stack.opened.values():
        server: Any = opened.server
        client = server._client
        services = (
            [client._service, server._tv._owner, server._tv._people, server._tv._metadata]
            if hasattr(server, "_tv")
            else [client.http]
        )
        for service in services:
            service.back_off = 0.001
            service._limiter._rate_per_sec = 10_000


async def _understand(services: Services) -> None:
    del services

"""A Plex media server, as the rest of the service sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote

from adapters.library.plex import accounts, client_players, limits, lists, parsers, playing
from adapters.library.plex.access import Access
from adapters.library.plex.client import Connection, PlexClient
from adapters.library.plex.client_tv import PlexTv
from adapters.library.plex.elements import page
from adapters.library.plex.paging import Listing, pages
from adapters.library.plex.shelves import BRIEFLY, Shelves
from engine.domain.items import MediaType
from engine.domain.media import (
    ExternalIds,
    NowPlaying,
    Part,
    Playback,
    Player,
    Section,
    ServerAccount,
    ServerIdentity,
    ShelfItem,
    WatchedState,
)
from engine.errors import SourceRejected, SourceUnavailable
from engine.ports.clock import Clock
from engine.ports.library import Control

T = TypeVar("T")
HISTORY = 1_000
WATCHED = 500
"""Rows a page."""
WEB = "https://app.plex.tv/desktop/#!/server"


class Plex:
    """``engine.ports.library.MediaServer``. The owner's token reads shelves, sharing and history; what a person has
    watched is read with their own token and nothing else.
    """

    def __init__(self, client: PlexClient, tv: PlexTv, clock: Clock) -> None:
        self._client = client
        self._tv = tv
        self._shelves = Shelves(client)
        self._access = Access(client.name, tv, clock)
        self._identity: ServerIdentity | None = None
        self._owner = ""

    async def identity(self) -> ServerIdentity:
        made = self._there(await self._client.ask("/", parsers.identity))
        self._identity = made
        return made

    async def sections(self) -> list[Section]:
        return await self._shelves.sections()

    async def accounts(self) -> list[ServerAccount]:
        """By their ids on plex.tv, the owner's as well, which the server itself calls 1."""
        sections, _ = await self._shelves.told()
        told = await self._tv.accounts(await self._machine())
        self._owner = next(one.id for one in told if one.owner)
        return [limits.narrowed(one, self._tv.limits(one.id), sections) for one in told]

    def items(self, section: str, *, start: int = 0) -> AsyncIterator[Sequence[ShelfItem]]:
        return self._shelves.items(section, start=start)

    def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        return self._shelves.changed(section, since)

    def visible(self, account_id: str, part: Part, keys: Sequence[str] | None = None) -> AsyncIterator[Sequence[str]]:
        """By age rating and labels, as the owner sees them: guests' keys to the server are not given out."""
        return self._shelves.visible(part, self._tv.limits(account_id), keys)

    async def item(self, key: str) -> ShelfItem | None:
        return await self._shelves.item(key)

    async def watched(self, account_id: str, token: str) -> AsyncIterator[Sequence[WatchedState]]:
        """Read with the account's own token; the owner's own may be left out. Raises SourceRejected for another's."""
        own = await self._own(account_id, token)
        try:
            sections, _ = await self._shelves.told(own)
            for section in sections:
                async for rows in self._watched_in(section, account_id, own):
                    yield rows
        except SourceRejected:
            self._access.forget(token)  # it may have got a new one
            raise

    async def _watched_in(self, section: Section, account: str, own: str) -> AsyncIterator[Sequence[WatchedState]]:
        if section.media_type is None:
            return
        asked = {"type": parsers.NUMBERS[section.media_type], "sort": "addedAt:asc", **BRIEFLY}
        listing = Listing(f"/library/sections/{section.key}/all", asked, WATCHED, own)
        async for rows in pages(self._client, listing, lambda row: playing.watched(row, account)):
            if rows:
                yield rows

    async def history(self, since: datetime | None = None) -> AsyncIterator[Sequence[Playback]]:
        """Everybody's, as the server's owner sees it: each row says when a title was counted as seen."""
        owner = await self._owner_id()
        asked: dict[str, str | int] = {"sort": "viewedAt:asc"}
        if since is not None:
            asked["viewedAt>"] = int(since.timestamp())
        listing = Listing("/status/sessions/history/all", asked, HISTORY)
        async for rows in pages(self._client, listing, lambda row: playing.playback(row, owner)):
            if fresh := [row for row in rows if since is None or row.started_at >= since.replace(microsecond=0)]:
                yield fresh

    async def players(self, token: str = "") -> list[Player]:
        """Those the server sees, and those of the account that plex.tv knows to be reachable or not."""
        near = await self._client.run(client_players.clients, token=await self._key(token), repeatable=True)
        seen = [found for one in near or () if (found := playing.client(one))]
        far = [found for one in (await self._tv.resources(token)).iter() if (found := playing.device(one))]
        return list({player.id: player for player in [*far, *seen]}.values())

    async def play(self, player_id: str, keys: Sequence[str], *, token: str = "", queue: bool = False) -> None:
        """Raises SourceUnavailable ``plex-player-gone`` where the player or the titles are not there."""
        wanted = [key for key in keys if key.isascii() and key.isdecimal()]
        if wanted:
            links = await self._addresses(player_id, token)
            await self._played(lambda server: client_players.play(server, player_id, wanted, links, queue=queue), token)

    async def control(self, player_id: str, control: Control, *, token: str = "") -> None:
        links = await self._addresses(player_id, token)
        await self._played(lambda server: client_players.control(server, player_id, control, links), token)

    async def now_playing(self) -> list[NowPlaying]:
        owner = await self._owner_id()
        read = await self._client.ask(
            "/status/sessions", lambda told: page(told, lambda row: playing.now_playing(row, owner))
        )
        return self._there(read).rows

    def deep_link(self, key: str) -> str:
        """Opens the title in Plex's web app, or its app on the device; empty before ``identity`` was asked."""
        if self._identity is None:
            return ""
        return f"{WEB}/{self._identity.id}/details?key={quote(f'/library/metadata/{key}', safe='')}"

    async def put_playlist(self, token: str, name: str, keys: Sequence[str], summary: str) -> None:
        """Titles the account may not see are left out; of a series its first episode is put in."""
        await self._done(lambda server: lists.put_playlist(server, name, keys, summary), token)

    async def put_collection(self, section: str, name: str, keys: Sequence[str], summary: str) -> None:
        await self._done(lambda server: lists.put_collection(server, section, name, keys, summary), "")

    async def save(self, token: str, media_type: str, ids: ExternalIds) -> bool:
        """Put on the account's watchlist; False where Plex knows no such title."""
        kind = parsers.NUMBERS[MediaType.MOVIE if media_type == MediaType.MOVIE else MediaType.TV]
        return await self._tv.save(token, kind, ids)

    async def close(self) -> None:
        await self._client.close()
        await self._tv.close()

    async def _machine(self) -> str:
        return (self._identity or await self.identity()).id

    async def _owner_id(self) -> str:
        self._owner = self._owner or (await self._tv.owner()).id
        return self._owner

    async def _own(self, account_id: str, token: str) -> str:
        """What to read with as that account. Raises SourceRejected where that cannot be."""
        if not token:
            if account_id != await self._owner_id():
                raise SourceRejected("plex-own-token-needed", name=self._client.name)
            return ""
        key = await self._access.key(token, await self._machine())
        if key.account_id != account_id:
            raise SourceRejected("plex-other-account", name=self._client.name)
        return key.token

    async def _key(self, token: str) -> str:
        """What opens the server for whoever's token of plex.tv it is; the owner's without."""
        return (await self._access.key(token, await self._machine())).token if token else ""

    async def _addresses(self, player_id: str, token: str) -> list[str]:
        return accounts.addresses(await self._tv.resources(token), player_id)

    async def _played(self, call: Callable[[Connection], None], token: str) -> None:
        if not await self._tried(call, token):
            raise SourceUnavailable("plex-player-gone", name=self._client.name)

    async def _done(self, call: Callable[[Connection], None], token: str) -> None:
        if not await self._tried(call, token):
            raise SourceUnavailable("plex-title-gone", name=self._client.name)

    async def _tried(self, call: Callable[[Connection], None], token: str) -> bool:
        """False where something it needs is not there."""

        def doing(server: Connection) -> bool:
            call(server)
            return True

        try:
            return await self._client.run(doing, token=await self._key(token)) is not None
        except SourceRejected:
            self._access.forget(token)
            raise

    def _there(self, answer: T | None) -> T:
        """What every Plex server has."""
        if answer is None:
            raise SourceUnavailable("integration-unreadable", name=self._client.name, reason="HTTP 404")
        return answer

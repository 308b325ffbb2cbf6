"""A Jellyfin server as a media server of the product."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from urllib.parse import quote

from adapters.library.jellyfin import lists, players
from adapters.library.jellyfin.client import JellyfinClient, segment
from adapters.library.jellyfin.fields import key, text
from adapters.library.jellyfin.history import history
from adapters.library.jellyfin.parsers import MOVIE, SERIES, external_ids, identity
from adapters.library.jellyfin.shelving import Shelving
from adapters.library.jellyfin.watched import PLAIN, watched
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
from engine.errors import SourceUnavailable
from engine.ports.library import Control

_KINDS: Mapping[str, str] = MappingProxyType({MediaType.MOVIE.value: MOVIE, MediaType.TV.value: SERIES})


class JellyfinServer:
    """``MediaServer`` over Jellyfin's API. An empty ``token`` means the administrator's API key."""

    def __init__(self, client: JellyfinClient) -> None:
        self._client = client
        self._shelving = Shelving(client)
        self._id = ""

    async def identity(self) -> ServerIdentity:
        """Asked with the API key, so that a wrong one shows."""
        answer = await self._client.ask("/System/Info")
        if answer.get("IsShuttingDown") is True:
            raise SourceUnavailable("integration-unavailable", name=self._client.name, reason="shutting down")
        told = identity(answer)
        if told is None:
            raise self._client.unreadable("server without id")
        self._id = told.id
        return told

    async def sections(self) -> list[Section]:
        return [await self._shelving.section(shelf) for shelf in await self._shelving.shelves()]

    async def accounts(self) -> list[ServerAccount]:
        """Everybody. Libraries of which an account may see some titles only are ``parts``, not ``sections``."""
        return await self._shelving.accounts()

    def visible(self, account_id: str, part: Part, keys: Sequence[str] | None = None) -> AsyncIterator[Sequence[str]]:
        """As the server itself answers for the account."""
        return self._shelving.visible(account_id, part.section, keys)

    def items(self, section: str, *, start: int = 0) -> AsyncIterator[Sequence[ShelfItem]]:
        """By when they were added. Series come without files."""
        return self._shelving.items(section, start)

    def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        return self._shelving.changed(section, since)

    async def item(self, key: str) -> ShelfItem | None:
        """A film or series; the key of a season or episode finds its series."""
        return await self._shelving.item(key)

    def watched(self, account_id: str, token: str) -> AsyncIterator[Sequence[WatchedState]]:
        """As the account; without a token the API key asks for that account, which is as reliable here."""
        return watched(self._client, account_id, token)

    async def history(self, since: datetime | None = None) -> AsyncIterator[Sequence[Playback]]:
        """The last playback of each title by each active account: Jellyfin keeps no earlier ones."""
        async for page in history(self._client, await self._shelving.active_accounts(), since):
            yield page

    async def players(self, token: str = "") -> list[Player]:
        return await players.players(self._client, token)

    async def play(self, player_id: str, keys: Sequence[str], *, token: str = "", queue: bool = False) -> None:
        await players.play(self._client, player_id, keys, token=token, queue=queue)

    async def control(self, player_id: str, control: Control, *, token: str = "") -> None:
        await players.control(self._client, player_id, control, token=token)

    async def now_playing(self) -> list[NowPlaying]:
        return await players.now_playing(self._client)

    def deep_link(self, key: str) -> str:
        if not self._id:
            return ""
        return f"{self._client.public_url}/web/#/details?id={quote(key, safe='')}&serverId={quote(self._id, safe='')}"

    async def put_playlist(self, token: str, name: str, keys: Sequence[str], summary: str) -> None:
        await lists.put_playlist(self._client, token, name, keys, summary)

    async def put_collection(self, section: str, name: str, keys: Sequence[str], summary: str) -> None:
        """Collections belong to no library in Jellyfin, so the library's name stands behind the collection's."""
        shelf = next((shelf for shelf in await self._shelving.shelves() if shelf.key == section), None)
        if shelf is None:
            raise SourceUnavailable("jellyfin-library-gone", name=self._client.name)
        await lists.put_collection(self._client, f"{name} – {shelf.name}", keys, summary)

    async def save(self, token: str, media_type: str, ids: ExternalIds) -> bool:
        """Make it a favourite, which is Jellyfin's list for later; False where the account sees no such title."""
        kind = _KINDS.get(media_type)
        if kind is None or not ids:
            return False
        account = await self._client.account_of(token)
        told = await self._find(kind, ids, account, token)
        if not told:
            return False
        reply = await self._client.say("POST", f"/UserFavoriteItems/{segment(told)}", {"userId": account}, token=token)
        if reply.status >= 300 and reply.status != 404:
            raise self._client.refused(reply)
        return reply.status < 300

    async def close(self) -> None:
        await self._client.close()

    async def _find(self, kind: str, ids: ExternalIds, account: str, token: str) -> str:
        """Jellyfin cannot be asked for a TMDB id, so its titles are looked through as the account sees them."""
        query = {**PLAIN, "userId": account, "includeItemTypes": kind, "fields": "ProviderIds"}
        async for page in self._client.pages(query, token=token, size=1_000):
            for row in page:
                if _same(external_ids(row), ids) and text(row.get("Type")) == kind:
                    return key(row.get("Id"))
        return ""


def _same(one: ExternalIds, other: ExternalIds) -> bool:
    """By the first id that both have."""
    pairs = ((one.tmdb, other.tmdb), (one.imdb, other.imdb), (one.tvdb, other.tvdb))
    return next((first == second for first, second in pairs if first and second), False)

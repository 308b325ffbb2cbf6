"""Reading libraries and what is in them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from adapters.library.jellyfin.client import JellyfinClient, Query, segment
from adapters.library.jellyfin.fields import Json, key, rows, text, whole
from adapters.library.jellyfin.media_files import media_files
from adapters.library.jellyfin.parsers import (
    EPISODE,
    MEDIA_TYPES,
    SEASON,
    SERIES,
    Shelf,
    account,
    shelf_item,
    shelves,
)
from adapters.library.jellyfin.watched import require_state
from engine.domain.items import MediaType
from engine.domain.media import Section, ServerAccount, ShelfItem
from engine.errors import SourceUnavailable

FIELDS = (
    "ChildCount,CustomRating,DateCreated,Genres,MediaSources,MediaStreams,OriginalTitle,Overview,Path,People,ProviderIds,"
    "RecursiveItemCount,Studios,Tags"
)
PAGE = 250
"""Titles with their files and people are some ten kilobytes each."""
_LARGE = 1_000
"""Titles of which only the key is read."""
_SERIES_AT_ONCE = 50
_WHOLE = {
    "recursive": True,
    "fields": FIELDS,
    "enableUserData": False,
    "enableImages": False,
    "collapseBoxSetItems": False,
    "sortBy": "DateCreated,SortName",
    "sortOrder": "Ascending",
}
"""Without ``collapseBoxSetItems`` a collection may stand in for its films."""


class Shelving:
    """The libraries of one server, as its administrator sees them."""

    def __init__(self, client: JellyfinClient) -> None:
        self._client = client

    async def shelves(self) -> list[Shelf]:
        return shelves(await self._client.ask_list("/Library/VirtualFolders"))

    async def section(self, shelf: Shelf) -> Section:
        count = await self._count(shelf) if shelf.kind else 0
        return Section(shelf.key, shelf.name, MEDIA_TYPES.get(shelf.kind), count)

    async def accounts(self) -> list[ServerAccount]:
        """Everybody. Of those with limits on titles only the server knows what they see: see ``visible``."""
        everything = await self.shelves()
        return [told for row in await self._client.ask_list("/Users") if (told := account(row, everything))]

    async def active_accounts(self) -> list[str]:
        """Ids of those who are not disabled."""
        people = [account(row, ()) for row in await self._client.ask_list("/Users")]
        return [told.id for told in people if told and told.active]

    async def items(self, section: str, start: int) -> AsyncIterator[Sequence[ShelfItem]]:
        everything = await self.shelves()
        shelf = self._known(section, everything)
        if not shelf.kind:
            return
        told: set[str] = set()
        async for page in self._client.pages(_of(shelf), start=start, size=PAGE):
            fresh = [item for item in _read(page, shelf, everything) if item.key not in told]
            told |= {item.key for item in fresh}
            yield fresh

    async def visible(
        self, account_id: str, section: str, keys: Sequence[str] | None = None
    ) -> AsyncIterator[Sequence[str]]:
        """Keys of the titles of a library that an account may open, of all or of those among ``keys``.

        Raises SourceRejected where the server answers as if nobody in particular had asked.
        """
        shelf = self._known(section, await self.shelves())
        if not shelf.kind:
            return
        query = {**_of(shelf), "userId": account_id, "enableUserData": True, "fields": None}
        async for page in self._pages_of(query, keys):
            require_state(self._client, page)
            yield [told for row in page if (told := key(row.get("Id")))]

    async def _pages_of(self, query: Query, keys: Sequence[str] | None) -> AsyncIterator[list[Json]]:
        asked = [query] if keys is None else [{**query, "ids": ",".join(part)} for part in _parts(keys)]
        for one in asked:
            async for page in self._client.pages(one, size=_LARGE):
                yield page

    async def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        """By when the server last wrote them; series also where an episode of theirs was written."""
        everything = await self.shelves()
        shelf = self._known(section, everything)
        moment = since.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if not shelf.kind:
            return
        told: set[str] = set()
        async for page in self._client.pages({**_of(shelf), "minDateLastSaved": moment}, size=PAGE):
            found = _read(page, shelf, everything)
            told |= {item.key for item in found}
            yield found
        if shelf.kind == SERIES:
            series = await self._series_with_changed_episodes(shelf, moment)
            for part in _parts(sorted(series - told)):
                async for page in self._client.pages({**_of(shelf), "ids": ",".join(part)}, size=PAGE):
                    yield _read(page, shelf, everything)

    async def item(self, told: str) -> ShelfItem | None:
        """A film or series; that of a season or episode is its series. Series come with the files of one episode."""
        row = await self._row(told)
        if row is not None and text(row.get("Type")) in {SEASON, EPISODE}:
            series = key(row.get("SeriesId"))
            row = await self._row(series) if series else None
        shelf = await self._shelf_of(row) if row is not None else None
        found = shelf_item(row, shelf) if row is not None and shelf is not None else None
        if found is None or found.media_type is not MediaType.TV or found.files:
            return found
        return _with_files(found, await self._an_episode(found.key))

    async def _count(self, shelf: Shelf) -> int:
        query: Query = {"parentId": shelf.folder, "recursive": True, "includeItemTypes": shelf.kind, "limit": 1}
        answer = await self._client.ask("/Items", {**query, "enableImages": False, "collapseBoxSetItems": False})
        total = whole(answer.get("TotalRecordCount"))
        if total is None or total < 0 or (total == 0 and rows(answer.get("Items"))):
            raise self._client.unreadable("no total")
        return total

    def _known(self, section: str, everything: Sequence[Shelf]) -> Shelf:
        """Jellyfin takes a library it does not know for all libraries, so it must not be asked for one."""
        for shelf in everything:
            if shelf.key == section:
                return shelf
        raise SourceUnavailable("jellyfin-library-gone", name=self._client.name)

    async def _series_with_changed_episodes(self, shelf: Shelf, moment: str) -> set[str]:
        query = {**_of(shelf), "includeItemTypes": EPISODE, "fields": None, "minDateLastSaved": moment}
        found: set[str] = set()
        async for page in self._client.pages(query):
            found |= {series for row in page if (series := key(row.get("SeriesId")))}
        return found

    async def _row(self, told: str) -> Json | None:
        """``/Items/{id}`` needs an account to look for; this does not."""
        answer = await self._client.look("/Items", {**_WHOLE, "ids": told, "limit": 1})
        if answer is not None and not isinstance(answer.get("Items"), list):
            raise self._client.unreadable("no items")
        found = rows(answer.get("Items")) if answer else []
        return next((row for row in found if key(row.get("Id")) == key(told)), None)

    async def _shelf_of(self, row: Json) -> Shelf | None:
        path, kind = text(row.get("Path")), text(row.get("Type"))
        everything = [shelf for shelf in await self.shelves() if shelf.kind == kind]
        deepest = max(everything, key=lambda shelf: shelf.depth(path), default=None)
        if deepest and deepest.depth(path):
            return deepest
        for shelf in everything:
            query = {"parentId": shelf.folder, "recursive": True, "ids": key(row.get("Id")), "limit": 1}
            answer = await self._client.ask("/Items", {**query, "enableImages": False})
            if any(key(found.get("Id")) == key(row.get("Id")) for found in rows(answer.get("Items"))):
                return shelf
        return None

    async def _an_episode(self, series: str) -> Json | None:
        query: Query = {"fields": "MediaSources,MediaStreams", "limit": 1, "isMissing": False, "enableImages": False}
        answer = await self._client.look(f"/Shows/{segment(series)}/Episodes", query)
        return next(iter(rows(answer.get("Items"))), None) if answer else None


def _of(shelf: Shelf) -> Query:
    return {**_WHOLE, "parentId": shelf.folder, "includeItemTypes": shelf.kind}


def _read(page: Iterable[Json], shelf: Shelf, everything: Sequence[Shelf]) -> list[ShelfItem]:
    """Its titles; those that plainly lie in another library are not taken for its own, whatever the server says."""
    others = [other for other in everything if other.folder != shelf.folder]
    found: list[ShelfItem] = []
    for row in page:
        path = text(row.get("Path"))
        if path and not shelf.depth(path) and any(other.depth(path) for other in others):
            continue
        if row.get("Type") == shelf.kind and (item := shelf_item(row, shelf)):
            found.append(item)
    return found


def _with_files(item: ShelfItem, episode: Json | None) -> ShelfItem:
    return replace(item, files=media_files(episode)) if episode else item


def _parts(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + _SERIES_AT_ONCE] for start in range(0, len(keys), _SERIES_AT_ONCE)]

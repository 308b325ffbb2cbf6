"""What lies in the sections of a server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from xml.etree.ElementTree import Element

from adapters.library.plex import limits, parsers
from adapters.library.plex.client import Connection, PlexClient
from adapters.library.plex.elements import Page, page, text
from adapters.library.plex.files import files, has_streams
from adapters.library.plex.limits import Filters
from adapters.library.plex.paging import Listing, one, pages, to_the_end
from engine.domain.items import MediaType
from engine.domain.media import MediaFile, Part, Section, ShelfItem
from engine.errors import SourceRejected, SourceUnavailable

ITEMS = 250
"""Titles a page: with files and streams some megabytes of XML."""
KEYS = 1_000
"""Titles a page where little is read of each."""
BRIEFLY: dict[str, str | int] = {
    "excludeElements": "Media,Genre,Country,Guid,Rating,Collection,Director,Writer,Role,Producer,Image",
    "excludeFields": "summary,tagline",
}
STREAMS = {"includeElements": "Stream"}
TOGETHER = 50
"""Titles that are asked for in one address."""
Languages = dict[str, str | None]
Rated = tuple[str, str, frozenset[str]]
"""A title's key, its age rating and its labels, as far as they are told."""


class Shelves:
    """Reads sections and their titles as the server's owner."""

    def __init__(self, client: PlexClient) -> None:
        self._client = client

    async def sections(self) -> list[Section]:
        """Those of films and series with how many they hold."""
        told, _ = await self.told()
        return [
            replace(section, count=await self._count(section)) if section.media_type else section for section in told
        ]

    async def items(self, section: str, *, start: int = 0) -> AsyncIterator[Sequence[ShelfItem]]:
        """In order of when they were added: what comes meanwhile comes last."""
        found = await self._section(section)
        if found is None or found[0].media_type is None:
            return
        listing = self._listing(section, found[0].media_type, {"sort": "addedAt:asc"})
        fetch = _WithStreams(self._client, listing, partial(_row, *found), films=found[0].media_type is MediaType.MOVIE)
        async for rows in to_the_end(fetch, listing.size, self._client.name, start=start):
            yield rows

    async def changed(self, section: str, since: datetime) -> AsyncIterator[Sequence[ShelfItem]]:
        """Those added or changed after ``since``; of series also those that got an episode."""
        found = await self._section(section)
        if found is None or found[0].media_type is None:
            return
        series = found[0].media_type is MediaType.TV
        seen: set[str] = set()
        for name in ("updatedAt", "episode.addedAt" if series else "addedAt"):
            listing = self._listing(section, found[0].media_type, {f"{name}>>": int(since.timestamp())})
            async for rows in pages(self._client, listing, partial(_row, *found)):
                fresh = [row for row in rows if row.key not in seen and (series or _after(row, since))]
                seen.update(row.key for row in fresh)
                if fresh:
                    yield fresh

    async def visible(
        self, part: Part, told: Filters, keys: Sequence[str] | None = None
    ) -> AsyncIterator[Sequence[str]]:
        """Keys of the titles that an account with these filters may see; none where they do not make that part."""
        found = await self._section(part.section)
        kept = told.of(found[0]) if found is not None else None
        if found is None or found[0].media_type is None or kept is None or limits.name(kept) != part.name:
            return
        if keys is not None:
            rows = await self._rated_now(part.section, keys)
            yield [key for key, rating, labels in rows if limits.allows(kept, rating, labels)]
            return
        labelled = await self._labelled(part.section, found[0].media_type, limits.labels_in(kept))
        listing = self._listing(part.section, found[0].media_type, {"sort": "addedAt:asc", **BRIEFLY}, KEYS)
        async for rows in pages(self._client, listing, _rated):
            known = [(key, rating, own | labelled.get(key, frozenset())) for key, rating, own in rows]
            yield [key for key, rating, labels in known if limits.allows(kept, rating, labels)]

    async def _rated_now(self, section: str, keys: Sequence[str]) -> list[Rated]:
        """Those of these titles that lie in the section; asked for by themselves they come with all their labels."""
        known, found = [key for key in keys if key.isascii() and key.isdecimal()], list[Rated]()
        for start in range(0, len(known), TOGETHER):
            path = f"/library/metadata/{','.join(known[start : start + TOGETHER])}"
            found += await self._client.ask(path, lambda told: _rated_in(told, section)) or []
        return found

    async def _labelled(self, section: str, kind: MediaType, wanted: frozenset[str]) -> dict[str, frozenset[str]]:
        """Which titles have which of these labels, folded; each is asked for, as lists do not always say it."""
        if not wanted:
            return {}
        path, number = f"/library/sections/{section}", parsers.NUMBERS[kind]
        known = await self._client.ask(f"{path}/label", _labels, {"type": number})
        if known is None:
            raise SourceUnavailable("integration-unreadable", name=self._client.name, reason="no labels")
        found = defaultdict[str, frozenset[str]](frozenset)
        for key, called in known:
            if called in wanted or not wanted.isdisjoint(limits.parted(called)):
                asked: dict[str, str | int] = {"label": key, "sort": "addedAt:asc", **BRIEFLY}
                listing = self._listing(section, kind, asked, KEYS)
                async for rows in pages(self._client, listing, _rated):
                    for title, _, _ in rows:
                        found[title] |= {called}
        return found

    async def item(self, key: str) -> ShelfItem | None:
        """With everything the server knows of it; None where it says that there is no such title."""
        if not key.isascii() or not key.isdecimal():
            return None
        return await self._client.run(lambda server: _detailed(server, key), repeatable=True)

    async def told(self, token: str = "") -> tuple[list[Section], Languages]:
        """The sections that the account may open, without counts, and the languages of their metadata by key."""
        for path in ("/library/sections", "/library/sections/all"):
            answer = await self._client.ask(path, _sections, token=token)
            if answer is not None:
                return answer
        raise SourceUnavailable("integration-unreadable", name=self._client.name, reason="no sections")

    async def _section(self, key: str) -> tuple[Section, str | None] | None:
        told, languages = await self.told()
        return next(((section, languages.get(key)) for section in told if section.key == key), None)

    async def _count(self, section: Section) -> int:
        listing = replace(self._listing(section.key, section.media_type or MediaType.MOVIE, {}), size=0)
        part = await one(self._client, listing, parsers.item_key, 0)
        return (part.total or part.count) if part else 0

    def _listing(self, section: str, kind: MediaType, params: dict[str, str | int], size: int = 0) -> Listing:
        asked: dict[str, str | int] = {"type": parsers.NUMBERS[kind], "includeGuids": 1, **params}
        return Listing(f"/library/sections/{section}/all", asked, size or ITEMS)


class _WithStreams:
    """Pages of titles with what the streams of their files tell, as long as the server tells that in lists at all.

    It is asked for apart: some servers leave out all other elements where these are asked for by name.
    """

    def __init__(
        self, client: PlexClient, listing: Listing, read: Callable[[Element], ShelfItem | None], *, films: bool
    ) -> None:
        self._client = client
        self._listing = listing
        self._read = read
        self._told = films

    async def __call__(self, at: int) -> Page[ShelfItem] | None:
        part = await one(self._client, self._listing, self._read, at)
        if part is None or not part.rows or not self._told:
            return part
        known = await self._streams(at)
        self._told = bool(known)
        return replace(part, rows=[replace(row, files=known.get(row.key, row.files)) for row in part.rows])

    async def _streams(self, at: int) -> dict[str, tuple[MediaFile, ...]]:
        rich = replace(self._listing, params={**self._listing.params, **STREAMS})
        try:
            part = await one(self._client, rich, _streams, at)
        except SourceRejected as error:
            if error.key != "plex-refused":
                raise
            return {}
        return dict(part.rows) if part else {}


def _row(section: Section, tongue: str | None, element: Element) -> ShelfItem | None:
    row = parsers.shelf_item(element, section.key, tongue)
    return row if row is not None and row.media_type is section.media_type else None


def _after(row: ShelfItem, since: datetime) -> bool:
    return any(moment is None or moment >= since for moment in (row.changed_at, row.added_at))


def _sections(container: Element) -> tuple[list[Section], Languages]:
    rows = page(container, parsers.section).rows
    return rows, {text(entry, "key"): parsers.language(entry) for entry in container}


def _rated_in(container: Element, section: str) -> list[Rated]:
    place = text(container, "librarySectionID")
    own = [entry for entry in container if (text(entry, "librarySectionID") or place) == section]
    return [row for entry in own if (row := _rated(entry)) is not None]


def _rated(element: Element) -> Rated | None:
    key = parsers.item_key(element)
    labels = frozenset(limits.folded(text(entry, "tag")) for entry in element.findall("Label"))
    return (key, text(element, "contentRating"), labels) if key else None


def _labels(container: Element) -> list[tuple[str, str]]:
    """What the labels of a section go by, and what they are called, folded."""
    told = page(container, lambda entry: (text(entry, "key"), limits.folded(text(entry, "title")))).rows
    return [(key, called) for key, called in told if key and called]


def _streams(element: Element) -> tuple[str, tuple[MediaFile, ...]] | None:
    return (parsers.item_key(element), files(element)) if has_streams(element) else None


def _detailed(server: Connection, key: str) -> ShelfItem | None:
    container = server.ask(f"/library/metadata/{key}", {"includeGuids": 1})
    rows = page(container, lambda entry: parsers.shelf_item(entry, text(container, "librarySectionID"))).rows
    item = next(iter(rows), None)
    if item is None or item.media_type is not MediaType.TV:
        return item
    return replace(item, files=_example(server, key))


def _example(server: Connection, key: str) -> tuple[MediaFile, ...]:
    """The files of a series' first episode."""
    episode = first_episode(server, key)
    return next((files(entry) for entry in server.ask(f"/library/metadata/{episode}")), ()) if episode else ()


def first_episode(server: Connection, key: str) -> str:
    """Empty where the series has none."""
    window: dict[str, str | int] = {"X-Plex-Container-Start": 0, "X-Plex-Container-Size": 1}
    leaves = server.ask(f"/library/metadata/{key}/allLeaves", window)
    return next((parsers.item_key(entry) for entry in leaves), "")

"""Takes pages of a shelf in: recognises what is new or changed, and keeps it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.syncing.parts import fit, in_parts
from bot.syncing.recognising import (
    Recognised,
    by_its_own,
    folded,
    is_known_here_alone,
    listed_as,
    recognise,
)
from bot.syncing.shelves import kind_of, library_id, nobodys, shelves_of
from bot.syncing.titles import as_item, digest, together
from engine.domain.items import Item, MediaType
from engine.domain.media_records import MatchedBy, StoredItem
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from engine.domain.media import Section, ShelfItem
    from engine.intake import Intake
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage, UnitOfWork

_log = logging.getLogger(__name__)
AT_ONCE = 8
"""Titles that are looked up at the same time."""
ByHand = Mapping[tuple[str, int | None, str], StoredItem]
"""What administrators said, by title, year and kind of the title."""


@dataclass(slots=True)
class Shelving:
    """Keeps what one server's sections hold."""

    vendor: str
    server_id: str
    storage: Storage
    metadata: Metadata | None
    intake: Intake
    generation: int
    shelved: Callable[[Sequence[str]], Awaitable[None]]
    """Is told which titles came to a shelf."""
    _by_hand: ByHand | None = field(default=None)

    async def keep(self, section: Section, page: Sequence[ShelfItem]) -> list[str]:
        """Take the page in; ids of the titles in it that are new or changed."""
        kind = kind_of(section)
        told = {one.key: one for one in page if one.title.strip()}
        if kind is None or not told:
            return []
        digests = {key: digest(one, kind) for key, one in told.items()}
        async with self.storage.unit() as unit:
            known = await unit.server_items.get(self.server_id, told)
            same = {key for key, one in known.items() if self._is_same(one, digests[key], section)}
            await unit.server_items.see(self.server_id, sorted(same), self.generation)
        fresh = [one for key, one in told.items() if key not in same]
        if not fresh:
            return []
        found = await self._recognised(fresh, known, kind)
        moved = [one for item in fresh for one in _left(known.get(item.key), found[item.key][0], section)]
        await self._rename(moved, {item.key: item for item in fresh}, found)
        async with self.storage.unit() as unit:
            await leave(unit, self.vendor, moved)
            entries = [(item, *found[item.key], digests[item.key]) for item in fresh]
            await self._store(unit, section, kind, entries, known)
        ids = {item.key: found[item.key][0].item_id for item in fresh}
        came = [item_id for key, item_id in ids.items() if key not in known or known[key].item_id != item_id]
        if came:
            await self.shelved(came)
        return list(ids.values())

    def _is_same(self, known: StoredItem, told: str, section: Section) -> bool:
        """Whether nothing is to be done; what TMDB has not recognised is looked up by every full reading."""
        recognised = known.matched_by is not MatchedBy.NONE and (self.metadata is None or _in_tmdb(known.item_id))
        return known.digest == told and known.section == section.key and recognised

    async def _recognised(
        self, page: Sequence[ShelfItem], known: Mapping[str, StoredItem], kind: MediaType
    ) -> dict[str, tuple[Recognised, bool]]:
        """By key, and whether that is the last word. No transaction is open while others are asked."""
        by_hand: ByHand = await self._said() if any(one.key not in known for one in page) else {}
        places = asyncio.Semaphore(AT_ONCE)

        async def one(item: ShelfItem) -> tuple[Recognised, bool]:
            before = known.get(item.key)
            if before is not None and not is_same_entry(before, item):
                before = None  # the server gave the key to another title
            said = before if before is not None and before.matched_by is MatchedBy.HAND else by_hand.get(_called(item))
            if said is not None:
                return Recognised(said.item_id, _tmdb_of(said.item_id), MatchedBy.HAND, 1.0), True
            async with places:
                return await self._asked(item, kind, before)

        async with asyncio.TaskGroup() as group:
            tasks = {item.key: group.create_task(one(item)) for item in page}
        return {key: task.result() for key, task in tasks.items()}

    async def _asked(self, item: ShelfItem, kind: MediaType, before: StoredItem | None) -> tuple[Recognised, bool]:
        try:
            return await recognise(item, kind, self.server_id, self.metadata), True
        except RecommendarrError as error:
            _log.info("a title could not be looked up: %s", error.key)
        if before is not None:
            known = Recognised(before.item_id, _tmdb_of(before.item_id), before.matched_by, before.confidence)
            return known, False
        # It is a title of its own until the catalogue of the world answers again.
        return replace(by_its_own(item, kind, self.server_id), confidence=0.0), False

    async def _said(self) -> ByHand:
        """Keys of titles change where a server is made anew; what an administrator said of them holds."""
        if self._by_hand is None:
            async with self.storage.unit() as unit:
                said = await unit.server_items.by_hand(self.server_id)
            self._by_hand = {(folded(one.title), one.year, _listed(one.item_id)): one for one in said}
        return self._by_hand

    async def _rename(
        self,
        moved: Sequence[StoredItem],
        items: Mapping[str, ShelfItem],
        found: Mapping[str, tuple[Recognised, bool]],
    ) -> None:
        """What people did moves along with what was taken for another title, where nothing else is that title."""
        others = {one.item_id for one in moved if one.item_id != found[one.key][0].item_id}
        if not others:
            return
        async with self.storage.unit() as unit:
            lying = await unit.server_items.of_items(others)
        for one in moved:
            to, alone = found[one.key][0].item_id, len(lying.get(one.item_id, ())) <= 1
            if one.item_id != to and alone and is_same_entry(one, items[one.key]):
                await self.intake.rename(one.item_id, to)

    async def _store(
        self,
        unit: UnitOfWork,
        section: Section,
        kind: MediaType,
        fresh: Sequence[tuple[ShelfItem, Recognised, bool, str]],
        known: Mapping[str, StoredItem],
    ) -> None:
        shelf = library_id(self.vendor, self.server_id, section.key)
        items = await unit.items.get_many([found.item_id for _, found, _, _ in fresh])
        for item, found, _, _ in fresh:
            told = as_item(item, found.item_id, kind, found.tmdb_id, frozenset({shelf}))
            items[found.item_id] = together(items.get(found.item_id), told)
        await unit.server_items.put(
            [
                StoredItem(
                    server=self.server_id,
                    key=item.key,
                    section=section.key,
                    item_id=found.item_id,
                    generation=self.generation,
                    title=item.title,
                    year=item.year,
                    matched_by=found.matched_by,
                    confidence=found.confidence,
                    digest=told if last_word else "",
                    files=item.files,
                    added_at=item.added_at,
                    parts=_parts(known.get(item.key), section, told),
                )
                for item, found, last_word, told in fresh
            ]
        )
        fitted = await fit(unit, self.vendor, self.server_id, items) if in_parts(items.values()) else items.values()
        await unit.items.upsert(list(fitted))


async def leave(unit: UnitOfWork, vendor: str, gone: Sequence[StoredItem]) -> None:
    """Take titles off their shelves; a title stays in a library where another copy of it lies."""
    if not gone:
        return
    for server in {one.server for one in gone}:
        await unit.server_items.drop(server, [one.key for one in gone if one.server == server])
    left = await unit.server_items.of_items({one.item_id for one in gone})
    changed = list[Item]()
    for item_id, item in (await unit.items.get_many({one.item_id for one in gone})).items():
        shelves = frozenset[str]().union(*(shelves_of(vendor, one) for one in gone if one.item_id == item_id))
        still = frozenset[str]().union(*(shelves_of(vendor, one) for one in left.get(item_id, ())))
        changed.append(_without(item, shelves - still, vendor))
    await unit.items.upsert(changed)


def _without(item: Item, shelves: frozenset[str] | set[str], vendor: str) -> Item:
    """The title where it lies on these shelves no more.

    On no shelf at all it is open to everybody, as the world's titles are. One that no catalogue of the world lists was
    only ever known to those who could open its shelf: it stays closed.
    """
    left = item.library_ids - shelves
    if left:
        return replace(item, library_ids=left)
    closed = frozenset({nobodys(vendor)}) if is_known_here_alone(item.id) else frozenset[str]()
    return replace(item, library_ids=closed, tags=frozenset(), added_at=None)


def is_same_entry(known: StoredItem, item: ShelfItem) -> bool:
    """Whether the key still stands for the same thing on the shelf, whatever it was taken for."""
    if known.added_at is not None and known.added_at == item.added_at:
        return True
    return (folded(known.title), known.year) == (folded(item.title), item.year)


def _left(known: StoredItem | None, found: Recognised, section: Section) -> list[StoredItem]:
    """Where it was before, if it is now another title or in another section."""
    moved = known is not None and (known.item_id != found.item_id or known.section != section.key)
    return [known] if known is not None and moved else []


def _parts(known: StoredItem | None, section: Section, told: str) -> frozenset[str]:
    """One that changed is in no part of the library until the server says so: its age rating may be another."""
    same = known is not None and known.digest == told and known.section == section.key
    return known.parts if known is not None and same else frozenset()


def _called(item: ShelfItem) -> tuple[str, int | None, str]:
    return folded(item.title), item.year, _kind(item.media_type)


def _listed(item_id: str) -> str:
    return _kind(listed_as(item_id)[0])


def _kind(media_type: MediaType) -> str:
    return MediaType.MOVIE if media_type is MediaType.MOVIE else MediaType.TV


def _in_tmdb(item_id: str) -> bool:
    return _tmdb_of(item_id) is not None


def _tmdb_of(item_id: str) -> int | None:
    return listed_as(item_id)[1]

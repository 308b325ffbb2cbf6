"""Takes pages of a shelf in: recognises what is new or changed, and keeps it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.syncing.recognising import Recognised, by_its_own, listed_as, recognise
from bot.syncing.shelves import kind_of, library_id
from bot.syncing.titles import as_item, digest, together
from engine.domain.media_records import MatchedBy, StoredItem
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from engine.domain.items import Item, MediaType
    from engine.domain.media import Section, ShelfItem
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage, UnitOfWork

_log = logging.getLogger(__name__)
AT_ONCE = 8
"""Titles that are looked up at the same time."""


@dataclass(frozen=True, slots=True)
class Shelving:
    """Keeps what one server's sections hold."""

    vendor: str
    server_id: str
    storage: Storage
    metadata: Metadata | None
    generation: int
    shelved: Callable[[Sequence[str]], Awaitable[None]]
    """Is told which titles came to a shelf."""

    async def keep(self, section: Section, page: Sequence[ShelfItem]) -> int:
        """Take the page in; how many of it were new or changed."""
        kind = kind_of(section)
        if kind is None or not page:
            return 0
        told = {one.key: one for one in page if one.title.strip()}
        digests = {key: digest(one, kind) for key, one in told.items()}
        async with self.storage.unit() as unit:
            known = await unit.server_items.get(self.server_id, told)
            same = [key for key, one in known.items() if self._is_same(one, digests[key], section)]
            await unit.server_items.see(self.server_id, same, self.generation)
        fresh = [one for key, one in told.items() if key not in set(same)]
        found = await self._recognised(fresh, known, kind)
        async with self.storage.unit() as unit:
            await self._store(unit, section, kind, [(one, found[one.key], digests[one.key]) for one in fresh], known)
        if came := [found[one.key].item_id for one in fresh if one.key not in known]:
            await self.shelved(came)
        return len(fresh)

    def _is_same(self, known: StoredItem, told: str, section: Section) -> bool:
        """Whether nothing is to be done; what TMDB has not recognised is looked up by every full reading."""
        recognised = known.matched_by is not MatchedBy.NONE and (self.metadata is None or _in_tmdb(known.item_id))
        return known.digest == told and known.section == section.key and recognised

    async def _recognised(
        self, page: Sequence[ShelfItem], known: dict[str, StoredItem], kind: MediaType
    ) -> dict[str, Recognised]:
        """By key. No transaction is open while others are asked."""
        places = asyncio.Semaphore(AT_ONCE)

        async def one(item: ShelfItem) -> Recognised:
            if (before := known.get(item.key)) is not None and before.matched_by is MatchedBy.HAND:
                return Recognised(before.item_id, _tmdb_of(before.item_id), MatchedBy.HAND, 1.0)
            async with places:
                return await self._asked(item, kind)

        async with asyncio.TaskGroup() as group:
            tasks = {item.key: group.create_task(one(item)) for item in page}
        return {key: task.result() for key, task in tasks.items()}

    async def _asked(self, item: ShelfItem, kind: MediaType) -> Recognised:
        try:
            return await recognise(item, kind, self.server_id, self.metadata)
        except RecommendarrError as error:
            # It is a title of its own until the catalogue of the world answers again.
            _log.info("a title could not be looked up: %s", error.key)
            return replace(by_its_own(item, kind, self.server_id), confidence=0.0)

    async def _store(
        self,
        unit: UnitOfWork,
        section: Section,
        kind: MediaType,
        fresh: Sequence[tuple[ShelfItem, Recognised, str]],
        known: dict[str, StoredItem],
    ) -> None:
        shelf = library_id(self.vendor, self.server_id, section.key)
        moved = [one for item, found, _ in fresh for one in _left(known.get(item.key), found, section)]
        await leave(unit, self.vendor, moved)
        for before in moved:
            now = next(found.item_id for item, found, _ in fresh if item.key == before.key)
            await unit.interactions.move(before.item_id, now)
        items = await unit.items.get_many([found.item_id for _, found, _ in fresh])
        for item, found, _ in fresh:
            told = as_item(item, found.item_id, kind, found.tmdb_id, frozenset({shelf}))
            items[found.item_id] = together(items.get(found.item_id), told)
        await unit.items.upsert(list(items.values()))
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
                    digest=told,
                    files=item.files,
                    added_at=item.added_at,
                )
                for item, found, told in fresh
            ]
        )


async def leave(unit: UnitOfWork, vendor: str, gone: Sequence[StoredItem]) -> None:
    """Take titles off their shelves; a title stays in a library where another copy of it lies."""
    if not gone:
        return
    for server in {one.server for one in gone}:
        await unit.server_items.drop(server, [one.key for one in gone if one.server == server])
    left = await unit.server_items.of_items({one.item_id for one in gone})
    changed = list[Item]()
    for item_id, item in (await unit.items.get_many({one.item_id for one in gone})).items():
        shelves = {library_id(vendor, one.server, one.section) for one in gone if one.item_id == item_id}
        still = {library_id(vendor, one.server, one.section) for one in left.get(item_id, ())}
        changed.append(replace(item, library_ids=item.library_ids - (shelves - still)))
    await unit.items.upsert(changed)


def _left(known: StoredItem | None, found: Recognised, section: Section) -> list[StoredItem]:
    """Where it was before, if it is now another title or in another section."""
    moved = known is not None and (known.item_id != found.item_id or known.section != section.key)
    return [known] if known is not None and moved else []


def _in_tmdb(item_id: str) -> bool:
    return _tmdb_of(item_id) is not None


def _tmdb_of(item_id: str) -> int | None:
    return listed_as(item_id)[1]

"""Which titles of a library somebody with limits may open: as their server tells it, kept as parts of the library."""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.syncing.shelves import is_part, part_id, prefix, shelves_of
from engine.domain.media import Part
from engine.domain.shelf_tags import tag_and_library, tag_on
from engine.errors import SourceRejected, SourceUnavailable

if TYPE_CHECKING:
    from bot.syncing.light import Reading
    from engine.domain.items import Item
    from engine.domain.media_records import StoredItem
    from engine.ports.library import MediaServer
    from engine.ports.storage import Storage, UnitOfWork

_log = logging.getLogger(__name__)
PARTS_VALUE = "parts."
"""Under this and a server's id storage remembers which parts of its libraries there are."""
AT_ONCE = 100
"""Titles that are changed together: others need not wait long for the database."""
LOOKED_THROUGH = 500
"""Titles that are looked at between two chances for others to run."""
Seen = Mapping[Part, frozenset[str]]
"""Keys of the titles in each part."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a reading of the parts brought."""

    changed: frozenset[str] = frozenset()
    """Ids of titles that are open to other people than before."""
    refused: frozenset[Part] = frozenset()
    """Parts of which the server does not say what is in them: nothing is open there."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Reads those of one server. What is in none of them is closed to whoever may open only a part."""

    vendor: str
    server: MediaServer
    storage: Storage

    async def read(self, reading: Reading, keys: Sequence[str] | None = None) -> Told:
        """Read and keep, of all titles or of those among ``keys``.

        Raises SourceUnavailable; a part that was not read until then holds what it held.
        """
        server_id = reading.identity.id
        wanted = _wanted(reading)
        if not wanted and not await self._known(server_id):
            return Told()
        await self._remember(server_id, wanted)
        seen, refused, trouble = dict[Part, frozenset[str]](), set[Part](), None
        for part, account_id in sorted(wanted.items()):
            try:
                told = await self._seen(account_id, part, keys)
            except SourceUnavailable as error:
                trouble = error
                break
            seen[part] = told or frozenset()
            if told is None:
                refused.add(part)
        changed = await self._keep(server_id, seen, frozenset(wanted), keys)
        if trouble is not None:
            raise trouble
        return Told(changed, frozenset(refused))

    async def _seen(self, account_id: str, part: Part, among: Sequence[str] | None) -> frozenset[str] | None:
        """None where the server will not say it."""
        found = set[str]()
        try:
            async for keys in self.server.visible(account_id, part, among):
                found.update(keys)
        except SourceRejected as error:
            _log.warning("what somebody with limits may open stays closed to them: %s", error.key)
            return None
        return frozenset(found)

    async def _known(self, server_id: str) -> frozenset[str]:
        async with self.storage.unit() as unit:
            stored = await unit.values.get(PARTS_VALUE + server_id)
        return frozenset(map(str, json.loads(stored))) if stored else frozenset()

    async def _remember(self, server_id: str, wanted: Iterable[Part]) -> None:
        """That there are such parts, before anything is put into them: so they are emptied when they are over."""
        ids = frozenset(part_id(self.vendor, server_id, part) for part in wanted)
        known = await self._known(server_id)
        if ids != known:
            async with self.storage.unit() as unit:
                await unit.values.put(PARTS_VALUE + server_id, json.dumps(sorted(ids | known)))

    async def _keep(
        self, server_id: str, seen: Seen, wanted: frozenset[Part], among: Sequence[str] | None
    ) -> frozenset[str]:
        """Put the titles into the parts where they were seen, and take them out of all others that were read."""
        parts = _by_section(wanted)
        changed = list[str]()
        async with self.storage.unit() as unit:
            async for page in _copies(unit, server_id, among):
                changed += [one.key for one in page if _names(one, parts, seen) != one.parts]
        ids = set[str]()
        for start in range(0, len(changed), AT_ONCE):
            async with self.storage.unit() as unit:
                stored = await unit.server_items.get(server_id, changed[start : start + AT_ONCE])
                fitted = [replace(one, parts=_names(one, parts, seen)) for one in stored.values()]
                await unit.server_items.put(fitted)
                items = await unit.items.get_many({one.item_id for one in fitted})
                await unit.items.upsert(await fit(unit, self.vendor, server_id, items))
                ids |= items.keys()
        if among is None:  # else others may still be in parts that are over
            async with self.storage.unit() as unit:
                told = json.dumps(sorted(part_id(self.vendor, server_id, part) for part in wanted))
                await unit.values.put(PARTS_VALUE + server_id, told)
        return frozenset(ids)


async def fit(unit: UnitOfWork, vendor: str, server_id: str, items: Mapping[str, Item]) -> list[Item]:
    """The titles in those parts of the server's libraries in which a copy of them is stored, and in no other."""
    copies = await unit.server_items.of_items(items)
    return [
        _fitted(item, vendor, server_id, [one for one in copies.get(item.id, ()) if one.server == server_id])
        for item in items.values()
    ]


async def keys_of(storage: Storage, server_id: str, item_ids: Iterable[str]) -> list[str]:
    """What the server calls its copies of these titles."""
    async with storage.unit() as unit:
        copies = await unit.server_items.of_items(item_ids)
    return [one.key for found in copies.values() for one in found if one.server == server_id]


def in_parts(items: Iterable[Item]) -> bool:
    """Whether any of them is in a part of a library."""
    return any(is_part(library) for item in items for library in item.library_ids)


def _fitted(item: Item, vendor: str, server_id: str, copies: Iterable[StoredItem]) -> Item:
    ours = prefix(vendor, server_id)
    others = frozenset(one for one in item.library_ids if not (is_part(one) and one.startswith(ours)))
    tags = {tag for tag in item.tags if not (is_part(on := tag_and_library(tag)[1]) and on.startswith(ours))}
    told = {tag_and_library(tag) for tag in tags}
    libraries = set(others)
    for copy in copies:
        shelves = shelves_of(vendor, copy)
        parts = frozenset(filter(is_part, shelves))
        libraries |= parts
        # what is said of the copy is said to those who may open the part as well
        tags |= {tag_on(plain, part) for plain, on in told if on in shelves - parts for part in parts}
    return replace(item, library_ids=frozenset(libraries), tags=frozenset(tags))


async def _copies(unit: UnitOfWork, server_id: str, among: Sequence[str] | None) -> AsyncIterator[list[StoredItem]]:
    if among is not None:
        yield list((await unit.server_items.get(server_id, among)).values())
        return
    async for page in unit.server_items.stream(server_id, LOOKED_THROUGH):
        yield page


def _wanted(reading: Reading) -> dict[Part, str]:
    """Parts that somebody may open, and one who does."""
    known = {one.key for one in reading.sections if one.media_type is not None}
    people = sorted((one for one in reading.accounts if one.active), key=lambda one: one.id)
    return {part: one.id for one in people for part in one.parts if part.section in known}


def _by_section(parts: Iterable[Part]) -> Mapping[str, list[Part]]:
    found = defaultdict[str, list[Part]](list)
    for part in parts:
        found[part.section].append(part)
    return found


def _names(copy: StoredItem, parts: Mapping[str, list[Part]], seen: Seen) -> frozenset[str]:
    """Of the parts it is in: by what was read, else as it was."""
    return frozenset(
        part.name
        for part in parts.get(copy.section, ())
        if (copy.key in seen[part] if part in seen else part.name in copy.parts)
    )

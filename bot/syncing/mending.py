"""An administrator says which title something on a shelf is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.playing.copies import is_open
from bot.syncing.enriching import Enriching
from bot.syncing.recognising import likeness, listed_as, title_id
from bot.syncing.shelves import shelves_of
from bot.syncing.shelving import leave
from engine.domain.items import Item, MediaType
from engine.domain.media import ShelfItem
from engine.domain.media_records import MatchedBy, StoredItem
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.call import Call
    from engine.domain.acquisition import Candidate
    from engine.ports.storage import UnitOfWork

CODE_LENGTH = 6
MOST = 2_000
"""Unmatched titles that are looked through."""
_NUMBER = re.compile(r"(?:.*/(?:movie|tv)/)?(\d{1,9})(?:-[^/]*)?/?\Z")
"""A number of TMDB, or an address of a page of theirs."""


def code(item: StoredItem) -> str:
    """Short enough to be typed, and always the same."""
    return hashlib.blake2b(f"{item.server} {item.key}".encode(), digest_size=8).hexdigest()[:CODE_LENGTH]


async def unmatched(call: Call) -> list[StoredItem]:
    """What was not recognised for certain in libraries that the asker may open; an administrator need not own all."""
    async with call.services.storage.unit() as unit:
        weak = await unit.server_items.unmatched(MOST)
    return [one for one in weak if is_open(one, call.viewer.library_ids)]


async def find(call: Call, typed: str) -> StoredItem:
    """The unmatched title of that code. Raises InvalidQuery("unmatched-code")."""
    for item in await unmatched(call):
        if code(item) == typed.casefold():
            return item
    raise InvalidQuery("unmatched-code", code=typed)


def number_in(typed: str) -> int | None:
    """The number that was typed, by itself or in an address."""
    found = _NUMBER.match(typed.strip())
    return int(found[1]) if found else None


async def suggestions(call: Call, item: StoredItem) -> Sequence[Candidate]:
    """What it may be, likeliest first; none where there is no catalogue of the world."""
    metadata = call.services.stack.metadata if call.services.stack else None
    if metadata is None:
        return ()
    found = await metadata.search(item.title, media_type=_listed(item))
    told = ShelfItem(item.key, item.section, _listed(item), item.title, item.year)
    return sorted(found, key=lambda one: likeness(one, told), reverse=True)[:5]


async def say(call: Call, item: StoredItem, number: int) -> Item:
    """It is the title of that number at TMDB: what was done with it moves along. Raises InvalidQuery."""
    services = call.services
    kind = MediaType(item.item_id.partition(":")[0])
    to = title_id(kind, _listed(item), number)
    metadata = services.stack.metadata if services.stack else None
    if metadata is not None and await metadata.details(_listed(item), number) is None:
        raise InvalidQuery("unmatched-number", number=number)
    async with services.storage.unit() as unit:
        alone = len(await unit.server_items.of_item(item.item_id)) <= 1
        await _rename(unit, item, to, number)
    if alone:
        await services.intake.rename(item.item_id, to)
    if metadata is not None:
        languages = services.translations.locales
        refresh = services.snapshots.refresh
        await Enriching(services.storage, metadata, languages, refresh, _unseen, services.clock).add([to])
    await services.snapshots.refresh()
    async with services.storage.unit() as unit:
        found = await unit.items.get(to)
    if found is None:
        raise InvalidQuery("unmatched-number", number=number)
    return found


async def _rename(unit: UnitOfWork, item: StoredItem, to: str, number: int) -> None:
    before, known = await unit.items.get(item.item_id), await unit.items.get(to)
    if before is None:
        raise InvalidQuery("unmatched-code", code=code(item))
    # of the libraries of the title before, only the one in which this lies: others may hold the real one
    lying = (one for one in before.library_ids if one.endswith(f":{item.server}:{item.section}"))
    vendor = next((one.partition(":")[0] for one in lying), "")
    shelves = shelves_of(vendor, item) & before.library_ids
    await leave(unit, vendor, [item])
    fresh = known or _anew(item, before, to, number)
    await unit.items.upsert([replace(fresh, library_ids=fresh.library_ids | shelves)])
    await unit.server_items.put([replace(item, item_id=to, matched_by=MatchedBy.HAND, confidence=1.0)])


def _anew(item: StoredItem, before: Item, to: str, number: int) -> Item:
    """The title as the shelf tells it: what is known of the one it was taken for is not true of it.

    Its vote count is unknown, so that it is looked up.
    """
    if before.tmdb_id is None:
        return replace(before, id=to, tmdb_id=number, vote_count=None, library_ids=frozenset())
    return Item(
        id=to,
        media_type=before.media_type,
        title=item.title,
        year=item.year,
        tmdb_id=number,
        tags=before.tags,
        added_at=item.added_at,
    )


def _listed(item: StoredItem) -> MediaType:
    return listed_as(item.item_id)[0]


def _unseen(done: int, of: int) -> None:
    del done, of

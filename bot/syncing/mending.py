"""An administrator says which title something on a shelf is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.syncing.enriching import Enriching
from bot.syncing.recognising import title_id
from bot.syncing.shelving import leave
from engine.domain.items import Item, MediaType
from engine.domain.media_records import MatchedBy, StoredItem
from engine.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.call import Call
    from engine.domain.acquisition import Candidate
    from engine.ports.storage import UnitOfWork

CODE_LENGTH = 6
MOST = 2_000
"""Unmatched titles among which a code is looked for."""
_NUMBER = re.compile(r"(?:.*/(?:movie|tv)/)?(\d{1,9})(?:-[^/]*)?/?\Z")
"""A number of TMDB, or an address of a page of theirs."""


def code(item: StoredItem) -> str:
    """Short enough to be typed, and always the same."""
    return hashlib.blake2b(f"{item.server} {item.key}".encode(), digest_size=8).hexdigest()[:CODE_LENGTH]


async def find(call: Call, typed: str) -> StoredItem:
    """The unmatched title of that code. Raises InvalidQuery("unmatched-code")."""
    async with call.services.storage.unit() as unit:
        for item in await unit.server_items.unmatched(MOST):
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
    return (await metadata.search(item.title, media_type=_listed(item)))[:5]


async def say(call: Call, item: StoredItem, number: int) -> Item:
    """It is the title of that number at TMDB: what was done with it moves along. Raises InvalidQuery."""
    services = call.services
    kind = MediaType(item.item_id.partition(":")[0])
    to = title_id(kind, _listed(item), number)
    metadata = services.stack.metadata if services.stack else None
    if metadata is not None and await metadata.details(_listed(item), number) is None:
        raise InvalidQuery("unmatched-number", number=number)
    async with services.storage.unit() as unit:
        await _rename(unit, item, to, number)
    if metadata is not None:
        languages = services.translations.locales
        await Enriching(services.storage, metadata, languages, services.snapshots.refresh, _unseen).add([to])
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
    shelves = before.library_ids
    vendor = next((one.partition(":")[0] for one in shelves if f":{item.server}:" in one), "")
    await leave(unit, vendor, [item])
    # its vote count is unknown, so that it is looked up anew
    fresh = known or replace(before, id=to, tmdb_id=number, vote_count=None)
    await unit.items.upsert([replace(fresh, library_ids=fresh.library_ids | shelves)])
    await unit.interactions.move(item.item_id, to)
    await unit.server_items.put([replace(item, item_id=to, matched_by=MatchedBy.HAND, confidence=1.0)])


def _listed(item: StoredItem) -> MediaType:
    film = item.item_id.startswith(("movie:", "anime:film:"))
    return MediaType.MOVIE if film else MediaType.TV


def _unseen(done: int, of: int) -> None:
    del done, of

"""What may be shown to anybody: titles that many here finished and that everybody here may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.cards.card import LONGEST_TITLE
from bot.cards.facts import facts
from bot.fitting import trim
from bot.vocabulary import Card

if TYPE_CHECKING:
    from bot.call import Call
    from engine.catalogue import Catalogue
    from engine.domain.items import Item
    from engine.domain.viewers import Viewer

FEWEST = 3
"""People who must have finished a title, so that nobody's evening shows through."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Popular:
    """A title that anybody may be told of."""

    item: Item
    finished_by: int


def open_to_all(viewers: list[Viewer]) -> frozenset[str]:
    """The libraries that every one of them may open; none where there is nobody."""
    shared = viewers[0].library_ids if viewers else frozenset[str]()
    for viewer in viewers:
        shared &= viewer.library_ids
    return shared


def popular_rows(catalogue: Catalogue, library_ids: frozenset[str]) -> list[int]:
    """Rows on those shelves that ``FEWEST`` or more finished, the most finished first, then by id."""
    rows = np.flatnonzero(catalogue.open_to(library_ids) & (catalogue.popularity >= FEWEST))
    order = np.lexsort((rows, -catalogue.popularity[rows]))
    return [int(row) for row in rows[order]]


async def popular(call: Call, limit: int = SHOWN) -> list[Popular]:
    """The most finished, by what storage says of shelves and people at this moment."""
    catalogue = call.services.snapshots.current
    async with call.services.storage.unit() as unit:
        library_ids = open_to_all(await unit.viewers.all())
        # More than are shown, as a title may have left its shelf since the catalogue was read.
        rows = popular_rows(catalogue, library_ids)[: 4 * limit]
        items = await unit.items.get_many([catalogue.ids[row] for row in rows])
    found = [(items.get(catalogue.ids[row]), int(catalogue.popularity[row])) for row in rows]
    return [Popular(item, count) for item, count in found if item and item.library_ids & library_ids][:limit]


def popular_card(call: Call, one: Popular, number: int) -> Card:
    """Without a match, a poster or a page, which are for those who are known here."""
    return Card(
        item_id=one.item.id,
        title=trim(call.speak.title(one.item), LONGEST_TITLE),
        facts=facts(one.item, call.speak),
        reason=call.speak.text("stranger-popular", count=one.finished_by),
        synopsis=one.item.synopsis_in(call.speak.locale) or "",
        number=number,
    )

"""How a person stands to the titles on a page: what they said of them, and where they put them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from bot.call import Call
from engine.domain.interactions import InteractionKind

FINISHED = 0.8


@dataclass(frozen=True, slots=True)
class Standing:
    """One person and one title."""

    liked: bool = False
    disliked: bool = False
    seen: bool = False
    rating: float | None = None
    lists: tuple[str, ...] = ()
    """Names of the watchlists it is on."""
    hidden_until: datetime | None = None


NONE = Standing()


async def standings(call: Call, item_ids: Collection[str]) -> dict[str, Standing]:
    """By item id, for those of ``item_ids`` about which there is something to say."""
    async with call.services.storage.unit() as unit:
        facts = await unit.interactions.of_titles(call.viewer.id, item_ids)
        lists = await unit.watchlists.of_viewer(call.viewer.id)
        hidings = await unit.hidings.of_viewer(call.viewer.id, call.now)
    found: dict[str, Standing] = {}
    for fact in facts:
        known = found.get(fact.item_id, NONE)
        found[fact.item_id] = _after(known, fact.kind, fact.rating, fact.completion)
    for one in lists:
        for item_id in set(one.item_ids) & set(item_ids):
            known = found.get(item_id, NONE)
            found[item_id] = replace(known, lists=(*known.lists, one.name))
    for hiding in hidings:
        if hiding.item_id in item_ids:
            found[hiding.item_id] = replace(found.get(hiding.item_id, NONE), hidden_until=hiding.until)
    return found


def _after(known: Standing, kind: InteractionKind, rating: float | None, completion: float | None) -> Standing:
    if kind is InteractionKind.LIKE:
        return replace(known, liked=True, disliked=False)
    if kind is InteractionKind.DISLIKE:
        return replace(known, liked=False, disliked=True)
    if kind is InteractionKind.RATING:
        return replace(known, rating=rating, seen=True)
    if kind is InteractionKind.SEEN or (completion or 0) >= FINISHED:
        return replace(known, seen=True)
    return known

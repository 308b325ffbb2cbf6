"""What there is to vote on: ranked for all who are in, and shown only as far as all of them may open it now."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cards.card import public_posters
from bot.cards.group import Shown, picks, spoken
from bot.grouping.attending import Shelves, open_to_all, presser, shelves_of, viewers_of
from engine.domain.query import Query
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.grouping.night import Night, begun
from engine.grouping.rank import GroupPick, rank_group

if TYPE_CHECKING:
    from bot.call import Call
    from bot.vocabulary import Answer
    from engine.domain.items import Item

RESERVE = 30
"""Titles that stand by for those that are vetoed."""


async def chosen(call: Call, night: Night) -> Night:
    """With picks to vote on. Raises InvalidQuery where there is nobody, or nothing for all of them."""
    if not night.attendees:
        raise InvalidQuery("group-empty")
    shelves = await shelves_of(call, night.attendees)
    ranked = await _ranked(call, night, shelves)
    allowed = await open_to_all(call, [one.item_id for one in ranked], shelves)
    ranked = tuple(one for one in ranked if one.item_id in allowed)
    if not ranked:
        raise InvalidQuery("group-nothing")
    return begun(night, ranked)


async def allowed_now(call: Call, night: Night) -> dict[str, Item]:
    """The titles of an evening that all who are in may open at this moment."""
    shelves = await shelves_of(call, night.attendees)
    return await open_to_all(call, [one.item_id for one in (*night.picks, *night.reserve)], shelves)


async def pruned(call: Call, night: Night) -> Night:
    """Without picks that somebody who is in may not open any more. Raises InvalidQuery where none is left."""
    allowed = await allowed_now(call, night)
    left = tuple(one for one in night.picks if one.item_id in allowed)
    if night.picks and not left:
        raise InvalidQuery("group-nothing")
    return replace(night, picks=left)


async def shown(call: Call, night: Night) -> Shown:
    """What may be shown where all who are in, and whoever asks, can read it."""
    shelves = await shelves_of(call, (*night.attendees, presser(call)))
    items = await open_to_all(call, [one.item_id for one in night.picks], shelves)
    someone = (await viewers_of(call, night.attendees))[:1]
    posters = await public_posters(call, items, someone[0] if someone else call.viewer)
    return Shown(spoken(call, night), night, items, posters)


async def picks_answer(call: Call, night: Night, *, replaces: bool = False) -> Answer:
    """All picks with their buttons."""
    return picks(await shown(call, night), replaces=replaces)


async def _ranked(call: Call, night: Night, shelves: Shelves) -> tuple[GroupPick, ...]:
    viewers: list[Viewer] = await viewers_of(call, night.attendees)
    if not viewers:
        # guests alone: what suits somebody of whom nothing is known
        viewers = [Viewer("", "", library_ids=shelves[0].intersection(*shelves[1:]))]
    query = Query(viewers[0].id, night.mode, night.filters, night.text, limit=night.size, on=call.today)
    situations = await call.services.recommender.situations(viewers, query, shelves)
    return await asyncio.to_thread(rank_group, situations, shelves, night.size + RESERVE)

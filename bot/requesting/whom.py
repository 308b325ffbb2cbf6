"""Whom to ask for a title: the one service that fits best, or where it is already; never another in its stead."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.media.choosing import sort_of
from engine.domain.items import MediaType
from engine.errors import InvalidQuery, RecommendarrError

if TYPE_CHECKING:
    from bot.media.choosing import Sort
    from bot.requesting.facts import Facts
    from bot.requesting.requesting import Requesting
    from bot.requesting.sought import Sought
    from engine.domain.media import ExternalIds
    from engine.ports.acquisition import Requests

_log = logging.getLogger(__name__)


def as_told(sought: Sought, facts: Facts) -> Sought:
    """With the id by which TMDB's facts tell anime from other titles, where the asker knows it from nowhere else."""
    if sought.item is not None or facts.item is None:
        return sought
    return replace(sought, item_id=facts.item.id)


def sort_sought(sought: Sought, facts: Facts) -> Sort:
    """By what the catalogue says where the asker may know the title there, else by TMDB."""
    return sort_of(sought.listed, sought.item_id, sought.item or facts.item)


def fittest(requesting: Requesting, sort: Sort) -> tuple[str, Requests]:
    """The first in the line, even while it is down. Raises InvalidQuery("request-nobody")."""
    found = requesting.stack.requesters(sort)
    if not found:
        raise InvalidQuery("request-nobody")
    return found[0]


async def where_it_is(
    requesting: Requesting, chosen: tuple[str, Requests], sought: Sought, ids: ExternalIds
) -> tuple[str, Requests]:  # fmt: skip
    """``chosen``, or the one that has the series already, which is asked for more of it.

    Raises InvalidQuery("request-already") for what another one has: a film, or whatever one of which nothing is asked.
    """
    if chosen[1].decides:
        return chosen
    others = [one for one in requesting.stack.getters if one[0] != chosen[0] and not one[1].decides]
    if not others or await _has(requesting, chosen, sought, ids):
        return chosen
    for other in others:
        if not await _has(requesting, other, sought, ids):
            continue
        if sought.listed is MediaType.MOVIE or not other[1].takes:
            raise InvalidQuery("request-already", title=sought.title, name=other[0])
        return other
    return chosen


async def _has(requesting: Requesting, one: tuple[str, Requests], sought: Sought, ids: ExternalIds) -> bool:
    """As it says; while it does not answer, as it said last."""
    name, requests = one
    listed = MediaType.MOVIE if sought.listed is MediaType.MOVIE else MediaType.TV
    try:
        return await requests.find(listed, ids) is not None
    except RecommendarrError as error:
        _log.info("%s could not be asked whether it has a title: %s", name, error.key)
        return requesting.elsewhere.has(name, sought.keys)

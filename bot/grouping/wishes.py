"""From what was typed after ``/group`` to who comes and what is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.asking.answers import query
from bot.asking.filtered import filtered_query
from bot.filters.reading import count_refused
from bot.filters.words import fold
from bot.naming import may_be_named
from engine.domain.query import Filters, Query
from engine.errors import InvalidQuery
from engine.grouping.night import FEWEST_PICKS, MOST_PICKS
from engine.mood.read import read_mood

if TYPE_CHECKING:
    from bot.call import Call
    from engine.domain.viewers import Viewer

_UNREAD = frozenset({"filter-unknown", "filter-unknown-near"})
_LONGEST_NAME = 4
"""Words."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What one evening is to be like."""

    named: tuple[Viewer, ...]
    """People of the household, without the asker."""
    typed: str
    """The rest, as typed."""
    query: Query


async def read_wish(call: Call, text: str) -> Wish:
    """Raises InvalidQuery naming the first word that means nothing here."""
    named, rest = await _people(call, text)
    if call.room.private and not named:
        raise InvalidQuery("group-names-missing", usage=call.speak.text("command-group.usage"))
    asked = await _asked(call, rest)
    personal = replace(Filters(), influenced_by=asked.filters.influenced_by,
                       exclude_influence=asked.filters.exclude_influence,
                       minimum_confidence=asked.filters.minimum_confidence)  # fmt: skip
    if personal != Filters():
        raise InvalidQuery("group-filter-personal")
    if not FEWEST_PICKS <= asked.limit <= MOST_PICKS:
        raise _refused(str(asked.limit))
    return Wish(named, rest, asked)


async def _asked(call: Call, text: str) -> Query:
    """Filters where all of it is such, else a mood where something of it is understood."""
    if not text:
        return query(call, "tonight", limit=FEWEST_PICKS)
    try:
        found = await filtered_query(call, "tonight", text)
    except InvalidQuery as error:
        if error.key == "filter-count":
            raise _refused(str(error.arguments["number"])) from None
        titles, allowed = call.services.snapshots.titles, may_be_named(call)
        mood = read_mood(text, titles, allowed, this_year=call.today.year)
        if error.key not in _UNREAD or not mood.understood:
            raise
        return query(call, "mood", text=text, limit=FEWEST_PICKS)
    limited = any(word.isdecimal() and int(word) == found.limit for word in text.split())
    return found if limited else replace(found, limit=FEWEST_PICKS)


def _refused(number: str) -> InvalidQuery:
    return count_refused(number, FEWEST_PICKS, MOST_PICKS)


async def _people(call: Call, text: str) -> tuple[tuple[Viewer, ...], str]:
    """People that are named, each by their whole name, and what else was typed. Guests name nobody."""
    words = text.split()
    if not call.viewer.id:
        return (), text
    async with call.services.storage.unit() as unit:
        known = {fold(one.name): one for one in await unit.viewers.all()}
    found: dict[str, Viewer] = {}
    rest: list[str] = []
    while words:
        size = next((n for n in range(_LONGEST_NAME, 0, -1) if _name(words[:n]) in known), 0)
        if size:
            viewer = known[_name(words[:size])]
            found[viewer.id] = viewer
        else:
            rest.append(words[0])
        del words[: size or 1]
    found.pop(call.viewer.id, None)
    return tuple(found.values()), " ".join(rest)


def _name(words: list[str]) -> str:
    """“@Anna,” is Anna."""
    return fold(" ".join(word.lstrip("@").rstrip(",;") for word in words))

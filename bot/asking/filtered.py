"""From what was typed to a question within filters that the catalogue knows."""

from __future__ import annotations

from dataclasses import replace

from bot.asking.answers import query
from bot.asking.titles import find
from bot.call import Call
from bot.filters.reading import FilterRequest, read_filters, unknown
from bot.filters.words import fold
from bot.naming import may_be_named
from bot.syncing.shelves import opened
from engine.domain.items import Item
from engine.domain.query import Filters, Query
from engine.errors import InvalidQuery
from engine.mood.read import read_mood
from engine.mood.request import MoodRequest

_SETS = (
    "media_types", "library_ids", "genres", "exclude_genres", "tags", "collections", "countries", "languages",
    "people", "influenced_by", "exclude_influence",
)  # fmt: skip
_BOUNDS = ("year_from", "year_to", "runtime_from", "runtime_to", "minimum_confidence")


async def filtered_query(call: Call, mode: str, text: str) -> Query:
    """The question that ``text`` asks in ``mode``; where it speaks of a mood, the mood's.

    Raises InvalidQuery naming the first word that means nothing here.
    """
    words = call.registry.filters
    request = read_filters(text, words, this_year=call.today.year)
    filters = await _with_names(call, request)
    if not request.rest:
        return query(call, mode, filters, limit=request.limit)
    said = " ".join(request.rest)
    mood = read_mood(said, call.services.snapshots.titles, may_be_named(call), this_year=call.today.year)
    if mood.residual or mood.unknown_references:
        raise unknown(_first_unknown(request.rest, mood), words)
    if _only_filters(mood):
        return query(call, mode, merged(filters, mood.filters), limit=request.limit)
    return query(call, "mood", filters, text=said, limit=request.limit)


def merged(one: Filters, other: Filters) -> Filters:
    """Both: sets together, and the bounds of ``one`` before those of ``other``."""
    sets = {name: getattr(one, name) | getattr(other, name) for name in _SETS}
    bounds = {name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name) for name in _BOUNDS}
    return replace(one, **sets, **bounds)


def _only_filters(mood: MoodRequest) -> bool:
    """Whether all that was understood is a bound that other modes keep to."""
    understood = replace(mood, filters=Filters(), genres_up=(), understood=(), has_meaning=False)
    return understood == MoodRequest() and mood.filters.genres >= set(mood.genres_up)


def _first_unknown(typed: tuple[str, ...], mood: MoodRequest) -> str:
    unread = {fold(word) for word in (*mood.residual.split(), *mood.unknown_references)}
    return next((word for word in typed if fold(word) in unread), typed[0])


async def _with_names(call: Call, request: FilterRequest) -> Filters:
    found: dict[str, set[str]] = {}
    for key, value in request.named:
        if key == "library":
            found.setdefault("library_ids", set()).add(await _library(call, value))
        elif key == "collection":
            found.setdefault("collections", set()).add(_collection(call, value))
        elif key == "person":
            found.setdefault("people", set()).add(_person(call, value))
        else:
            item = await _title(call, value)
            found.setdefault("influenced_by" if key == "like" else "exclude_influence", set()).add(item.id)
    return replace(request.filters, **{name: frozenset(values) for name, values in found.items()})


async def _library(call: Call, name: str) -> str:
    async with call.services.storage.unit() as unit:
        libraries = await unit.libraries.all()
    for library, open_by in opened(libraries, call.viewer.library_ids):
        if fold(name) in {fold(library.name), fold(library.id)}:
            return open_by
    raise InvalidQuery("library-unknown", name=name)


def _collection(call: Call, name: str) -> str:
    catalogue = call.services.snapshots.current
    named = may_be_named(call)
    for series, known in enumerate(catalogue.collection_names):
        if fold(known) == fold(name):
            rows = (catalogue.collection == series).nonzero()[0]
            if any(named(catalogue.ids[int(row)]) for row in rows):
                return known
    raise InvalidQuery("collection-unknown", name=name)


def _person(call: Call, name: str) -> str:
    hits = call.services.snapshots.titles.find_people(name, limit=1, allowed=may_be_named(call))
    if not hits:
        raise InvalidQuery("person-unknown", name=name)
    return hits[0].name


async def _title(call: Call, text: str) -> Item:
    found = await find(call, text)
    if isinstance(found, Item):
        return found
    raise InvalidQuery("title-unclear" if found.choices else "title-unknown", title=text)

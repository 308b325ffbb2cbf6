"""Checks that the built-in catalogue's facts are well-formed: ``python -m bot.demo.facts_check``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from babel import Locale

from bot.demo import built_in
from bot.demo.people_file import household
from bot.demo.seed import history
from bot.importing.catalogue import BadRecord, read_item
from engine.domain.genres import GENRES
from engine.domain.items import Item

FIELDS = frozenset(
    (
        *("type", "title", "original_title", "titles", "year", "runtime", "seasons", "episodes", "volumes"),
        *("genres", "countries", "language", "keywords", "collection", "library", "synopsis"),
        *("directors", "creators", "writers", "composers", "studios", "cast", "tmdb_id", "imdb_id"),
    )
)
LANGUAGES = ("en", "de", "fr")
SYNOPSIS_WORDS = (18, 60)
LEAST_TITLES = 400
LEAST_COUNTRIES = 25
_CODES = Locale("en")


def main() -> int:
    """Exit code 1 when anything is wrong; every fault is printed with its place."""
    faults = list(catalogue_faults(built_in.records()))
    if not faults:
        faults = list(household_faults(built_in.items(datetime(2026, 1, 1, tzinfo=UTC))))
    for fault in faults:
        sys.stdout.write(fault + "\n")
    if not faults:
        sys.stdout.write(f"{len(built_in.records())} titles are well-formed\n")
    return 1 if faults else 0


def catalogue_faults(records: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """Everything that is wrong with ``records``."""
    items: list[tuple[str, Item]] = []
    for place, record in records:
        try:
            items.append((place, read_item(record)))
        except BadRecord as fault:
            yield f"{place}: {fault}"
            continue
        yield from (f"{place}: {fault}" for fault in _record_faults(record))
    yield from _repeats(items)
    yield from _franchise_faults([item for _, item in items])
    countries = {country for _, item in items for country in item.countries}
    if len(items) < LEAST_TITLES:
        yield f"only {len(items)} titles, {LEAST_TITLES} are the least"
    if len(countries) < LEAST_COUNTRIES:
        yield f"only {len(countries)} countries, {LEAST_COUNTRIES} are the least"


def household_faults(items: list[Item]) -> Iterator[str]:
    """Histories that cite titles the person cannot have watched."""
    for person in household():
        known = {library.id for library in built_in.LIBRARIES}
        yield from (f"{person.name}: no library {name!r}" for name in person.libraries if name not in known)
        try:
            history(person, items, datetime(2026, 1, 1, tzinfo=UTC))
        except LookupError as fault:
            yield str(fault)


def _record_faults(record: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"no field {name!r} is known" for name in record if name not in FIELDS)
    yield from (
        f"no {name}"
        for name in ("type", "year", "genres", "countries", "language", "keywords", "library")
        if not record.get(name)
    )
    yield from (f"no genre {name!r} is known" for name in record.get("genres", ()) if name not in GENRES)
    yield from (
        f"no country {code!r} is known" for code in record.get("countries", ()) if code not in _CODES.territories
    )
    if record.get("language") not in _CODES.languages:
        yield f"no language {record.get('language')!r} is known"
    if record.get("library") not in {library.id for library in built_in.LIBRARIES}:
        yield f"no library {record.get('library')!r} is known"
    for language in LANGUAGES:
        words = len(record.get("synopsis", {}).get(language, "").split())
        if not SYNOPSIS_WORDS[0] <= words <= SYNOPSIS_WORDS[1]:
            yield f"synopsis ({language}) of {words} words"


def _repeats(items: list[tuple[str, Item]]) -> Iterator[str]:
    ids = Counter(item.id for _, item in items)
    names = Counter((item.media_type, item.title, item.year) for _, item in items)
    imdb = Counter(item.imdb_id for _, item in items if item.imdb_id)
    for place, item in items:
        if ids[item.id] > 1 or names[item.media_type, item.title, item.year] > 1 or imdb[item.imdb_id or ""] > 1:
            yield f"{place}: {item.title} ({item.year}) stands here more than once, or shares its id {item.id}"


def _franchise_faults(items: list[Item]) -> Iterator[str]:
    places = Counter(
        (item.collection.name, item.collection.order, item.media_type) for item in items if item.collection
    )
    yield from (
        f"{name}: two parts are number {order}" for (name, order, _), times in places.items() if order and times > 1
    )


if __name__ == "__main__":
    sys.exit(main())

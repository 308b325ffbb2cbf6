"""Reads one line of ``ratings.csv`` or ``items.jsonl``."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from bot.importing.catalogue import BadRecord, read_item
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType, item_id

LIBRARY = "all"
LONGEST_KEY, LONGEST_NUMBER = 100, 18
IDS = frozenset({"tmdbId", "tmdb_id", "imdbId", "imdb_id", "external_ids", "library"})
"""Written in many ways; what cannot be read as an id is none, and no error."""
PERSON = "person-"
_KEY = re.compile(r"[\w.-]{1,64}")
_DECIMAL_COMMA = re.compile(r"(\d+),(\d+)")
_IMDB = re.compile(r"(?:tt)?(\d{5,10})")


def item_of(record: Mapping[str, object], *, votes: bool) -> Item:
    """The title; movieId is required, and is the name of what has none. Raises BadRecord."""
    if "movieId" not in record:
        raise BadRecord("no movieId")
    present = {name: value for name, value in record.items() if name not in IDS and not _missing(value)}
    item = read_item({"title": f"#{str(record['movieId'])[:LONGEST_NUMBER]}", **present, "movieId": None})
    item = replace(
        item, id=title_id(record["movieId"]), library_ids=frozenset({LIBRARY}), tmdb_id=_tmdb_id(record),
        imdb_id=_imdb_id(record),
    )  # fmt: skip
    return item if votes else replace(item, vote_average=None, vote_count=None, popularity=None)


def rating_of(person: str, title: str, stars: float, at: float, line: int) -> Interaction:
    """The rating, ``stars`` of ten, that ``person`` gave ``at`` seconds since 1970."""
    return Interaction(
        # sorts in no order of titles or lines: what happened at one moment must not give the year away
        id=f"rating:{blake2b(f'{person.removeprefix(PERSON)} {title} {line}'.encode(), digest_size=10).hexdigest()}",
        viewer_id=person,
        item_id=title,
        kind=InteractionKind.RATING,
        at=datetime.fromtimestamp(at, UTC),
        rating=stars,
        source="evaluation",
    )


def person_of(cell: str) -> str:
    """The viewer id of whoever rates. Raises BadRecord."""
    name = cell.strip()
    if not name:
        raise BadRecord("no userId")
    if "\n" in name:
        raise BadRecord("userId goes over several lines")
    if "\0" in name:
        raise BadRecord("userId has a byte 0 in it, as a damaged file has")
    if len(name) > LONGEST_KEY:
        name = f"{name[:LONGEST_KEY]}-{blake2b(name.encode(), digest_size=8).hexdigest()}"
    return f"{PERSON}{name}"


def stars_of(cell: str) -> float:
    """The rating as written; 4,5 is 4.5. Raises BadRecord."""
    text = cell.strip()
    if not text:
        raise BadRecord("no rating")
    try:
        value = float(_DECIMAL_COMMA.sub(r"\1.\2", text))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise BadRecord(f"rating {text[:40]!r} is no number")
    return value


def title_id(key: object) -> str:
    """``movie:movielens:<key>``; 7, "7" and 7.0 are the same title, other figures are none. Raises BadRecord."""
    text = "" if isinstance(key, bool) else str(key if key is not None else "").strip().removesuffix(".0")
    if text.isdecimal() and len(text) <= LONGEST_NUMBER:
        text = str(int(text))
    elif not _KEY.fullmatch(text) or _is_figure(text):
        raise BadRecord(f"movieId {str(key)[:40]!r} is no id: a whole number, or letters, digits, dots, - and _")
    return item_id(MediaType.MOVIE, provider="movielens", key=text)


def _tmdb_id(record: Mapping[str, object]) -> int | None:
    text = _text(record, "tmdbId", "tmdb_id").removesuffix(".0")
    return int(text) if text.isdecimal() and 0 < int(text) < 2**31 else None


def _imdb_id(record: Mapping[str, object]) -> str | None:
    """With its tt and at least seven digits: MovieLens writes the bare number."""
    known = _IMDB.fullmatch(_text(record, "imdbId", "imdb_id"))
    return f"tt{known[1].zfill(7)}" if known else None


def _text(record: Mapping[str, object], *names: str) -> str:
    return next((str(record[name]).strip()[:LONGEST_NUMBER] for name in names if record.get(name)), "")


def _is_figure(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _missing(value: object) -> bool:
    blank = isinstance(value, str) and not value.strip()
    return value is None or blank or (isinstance(value, float) and math.isnan(value))

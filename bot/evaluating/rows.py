"""Reads one line of ``ratings.csv`` or ``items.jsonl``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from bot.importing.catalogue import BadRecord, read_item
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType, item_id

LIBRARY = "all"
STARS = 5.0
"""Highest rating in the files."""
LONGEST_KEY, LONGEST_NUMBER = 100, 18
IDS = frozenset({"tmdbId", "tmdb_id", "imdbId", "imdb_id", "external_ids", "library"})
"""Not needed here, and written in many ways."""


def item_of(record: Mapping[str, object], *, votes: bool) -> Item:
    """The title; movieId is required, and is the name of what has none. Raises BadRecord."""
    if "movieId" not in record:
        raise BadRecord("no movieId")
    present = {name: value for name, value in record.items() if name not in IDS and not _missing(value)}
    item = read_item({"title": f"#{str(record['movieId'])[:LONGEST_NUMBER]}", **present, "movieId": None})
    item = replace(item, id=title_id(record["movieId"]), library_ids=frozenset({LIBRARY}))
    return item if votes else replace(item, vote_average=None, vote_count=None, popularity=None)


def rating_of(row: Mapping[str, str | None], line: int) -> Interaction:
    """The rating in ``line``. Raises BadRecord."""
    stars = _figure(row, "rating")
    if not 0 <= stars <= STARS:
        raise BadRecord(f"rating {stars:g} is not between 0 and {STARS:g}")
    person = (row.get("userId") or "").strip()
    if not person:
        raise BadRecord("no userId")
    title = title_id(row.get("movieId"))
    return Interaction(
        # sorts in no order of titles or lines: what happened at one moment must not give the year away
        id=f"rating:{blake2b(f'{person} {title} {line}'.encode(), digest_size=10).hexdigest()}",
        viewer_id=f"person-{person[:LONGEST_KEY]}",
        item_id=title,
        kind=InteractionKind.RATING,
        at=_moment(row),
        rating=max(1.0, 10 * stars / STARS),
        source="evaluation",
    )


def title_id(key: object) -> str:
    """``movie:movielens:<key>``; 7, "7" and 7.0 are the same title. Raises BadRecord."""
    text = "" if isinstance(key, bool) else str(key).strip().removesuffix(".0")
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise BadRecord(f"movieId {str(key)[:40]!r} is no whole number")
    return item_id(MediaType.MOVIE, provider="movielens", key=str(int(text)))


def _missing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def _figure(row: Mapping[str, str | None], column: str) -> float:
    text = (row.get(column) or "").strip()
    if not text:
        raise BadRecord(f"no {column}")
    try:
        value = float(text)
    except ValueError:
        raise BadRecord(f"{column} {text[:40]!r} is no number") from None
    if not math.isfinite(value):
        raise BadRecord(f"{column} {text[:40]!r} is no number")
    return value


def _moment(row: Mapping[str, str | None]) -> datetime:
    seconds = _figure(row, "timestamp")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise BadRecord(f"timestamp {seconds:g} is no moment in seconds since 1970") from None

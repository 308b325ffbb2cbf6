"""Lists of titles, as TMDB tells them. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from adapters.metadata.tmdb.genres import genres_of
from adapters.values import Record, day, number, positive, records, text, values, whole
from engine.domain.acquisition import Candidate
from engine.domain.items import MediaType

LONGEST_SYNOPSIS = 4_000
_SAME = {"cn": "zh", "xx": ""}
"""Codes that TMDB alone uses: Cantonese, and films without words."""


def read_candidates(rows: object, media_type: MediaType) -> list[Candidate]:
    """Titles of one kind; entries that name none are passed over."""
    return [found for row in records(rows) if (found := candidate(row, media_type))]


def candidate(row: Record, media_type: MediaType) -> Candidate | None:
    """One title; its kind is where TMDB counts its number: films and series have numbers of their own."""
    tmdb_id = positive(row.get("id"))
    title = text(row.get("title")) or text(row.get("name")) or text(row.get("original_title"))
    if tmdb_id is None or not title or row.get("adult") is True:
        return None
    released = day(row.get("release_date")) or day(row.get("first_air_date"))
    return Candidate(
        media_type=media_type,
        tmdb_id=tmdb_id,
        title=title,
        year=released.year if released else None,
        released_at=datetime.combine(released, time(), UTC) if released else None,
        popularity=max(0.0, number(row.get("popularity")) or 0.0),
        vote_average=vote_average(row),
        vote_count=vote_count(row),
        language=language(row.get("original_language")),
        genres=genres_of(values(row.get("genre_ids"))),
        synopsis=text(row.get("overview"), LONGEST_SYNOPSIS),
        titles=_further(title, text(row.get("original_title")) or text(row.get("original_name"))),
    )


def with_names(found: list[Candidate], again: list[Candidate]) -> list[Candidate]:
    """Titles with the names that another reading of them adds; those that only it has come last."""
    others = {entry.tmdb_id: entry for entry in again}
    known = {entry.tmdb_id for entry in found}
    named = [
        replace(entry, titles=_further(entry.title, *entry.titles, other.title)) if other else entry
        for entry in found
        for other in (others.get(entry.tmdb_id),)
    ]
    return named + [entry for entry in again if entry.tmdb_id not in known]


def _further(title: str, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name != title))


def vote_average(row: Record) -> float | None:
    """0–10; None where nobody voted."""
    told = number(row.get("vote_average"))
    return told if told is not None and 0 < told <= 10 and vote_count(row) != 0 else None


def vote_count(row: Record) -> int | None:
    told = whole(row.get("vote_count"))
    return told if told is not None and told >= 0 else None


def language(value: object) -> str | None:
    """ISO 639-1."""
    told = text(value).casefold()
    told = _SAME.get(told, told)
    return told if len(told) == 2 and told.isascii() and told.isalpha() else None

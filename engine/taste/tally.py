"""One title's facts, counted up into one row of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from enum import IntEnum
from math import inf, nan

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Interaction, InteractionKind
from engine.taste.weights import FINISHED

SLOTS = 16
"""Session slots: three-hour spans of a workday (0–7) and of a weekend day (8–15)."""
DAY = 86_400.0


class Figure(IntEnum):
    """Columns of the tally."""

    COMPLETION = 0
    """Best, 0–1; nan unknown."""
    FINISHES = 1
    STATED = 2
    """Newest rating or thumb as −1…1; nan when nothing was said."""
    RATING = 3
    """Newest, 1–10; nan."""
    SEEN = 4
    """1 where it was watched or said to be seen, however far."""
    SAVED = 5
    SKIPS = 6
    """Since anything else happened."""
    FIRST = 7
    LAST = 8
    """POSIX seconds of the first and the last fact (skips only where there is nothing else)."""
    LAST_WATCHED = 9
    """-inf when never."""
    SLOT = 10
    """Session slot of the last start; nan unknown."""
    WAIT = 11
    """Days from being added or saved to the first start; nan unknown."""
    MINUTES = 12
    """Watched at the furthest, for what was not finished; nan unknown."""
    FACTS = 13
    """Without skips."""
    FIRST_WATCHED = 14
    """inf when never."""


def tally(facts: Sequence[Interaction], zone: tzinfo) -> list[float]:
    """The row of one title, by ``Figure``; ``facts`` in order of time, at least one."""
    row = [nan] * len(Figure)
    watches = [fact for fact in facts if fact.kind is InteractionKind.WATCH]
    told = [fact for fact in facts if fact.kind is not InteractionKind.SKIP]
    kinds = [fact.kind for fact in facts]
    rated = InteractionKind.RATING in kinds
    finishes = _finishes(watches)
    row[Figure.FINISHES] = max(finishes, kinds.count(InteractionKind.SEEN), rated)
    row[Figure.SEEN] = bool(watches) or rated or InteractionKind.SEEN in kinds
    row[Figure.SAVED] = InteractionKind.SAVE in kinds
    row[Figure.SKIPS] = _skips_at_the_end(kinds)
    row[Figure.FACTS] = len(told)
    span = told or facts
    row[Figure.FIRST], row[Figure.LAST] = span[0].at.timestamp(), span[-1].at.timestamp()
    row[Figure.FIRST_WATCHED] = watches[0].at.timestamp() if watches else inf
    row[Figure.LAST_WATCHED] = watches[-1].at.timestamp() if watches else -inf
    _say(row, facts)
    _watch(row, watches, zone)
    row[Figure.WAIT] = _wait(facts, watches)
    return row


def stated_value(fact: Interaction) -> float | None:
    """What the viewer said outright, −1…1: a rating from 1 to 10 on a line, a thumb at its ends."""
    if fact.kind is InteractionKind.RATING and fact.rating is not None:
        return (min(max(fact.rating, 1.0), 10.0) - 5.5) / 4.5
    return {InteractionKind.LIKE: 1.0, InteractionKind.DISLIKE: -1.0}.get(fact.kind)


def rated_line(rating: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ratings from 1 to 10 as ``stated_value`` reads them."""
    return (np.clip(rating, 1.0, 10.0) - 5.5) / 4.5


def starts(facts: Sequence[Interaction], zone: tzinfo) -> list[tuple[int, int]]:
    """(weekday, hour) of every playback in local time; dates without a time of day are left out."""
    local = [fact.at.astimezone(zone) for fact in facts if fact.kind is InteractionKind.WATCH and has_time(fact.at)]
    return [(at.weekday(), at.hour) for at in local]


def has_time(at: datetime) -> bool:
    """False for a bare date, which imports bring as midnight."""
    at = at.astimezone(UTC)
    return bool(at.hour or at.minute or at.second or at.microsecond)


def _finishes(watches: Sequence[Interaction]) -> int:
    """How often it was seen to its end. The last episodes of a series finish it together, not each by itself."""
    done = [watch.part for watch in watches if (watch.completion or 0) >= FINISHED]
    parts = [part for part in done if part is not None]
    return len(done) - len(parts) + max(Counter(parts).values(), default=0)


def _say(row: list[float], facts: Sequence[Interaction]) -> None:
    for fact in facts:
        if (value := stated_value(fact)) is not None:
            row[Figure.STATED] = value
        if fact.kind is InteractionKind.RATING and fact.rating is not None:
            row[Figure.RATING] = fact.rating


def _watch(row: list[float], watches: Sequence[Interaction], zone: tzinfo) -> None:
    known = [watch.completion for watch in watches if watch.completion is not None]
    if known:
        row[Figure.COMPLETION] = min(max(*known, 0.0), 1.0)
    minutes = [(watch.ended_at - watch.at).total_seconds() / 60 for watch in watches if watch.ended_at is not None]
    if minutes and row[Figure.FINISHES] == 0 and max(minutes) >= 0:
        row[Figure.MINUTES] = max(minutes)
    timed = starts(watches, zone)
    if timed:
        weekday, hour = timed[-1]
        row[Figure.SLOT] = hour // 3 + (8 if weekday >= 5 else 0)


def _wait(facts: Sequence[Interaction], watches: Sequence[Interaction]) -> float:
    """Days to the first start, from what the playback itself says or from the first save before it."""
    if not watches:
        return nan
    first = watches[0]
    since = first.available_at or next(
        (fact.at for fact in facts if fact.kind is InteractionKind.SAVE and fact.at <= first.at), None
    )
    days = (first.at - since).total_seconds() / DAY if since is not None else -1.0
    return days if days >= 0 else nan


def _skips_at_the_end(kinds: Sequence[InteractionKind]) -> int:
    last = max((place for place, kind in enumerate(kinds) if kind is not InteractionKind.SKIP), default=-1)
    return len(kinds) - 1 - last

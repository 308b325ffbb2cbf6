"""What people met, in columns: the only thing that training reads beside the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.domain.interactions import Interaction, InteractionKind
from engine.taste.weights import ABANDONED, FINISHED

LIKED = 0.75
"""Liking from which a title is liked: a rating of 8 of 10, or finished."""
ONCE_MORE = 0.08
"""What each time beyond the first adds to a finished title, up to 1."""
ABANDONED_LIKING = 0.1
HALF_WAY = 0.4
"""A title begun and left in the middle: neither liked nor disliked."""
MOST_PER_PERSON = 5_000
"""The latest meetings of a person that count, so that one account cannot be the crowd."""
_STIR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Log:
    """``m`` meetings, one per person and title, sorted by person, then time."""

    items: tuple[str, ...]
    """Item ids, the columns."""
    people: tuple[str, ...]
    """Viewer ids, the rows; nobody without a meeting."""
    person: NDArray[np.int32]
    """[m]"""
    item: NDArray[np.int32]
    """[m]"""
    liking: NDArray[np.float32]
    """[m] 0–1, liked from ``LIKED``."""
    at: NDArray[np.float64]
    """[m] seconds since 1970."""

    def __len__(self) -> int:
        return len(self.person)

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each person's meetings begin, [people + 1]."""
        return np.append(0, np.cumsum(np.bincount(self.person, minlength=len(self.people)))).astype(np.int64)

    def only(self, keep: NDArray[np.bool_]) -> Log:
        """The meetings for which ``keep`` [m] is true; rows and columns stay, so people may be left without any."""
        return Log(self.items, self.people, self.person[keep], self.item[keep], self.liking[keep], self.at[keep])


def liking_of(rating: ArrayLike, completion: ArrayLike, times: ArrayLike, said: ArrayLike) -> NDArray[np.float32]:
    """How much titles were liked, 0–1, all arguments [m] with nan where unknown.

    A thumb (``said`` 1 or 0) outranks a ``rating`` r of 10, clip((r − 2) / 8), which outranks what was watched:
    ``completion`` 0–1 at best and how many ``times`` to the end.
    """
    stars, seen, often, thumb = (np.asarray(values, np.float64) for values in (rating, completion, times, said))
    again = np.minimum(LIKED + ONCE_MORE * np.maximum(np.nan_to_num(often, nan=1.0) - 1, 0), 1.0)
    watched = np.where(seen >= FINISHED, again, np.where(seen < ABANDONED, ABANDONED_LIKING, HALF_WAY))
    rated = np.clip((stars - 2) / 8, 0, 1)
    liking = np.where(np.isfinite(thumb), np.clip(thumb, 0, 1), np.where(np.isfinite(stars), rated, watched))
    return liking.astype(np.float32)


def log_of(interactions: Iterable[Interaction], items: Sequence[str], now: float) -> Log:
    """The log of these facts: the last word about a title counts, saving and waving on are no meetings.

    Titles outside ``items`` are left out; times after ``now`` (seconds since 1970) count as now.
    """
    column = {item_id: place for place, item_id in enumerate(items)}
    rows: dict[str, int] = {}
    met: dict[tuple[int, int], _Meeting] = {}
    for fact in interactions:
        place = column.get(fact.item_id)
        if place is None or fact.kind in {InteractionKind.SAVE, InteractionKind.SKIP}:
            continue
        key = (rows.setdefault(fact.viewer_id, len(rows)), place)
        met.setdefault(key, _Meeting()).take(fact)
    facts = np.array([meeting.row() for meeting in met.values()], np.float64).reshape(-1, 5)
    keys = np.array(list(met), np.int64).reshape(-1, 2)
    liking = liking_of(facts[:, 0], facts[:, 1], facts[:, 2], facts[:, 3])
    return gathered(tuple(items), tuple(rows), keys, liking, facts[:, 4], now=now)


def gathered(
    items: tuple[str, ...],
    people: tuple[str, ...],
    keys: NDArray[np.int64],
    liking: ArrayLike,
    at: ArrayLike,
    *,
    now: float,
) -> Log:
    """A log from columns in any order: ``keys`` [m, 2] person and item, of doubles the latest counts.

    Times that are missing (nan), infinite or before 1970 count as 1970, times after ``now`` as now. Only the latest
    ``MOST_PER_PERSON`` of a person are kept, and people without any are left out.
    """
    moments = np.clip(np.nan_to_num(np.asarray(at, np.float64), nan=0.0, posinf=now, neginf=0.0), 0.0, max(now, 0.0))
    liked = np.clip(np.nan_to_num(np.asarray(liking, np.float32), nan=HALF_WAY), 0, 1).astype(np.float32)
    person, item = keys[:, 0], keys[:, 1]
    # titles met in the same second come in no order that means something
    stirred = (item.astype(np.uint64) + np.uint64(1)) * _STIR
    order = np.lexsort((stirred, moments, person))
    person, item, liked, moments = person[order], item[order], liked[order], moments[order]
    latest = np.unique((person * max(len(items), 1) + item)[::-1], return_index=True)[1]
    keep = np.sort(len(person) - 1 - latest)
    person, item, liked, moments = person[keep], item[keep], liked[keep], moments[keep]
    counts = np.bincount(person, minlength=len(people))
    ends = np.repeat(np.cumsum(counts), counts)
    recent = ends - np.arange(len(person)) <= MOST_PER_PERSON
    present, renamed = np.unique(person[recent], return_inverse=True)
    return Log(
        items,
        tuple(people[int(row)] for row in present),
        renamed.astype(np.int32),
        item[recent].astype(np.int32),
        liked[recent],
        moments[recent],
    )


class _Meeting:
    """Gathers the facts about one title of one person."""

    __slots__ = ("at", "completion", "said", "said_at", "stars", "times")

    def __init__(self) -> None:
        self.stars = self.said = self.completion = float("nan")
        self.times, self.at, self.said_at = 0, 0.0, float("-inf")

    def take(self, fact: Interaction) -> None:
        at = fact.at.timestamp()
        self.at = max(self.at, at)
        if fact.kind in {InteractionKind.LIKE, InteractionKind.DISLIKE}:
            self._say(at, float("nan"), float(fact.kind is InteractionKind.LIKE))
        elif fact.kind is InteractionKind.RATING and fact.rating is not None:
            self._say(at, fact.rating, float("nan"))
        else:
            done = 1.0 if fact.kind is InteractionKind.SEEN else fact.completion
            if done is not None:
                self.times += done >= FINISHED
                self.completion = float(np.fmax(self.completion, done))

    def row(self) -> tuple[float, float, float, float, float]:
        return self.stars, self.completion, self.times, self.said, self.at

    def _say(self, at: float, stars: float, said: float) -> None:
        if at >= self.said_at:
            self.stars, self.said, self.said_at = stars, said, at

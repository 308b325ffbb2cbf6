"""What people met, in columns: the only thing that training reads beside the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.domain.interactions import Interaction, InteractionKind
from engine.ports.facts import Doubles, FactColumns
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
_STIR_PEOPLE = np.uint64(0xBF58476D1CE4E5B9)


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
    places = {item_id: place for place, item_id in enumerate(items)}
    return log_of_columns(FactColumns.of(interactions), tuple(items), places, now)


def log_of_columns(facts: FactColumns, items: tuple[str, ...], places: Mapping[str, int], now: float) -> Log:
    """The same of facts in columns; ``places`` tells where each of ``items`` stands."""
    item = np.fromiter((places.get(item_id, -1) for item_id in facts.item_ids), np.int64, len(facts))
    kind = np.fromiter(map(_KINDS.__getitem__, facts.kinds), np.int64, len(facts))
    kept = np.flatnonzero((item >= 0) & (kind != _NOTHING))
    rows: dict[str, int] = {}
    viewer_ids = facts.viewer_ids
    person = np.fromiter((rows.setdefault(viewer_ids[k], len(rows)) for k in kept.tolist()), np.int64, len(kept))
    keys = np.stack([person, item[kept]], axis=1)
    order = np.lexsort((keys[:, 1], keys[:, 0]))  # stable: facts of one meeting stay as they came
    found = kept[order]
    first = np.diff(keys[order], axis=0, prepend=-1).any(axis=1)
    told = _Facts(np.cumsum(first) - 1, kind[found], facts.at[found], facts.completion[found], facts.rating[found])
    return gathered(items, tuple(rows), keys[order][first], told.liking(), told.latest(), now=now)


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
    # nor do those of people without any times; else what they met last would be the same titles for all of them
    own = stirred ^ (person.astype(np.uint64) + np.uint64(1)) * _STIR_PEOPLE
    stirred = np.where(_of_one_moment(person, moments), (own ^ own >> np.uint64(29)) * _STIR, stirred)
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


def _of_one_moment(person: NDArray[np.int64], moments: Doubles) -> NDArray[np.bool_]:
    """Whether all that the person of a meeting met was met at the same time, [m]."""
    first, last = (np.full(int(person.max(initial=-1)) + 1, edge) for edge in (np.inf, -np.inf))
    np.minimum.at(first, person, moments)
    np.maximum.at(last, person, moments)
    return (first == last)[person]


_NOTHING, _DISLIKE, _LIKE, _RATING, _SEEN, _WATCH = range(6)
_KINDS: Mapping[str, int] = {
    InteractionKind.SAVE: _NOTHING,
    InteractionKind.SKIP: _NOTHING,
    InteractionKind.DISLIKE: _DISLIKE,
    InteractionKind.LIKE: _LIKE,
    InteractionKind.RATING: _RATING,
    InteractionKind.SEEN: _SEEN,
    InteractionKind.WATCH: _WATCH,
}


@dataclass(frozen=True, slots=True, eq=False)
class _Facts:
    """Facts [f] about some meetings, those of each together."""

    meeting: NDArray[np.int64]
    """[f] ascending, from 0."""
    kind: NDArray[np.int64]
    at: Doubles
    completion: Doubles
    rating: Doubles

    def liking(self) -> NDArray[np.float32]:
        """Of each meeting."""
        says = (self.kind == _LIKE) | (self.kind == _DISLIKE) | ((self.kind == _RATING) & ~np.isnan(self.rating))
        stars, thumb = self._said(np.flatnonzero(says))
        return liking_of(stars, *self._watched(np.flatnonzero(~says)), thumb)

    def latest(self) -> Doubles:
        """When each was last told of."""
        found = self._of_each(0.0)
        np.maximum.at(found, self.meeting, self.at)
        return found

    def _said(self, some: NDArray[np.int64]) -> tuple[Doubles, Doubles]:
        """Stars and thumb that were given last, of one moment those that came last; NaN where there are none."""
        some = some[np.lexsort((self.at[some], self.meeting[some]))]
        last = some[np.diff(self.meeting[some], append=-1) != 0]
        stars, thumb = self._of_each(np.nan), self._of_each(np.nan)
        rated = last[self.kind[last] == _RATING]
        shown = last[self.kind[last] != _RATING]
        stars[self.meeting[rated]] = self.rating[rated]
        thumb[self.meeting[shown]] = self.kind[shown] == _LIKE
        return stars, thumb

    def _watched(self, some: NDArray[np.int64]) -> tuple[Doubles, Doubles]:
        """How far at best (NaN where nothing tells), and how many times to the end."""
        done = np.where(self.kind[some] == _SEEN, 1.0, self.completion[some])
        best, times = self._of_each(np.nan), self._of_each(0.0)
        np.fmax.at(best, self.meeting[some], done)
        np.add.at(times, self.meeting[some], done >= FINISHED)
        return best, times

    def _of_each(self, value: float) -> Doubles:
        return np.full(int(self.meeting[-1]) + 1 if len(self.meeting) else 0, value)

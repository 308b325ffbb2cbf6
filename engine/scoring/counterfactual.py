"""What a figure would be without some of the viewer's titles: the test that evidence has to pass before it is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.viewers import HistoryDepth
from engine.scoring.baselines import Floats, Mask, among
from engine.taste.affinity import PRIOR_GENRE
from engine.taste.profile import TasteProfile
from engine.taste.signals import PRIOR_PEOPLE
from engine.taste.tally import DAY
from engine.taste.weights import SHIPPED

CLEAR, CLEAR_TITLES = 0.10, 2.0
"""Share of a figure by which it must fall: a tenth, or two titles' share where there are more than twenty. Learning is
not quite additive: a title also shifts what is usual for all the others, the less the more of them there are."""
WORTH_SAYING = 0.02
"""Figures smaller than this rest on too little to be taken apart."""
FAR = 1.04
"""Ageing from which what is left of a history is no longer comparable: ten days, at a half-life of 180."""


@dataclass(frozen=True, slots=True, eq=False)
class Credits:
    """The people behind one title, ``p`` of them, and the ``e`` times that they were met in titles that teach."""

    parts: Floats
    """[p] in the title"""
    person: NDArray[np.int64]
    """[e] which of them"""
    rows: NDArray[np.int64]
    """[e] where"""
    values: Floats
    """[e] their part there"""
    weight: Floats
    """[e] of the title there"""
    worth: Floats
    """[e] the same times its strength"""

    def figure(self, gone: NDArray[np.int64], ageing: float) -> float:
        """Σ shrunken mean strength of each one's titles · part, pressed into −1…1, as if ``gone`` were not there.

        All others weigh ``ageing`` times more.
        """
        part = np.where(among(self.rows, gone), 0, self.values * ageing)
        mass = np.bincount(self.person, part * self.weight, len(self.parts))
        worth = np.bincount(self.person, part * self.worth, len(self.parts))
        total = float((worth / (mass + PRIOR_PEOPLE)).astype(np.float32) @ self.parts)
        return total / (1 + abs(total))


class Ledger:
    """The titles that teach a viewer in one domain, ready to be left out."""

    def __init__(self, profile: TasteProfile, catalogue: Catalogue, depth: HistoryDepth) -> None:
        titles = profile.titles
        places = np.flatnonzero((titles.weight > 0) & (titles.rows >= 0))
        order = np.argsort(titles.rows[places], kind="stable")
        self._genre_affinity, self._catalogue = profile.genre_affinity, catalogue
        self._half_life = SHIPPED.half_life_days_all if depth.days is None else SHIPPED.half_life_days
        latest = np.argsort(-titles.last, kind="stable")
        self._newest_rows: list[int] = titles.rows[latest].tolist()
        self._newest_at = titles.last[latest]
        self._rows = titles.rows[places][order]
        self._weight = titles.weight[places][order]
        self._worth = self._weight * titles.strength[places][order]
        self._genre_entries = catalogue.genres.entries(self._rows)
        self._silenced: dict[int, Floats | None] = {}
        self._liked_with: dict[int, NDArray[np.int64]] = {}
        self._finished = titles.times[places][order] > 0
        self._liked = titles.liked[places][order]
        self._strength = titles.strength[places][order]

    @property
    def size(self) -> int:
        """Bytes, about, once all credits were looked up."""
        ends = self._catalogue.people.matrix.indptr
        credited = int((ends[self._rows + 1] - ends[self._rows]).sum())
        return 16 * (credited + len(self._genre_entries[0])) + 40 * len(self._rows) + 40 * len(self._newest_rows)

    def clear(self, before: float, after: float, least: float = CLEAR) -> bool:
        """Whether ``after`` is so much lower that nothing else that is learned from a title can make up for it."""
        least = min(least, CLEAR_TITLES / max(len(self._rows), 1) * least / CLEAR)
        return abs(before) > WORTH_SAYING and before - after > least * abs(before)

    def ageing(self, gone: NDArray[np.int64]) -> float:
        """By how much all other titles would weigh more without ``gone``: weights count back from the newest, ≥ 1."""
        left, absent = 0, frozenset(gone.tolist())
        while left < len(self._newest_rows) and self._newest_rows[left] in absent:
            left += 1
        if left == len(self._newest_rows):
            return 1.0
        return 2.0 ** (float(self._newest_at[0] - self._newest_at[left]) / DAY / self._half_life)

    def without_genre(self, row: int, column: int) -> float:
        """The genre figure of the title at ``row`` without what was finished in the genre ``column``."""
        if column not in self._silenced:
            self._silenced[column] = self._affinity_without(self.finished_in(column))
        left = self._silenced[column]
        columns = self._catalogue.genres.of(row)[0]
        return np.inf if left is None else float(left[columns].sum() / len(columns))

    def finished_in(self, column: int) -> NDArray[np.int64]:
        """Rows finished that have a genre, ascending."""
        owner, having, _ = self._genre_entries
        owner = owner[having == column]
        return self._rows[owner[self._finished[owner]]]

    def people(self, behind: Credits, gone: NDArray[np.int64]) -> float:
        """The personnel figure of a title with the credits ``behind`` it without ``gone``; infinite if unknowable."""
        ageing = self.ageing(gone)
        return np.inf if ageing > FAR else behind.figure(gone, ageing)

    def liked_with(self, person: int) -> NDArray[np.int64]:
        """Rows of the liked titles by a person (a column), best first."""
        known = self._liked_with.get(person)
        if known is None:
            owners, people, _ = self._credits
            first, last = np.searchsorted(people, np.array((person, person + 1), people.dtype))
            owner = owners[first:last]
            owner = owner[self._liked[owner]]
            known = self._liked_with[person] = self._rows[owner[np.argsort(-self._strength[owner], kind="stable")]]
        return known

    def credits(self, row: int) -> Credits:
        """Who is behind the title at ``row``, and what they were met in."""
        columns, parts = self._catalogue.people.of(row)
        owners, people, values = self._credits
        first = np.searchsorted(people, columns)
        counts = np.searchsorted(people, columns, side="right") - first
        number = np.repeat(np.arange(len(columns)), counts)
        places = np.arange(len(number)) + np.repeat(first - (np.cumsum(counts) - counts), counts)
        owner = owners[places]
        return Credits(parts, number, self._rows[owner], values[places], self._weight[owner], self._worth[owner])

    def _alone(self, gone: NDArray[np.int64]) -> bool:
        """Whether ``gone`` are the only recent titles, so that all others would be read anew without them."""
        return self.ageing(gone) > FAR

    def _affinity_without(self, gone: NDArray[np.int64]) -> Floats | None:
        """Affinity per genre without ``gone``, [G]; None where that cannot be told."""
        if self._alone(gone):
            return None
        kept, now = self._by_genre(among(self._rows, gone), self.ageing(gone)), self._genres_now
        affinity = self._genre_affinity
        known = np.abs(now) > 1e-6
        # how far steadiness dampens a liking is taken to stay the same
        damped = np.divide(affinity, now, out=np.ones_like(now), where=known)
        return np.where(known, np.where(kept > 0, kept * np.clip(damped, 0, 1), kept), affinity)

    @cached_property
    def _genres_now(self) -> Floats:
        return self._by_genre(np.zeros(len(self._rows), np.bool_), 1.0)

    def _by_genre(self, without: Mask, ageing: float) -> Floats:
        """Shrunken mean strength per genre, [G]."""
        owner, column, value = self._genre_entries
        part = np.where(without[owner], 0, value * ageing)
        size = len(self._catalogue.genres.names)
        mass = np.bincount(column, part * self._weight[owner], size)
        return (np.bincount(column, part * self._worth[owner], size) / (mass + PRIOR_GENRE)).astype(np.float32)

    @cached_property
    def _credits(self) -> tuple[NDArray[np.int64], NDArray[np.int32], Floats]:
        """Who is behind the titles: position of the title, person, part in it; by person."""
        owner, person, part = self._catalogue.people.entries(self._rows)
        order = np.argsort(person, kind="stable")
        return owner[order], person[order], part[order]

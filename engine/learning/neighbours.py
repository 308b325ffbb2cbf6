"""People who met the same: cosine over what both met, the rare counting more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.beginnings import Beginnings
from engine.learning.compiled import add_listed
from engine.learning.components import Leanings, shared
from engine.learning.popularity import YEAR
from engine.learning.sources import Terms
from engine.learning.sparse import Floats, Rows, scaled, turned

MOST = 400
"""Neighbours that speak, the nearest."""
SHRINK, SHRINK_LATELY = 2.0, 1.0
"""Added to the product of the lengths, so that two titles in common make nobody a twin."""
SHRINK_BEGUN = 1.0
"""The same for beginnings, which are shorter."""
THEN = 1.5
"""Years between last meetings over which a neighbour fades by e."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """The people of the log, or beginnings of their histories, as they are compared: those who speak."""

    by_title: Sparse
    """[m, people] liking · √idf."""
    rarity: Floats
    """[m] √idf."""
    lengths: Floats
    """[people]"""
    latest: NDArray[np.float64]
    trust: Floats
    met: Sparse
    """[people, m] liking."""
    liking: Sparse
    """[m, people] how much of each title they speak, by title."""
    owners: NDArray[np.int32]
    """[people] rows of the log: who they are, or whose beginning it is."""

    @classmethod
    def of(cls, met: Sparse, counts: Floats, latest: NDArray[np.float64], trust: Floats) -> Neighbours:
        rarity = np.sqrt(np.log(np.maximum(met.shape[0] / np.maximum(counts, 1), 1))).astype(np.float32)
        everybody = np.arange(met.shape[0], dtype=np.int32)
        liking = turned(met)
        return cls(*_compared(liking, rarity), latest, trust, met, liking, everybody)

    def beginning(self, begun: Beginnings) -> Neighbours:
        """Beginnings of the histories of these people, who speak of what they liked after them."""
        owners = begun.people
        latest, trust = self.latest[owners], self.trust[owners]
        compared = _compared(turned(begun.met), self.rarity)
        return Neighbours(*compared, latest, trust, begun.met, turned(begun.liked), owners)

    def told(self, columns: Rows, lean: Leanings, now: float, person: int) -> Iterator[tuple[str, Terms]]:
        """By source, weights on people: squared likeness; nobody is their own neighbour."""
        met = np.flatnonzero(columns >= 0)
        alike = self._likeness(columns[met], lean.all[met], SHRINK, person)
        lately = self._likeness(columns[met], lean.lately[met], SHRINK_LATELY, person)
        near = np.exp(-np.abs(now - self.latest) / (THEN * YEAR)).astype(np.float32)
        found = np.zeros((4, len(alike)), np.float32)
        for strength, onto in ((alike, found[0]), (alike * near, found[1]), (lately, found[2])):
            nearest = _nearest(strength)
            onto[nearest] = shared(strength[nearest])
        nearest = np.flatnonzero(found[0])
        found[3, nearest] = shared(alike[nearest] ** 2)
        speaking = np.flatnonzero(found[0] + found[1] + found[2])
        yield "people", Terms(speaking, found.take(speaking, axis=1), apart=True)
        speaking = Terms(nearest, found[:1].take(nearest, axis=1))
        yield from ((name, speaking) for name in ("likers", "like-minded"))

    def following(self, columns: Rows, lean: Leanings, person: int) -> Terms:
        """Weights on beginnings: squared likeness; nobody is told by what they began themselves."""
        met = np.flatnonzero(columns >= 0)
        strength = self._likeness(columns[met], lean.all[met], SHRINK_BEGUN, person)
        nearest = _nearest(strength)
        return Terms(nearest, shared(strength[nearest])[None])

    def _likeness(self, columns: Rows, weights: Floats, shrink: float, person: int) -> Floats:
        if not len(columns):
            return np.zeros(len(self.lengths), np.float32)
        own = weights * self.rarity[columns]
        likeness = np.zeros(len(self.lengths), np.float32)
        add_listed(self.by_title, columns, own, likeness)
        likeness /= np.sqrt(own @ own) * self.lengths + np.float32(shrink)
        likeness[self.owners == person] = 0
        return (likeness * likeness * self.trust).astype(np.float32)


def _compared(liking: Sparse, rarity: Floats) -> tuple[Sparse, Floats, Floats]:
    """By title, how rare each is, and how long each row is then; of how much each title was liked by whom."""
    rare = scaled(liking, rows=rarity)
    lengths = np.sqrt(np.bincount(rare.indices, rare.data**2, rare.shape[1])).astype(np.float32)
    return rare, rarity, lengths


def _nearest(strength: Floats) -> Rows:
    if len(strength) > MOST:
        chosen = np.argpartition(-strength, MOST)[:MOST]
        return np.sort(chosen[strength[chosen] > 0])
    return np.flatnonzero(strength > 0)

"""How near every title is to what a viewer liked, through what connects them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.items import MediaType
from engine.graph.graph import Graph
from engine.graph.walk import RESTART
from engine.scoring.baselines import among
from engine.taste.profile import TasteProfile

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
SHRINK = 0.5
"""Weight of nothing, with which a history is diluted: one title is not yet a taste."""
AGAINST = 0.2
"""What nearness to disliked titles counts against nearness to liked ones."""
HALF = 0.1
"""Nearness that counts as half of what can be reached. About the tenth best title reaches it, in a catalogue of
hundreds as in one of ten thousand, for people with four liked titles as for people with two hundred."""


@dataclass(frozen=True, eq=False)
class Sources:
    """Titles that a walk begins at."""

    rows: Rows
    worth: Floats
    """Weight times strength, above 0, parallel to the rows."""

    @property
    def shares(self) -> Floats:
        """Worth / (Σ worth + ``SHRINK``)."""
        return self.worth / (self.worth.sum() + SHRINK)

    def without(self, gone: Rows, ageing: float = 1.0) -> Sources:
        """The same when the titles ``gone`` are, and all others weigh ``ageing`` times as much."""
        left = ~among(self.rows, gone)
        return Sources(self.rows[left], self.worth[left] * ageing)


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """One viewer's titles in one domain as the beginnings of walks, and how near they come to every other."""

    graph: Graph
    domain: MediaType
    liked: Sources
    disliked: Sources
    toward: NDArray[np.float32]
    """Nearness to the liked titles, [n]."""
    against: NDArray[np.float32]
    """Nearness to the disliked ones, [n]."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.toward.nbytes + self.against.nbytes

    def figures(self, rows: slice | Rows) -> NDArray[np.float32]:
        """−1…1 per title: nearness above what is usual in the domain; 0 when nothing is known."""
        found = self.pressed(self.toward[rows], self.against[rows], self.liked, self.disliked)
        return np.where(self.graph.strength[rows] > 0, found, 0).astype(np.float32)

    def pressed(
        self,
        toward: Floats | NDArray[np.float32],
        against: Floats | NDArray[np.float32],
        liked: Sources,
        disliked: Sources,
    ) -> Floats:
        """Nearness less what a walk from anywhere in the domain brings, in multiples of ``HALF``: x / (1 + |x|).

        Long histories spread their walks over more titles: the root of the sum of squared shares makes up for that.
        """
        spread = self._spread(liked) or self._spread(disliked)
        if not spread:
            return np.zeros(len(toward))
        usual = self.graph.usual_near(self.domain)
        above = (toward - usual * liked.shares.sum()) - AGAINST * (against - usual * disliked.shares.sum())
        scaled = above * np.sqrt(self.graph.size) / spread / HALF
        return np.asarray(scaled / (1 + np.abs(scaled)), np.float64)

    def _spread(self, side: Sources) -> float:
        tied = self.graph.strength[side.rows] > 0
        return float(np.sqrt((side.shares[tied] ** 2).sum()))


def nearness(graph: Graph, profile: TasteProfile) -> Nearness:
    """What the titles of a profile are near to."""
    titles = profile.titles
    known = titles.rows >= 0
    worth = np.abs(titles.weight * titles.strength).astype(np.float64)
    liked, disliked = (np.flatnonzero(chosen & known & (worth > 0)) for chosen in (titles.liked, titles.disliked))
    likes, dislikes = Sources(titles.rows[liked], worth[liked]), Sources(titles.rows[disliked], worth[disliked])
    return Nearness(graph, profile.domain, likes, dislikes, _near(graph, likes), _near(graph, dislikes))


def _near(graph: Graph, side: Sources) -> NDArray[np.float32]:
    """Nearness to the titles of a side, [n]; their own to others of it, not to themselves."""
    found = graph.near(side.rows, side.shares)
    found[side.rows] -= RESTART * side.shares * graph.measure[side.rows]
    return np.maximum(found, 0).astype(np.float32)

"""Which of a viewer's moods pulls a title, and by how much it would fall without each of the mood's titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask
from engine.scoring.context import Context
from engine.taste.profile import MoodCluster

if TYPE_CHECKING:
    from engine.learning.shares import Shares

MARGIN = 0.02
"""A title is only cited when it is closer than the mood as a whole by this much, so that taking it away must show."""


@dataclass(frozen=True, eq=False)
class MoodPull:
    """The mood a title fits best, taken apart; ``c`` members."""

    members: NDArray[np.int64]
    """Rows, [c]"""
    weights: Floats
    closeness: Floats
    """Centred similarity of the title to each member, [c]."""
    mass: float
    """Σ weights + shrink"""
    shrink: float
    similarity: float
    """The shrunken mean: Σ weight · closeness / mass."""
    runner_up: float
    """Similarity to the next mood, below which this one cannot pull it."""

    def fall(self, places: NDArray[np.int64], ageing: float = 1.0) -> float:
        """How far the similarity falls when the members at ``places`` go and the others weigh ``ageing`` times more."""
        gone = self.weights[places]
        total = ageing * (self.similarity * self.mass - float(gone @ self.closeness[places]))
        left = ageing * (self.mass - self.shrink - float(gone.sum())) + self.shrink
        return self.similarity - max(total / max(left, 1e-6), self.runner_up)

    @cached_property
    def falls(self) -> Floats:
        """The same for each member alone, [c]."""
        left = np.maximum(self.mass - self.weights, 1e-6)
        after = (self.similarity * self.mass - self.weights * self.closeness) / left
        return (self.similarity - np.maximum(after, self.runner_up)).astype(np.float32)

    def cited(self, row: int, visible: Mask, most: int) -> NDArray[np.int64]:
        """Places of the members that pull the title at ``row`` hardest and are ``visible`` [n], hardest first."""
        falls = self.falls
        fit = (self.closeness > max(self.similarity, 0) + MARGIN) & (falls > 0) & (self.members != row)
        fit &= visible[self.members]
        places = np.flatnonzero(fit)
        return places[np.lexsort((self.members[places], -falls[places]))[:most]]


@dataclass(frozen=True, eq=False)
class Pulls:
    """Titles of one domain seen by one viewer, ``t`` of them: what is compared for one is compared for all at once."""

    context: Context
    rows: NDArray[np.int64]
    """[t]"""

    def vector(self, place: int) -> Floats | None:
        """Of one of the titles less the mean of the domain, [d]; None where it has none."""
        return None if self._vectors is None or not self._known[place] else self._vectors[place]

    @cached_property
    def moods(self) -> Sequence[MoodPull | None]:
        """Of each title the pull of the mood it fits best."""
        return self._strongest(self.context.profile.clusters, self.context.learned.moods)

    @cached_property
    def present(self) -> Sequence[MoodPull | None]:
        """Of each title the pull of what was liked lately."""
        mood = self.context.present
        if mood is None:
            return [None] * len(self.rows)
        return self._strongest((mood,), mood.total[None, :] / (mood.mass + mood.shrink))

    @cached_property
    def disliked(self) -> Sequence[MoodPull | None]:
        """Of each title the pull of the disliked titles it is closest to."""
        return self._strongest(self.context.profile.anti, self.context.learned.disliked)

    @cached_property
    def shares(self) -> Shares | None:
        """What each title of the history adds to each of the titles by the crowd's signals; None without a crowd."""
        signals = self.context.signals
        return None if signals is None else signals.shares(self.rows)

    def _strongest(self, clusters: Sequence[MoodCluster], centres: Floats) -> Sequence[MoodPull | None]:
        vectors = self._vectors
        found: list[MoodPull | None] = [None] * len(self.rows)
        if vectors is None or not clusters:
            return found
        fits = vectors @ centres.T
        chosen = fits.argmax(axis=1)
        for number in sorted({int(one) for one in chosen}):
            cluster, places = clusters[number], np.flatnonzero(chosen == number)
            closeness = vectors[places] @ self.context.vectors_of(cluster).T
            for place, close in zip(places.tolist(), closeness, strict=True):
                if self._known[place]:
                    best, other = sorted([*fits[place].tolist(), -np.inf], reverse=True)[:2]
                    found[place] = MoodPull(
                        cluster.members, cluster.weights, close, cluster.mass + cluster.shrink, cluster.shrink, best,
                        other,
                    )  # fmt: skip
        return found

    @cached_property
    def _vectors(self) -> Floats | None:
        """[t, d] less the mean of the domain; None without vectors."""
        vectors, mean = self.context.catalogue.vectors, self.context.mean
        return None if vectors is None or mean is None else vectors.exact(self.rows) - mean

    @cached_property
    def _known(self) -> list[bool]:
        """[t], which have a vector."""
        vectors = self.context.catalogue.vectors
        return [] if vectors is None else vectors.has(self.rows).tolist()

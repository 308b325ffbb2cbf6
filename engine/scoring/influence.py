"""Which of a viewer's titles move a pick, and by how much it would fall without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.counterfactual import Credits
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

    def cited(self, dossier: Dossier, most: int) -> NDArray[np.int64]:
        """Places of the members that pull hardest and may be named, hardest first."""
        falls = self.falls
        fit = (self.closeness > max(self.similarity, 0) + MARGIN) & (falls > 0) & (self.members != dossier.row)
        fit &= dossier.context.visible[self.members]
        order = np.lexsort((self.members, -falls))
        return order[fit[order]][:most]


@dataclass(frozen=True, eq=False)
class Dossier:
    """One title seen by one viewer; what several reasons need is worked out once."""

    context: Context
    row: int
    told: Shares | None = None
    """``adds``, where it was worked out for several titles together."""

    @cached_property
    def vector(self) -> Floats | None:
        """The title's vector less the mean of its domain, [d]; None where it has none."""
        vectors, mean = self.context.catalogue.vectors, self.context.mean
        if vectors is None or mean is None:
            return None
        exact = vectors.exact(np.array([self.row]))[0]
        return exact - mean if exact.any() else None

    @cached_property
    def mood(self) -> MoodPull | None:
        """The pull of the mood it fits best."""
        return self._strongest(self.context.profile.clusters, self.context.learned.moods)

    @cached_property
    def present(self) -> MoodPull | None:
        """The pull of what was liked lately."""
        mood = self.context.present
        return None if mood is None else self._strongest((mood,), (mood.total / (mood.mass + mood.shrink))[None, :])

    @cached_property
    def disliked(self) -> MoodPull | None:
        """The pull of the disliked titles it is closest to."""
        return self._strongest(self.context.profile.anti, self.context.learned.disliked)

    @cached_property
    def adds(self) -> Shares | None:
        """How much each title of the history adds to the title by the crowd's signals; None without a crowd."""
        signals = self.context.signals
        return self.told if self.told is not None or signals is None else signals.shares(np.array([self.row]))

    @cached_property
    def credits(self) -> Credits:
        """The people behind it, and what else of theirs the viewer was taught by."""
        return self.context.ledger.credits(self.row)

    def behind(self, person: int) -> NDArray[np.int64]:
        """Rows of the viewer's liked titles by a person (a column), best first."""
        known = self._behind.get(person)
        if known is None:
            known = self._behind[person] = self.context.ledger.liked_with(person)
        return known

    @cached_property
    def _behind(self) -> dict[int, NDArray[np.int64]]:
        return {}

    @cached_property
    def dropped(self) -> bool:
        """Whether the viewer gave up on this very title, or disliked it, and that still teaches."""
        titles = self.context.profile.titles
        place = titles.places.get(self.context.catalogue.ids[self.row])
        return place is not None and bool(titles.disliked[place])

    def closeness(self, rows: NDArray[np.int64]) -> Floats:
        """Centred similarity of the title to each of ``rows``, [len(rows)]; 0 without vectors."""
        vectors = self.context.catalogue.vectors
        if self.vector is None or vectors is None:
            return np.zeros(len(rows), np.float32)
        return vectors.exact(rows) @ self.vector

    def ids(self, rows: NDArray[np.int64]) -> tuple[str, ...]:
        """Item ids of ``rows``."""
        return tuple(self.context.catalogue.ids[int(row)] for row in rows)

    def _strongest(self, clusters: Sequence[MoodCluster], vectors: Floats) -> MoodPull | None:
        if self.vector is None or not clusters:
            return None
        fits: list[float] = (vectors @ self.vector).tolist()
        best = int(np.argmax(fits))
        cluster = clusters[best]
        return MoodPull(
            members=cluster.members,
            weights=cluster.weights,
            closeness=self.context.vectors_of(cluster) @ self.vector,
            mass=cluster.mass + cluster.shrink,
            shrink=cluster.shrink,
            similarity=fits[best],
            runner_up=max(fits[:best] + fits[best + 1 :], default=-np.inf),
        )

"""What follows from a profile and a catalogue alone, whatever is asked on whichever day: worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.viewers import HistoryDepth
from engine.scoring.baselines import Floats
from engine.scoring.counterfactual import Ledger
from engine.scoring.known import how_known
from engine.taste.profile import TasteProfile, looked_up

LEAST = 0.02
"""Affinity from which a person counts."""
MOST = 300
"""People counted, those with the strongest affinity."""


@dataclass(frozen=True, eq=False)
class Learned:
    """One viewer's taste in one domain, turned into what scores and reasons ask for again and again."""

    # not the profile itself: what is kept for it must not keep it alive
    catalogue: Catalogue
    depth: HistoryDepth
    ledger: Ledger
    how_known: float
    """How much is known of the viewer in the domain, 0–1."""
    finished: NDArray[np.int64]
    """Rows finished at least once, ascending."""
    people: NDArray[np.int64]
    """Columns of the people that count, ascending."""
    affinity: Floats
    """Theirs, −1…1."""

    @cached_property
    def by_people(self) -> tuple[NDArray[np.int32], Floats]:
        """Titles with people that count, ascending, and their figure.

        Σ affinity · part in the title over its people, pressed into -1…1 by x / (1 + |x|).
        """
        store = self.catalogue.people.columns
        starts = store.indptr[self.people].astype(np.int64)
        lengths = store.indptr[self.people + 1].astype(np.int64) - starts
        places = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
        rows, owner = np.unique(store.indices[places], return_inverse=True)
        sums = np.bincount(owner, store.data[places] * np.repeat(self.affinity, lengths), len(rows))
        return rows.astype(np.int32, copy=False), (sums / (1 + np.abs(sums))).astype(np.float32)

    def affinity_for(self, columns: NDArray[np.int32]) -> Floats:
        """Affinity for people given by column, [len(columns)]; zero for those who do not count."""
        return looked_up(columns, self.people, self.affinity)


def learned(profile: TasteProfile, catalogue: Catalogue, depth: HistoryDepth) -> Learned:
    """Work it out."""
    titles = profile.titles
    people, affinity = known_people(profile.people_columns, profile.people_affinity)
    finished = np.sort(titles.rows[(titles.times > 0) & (titles.rows >= 0)])
    ledger = Ledger(profile, catalogue, depth)
    return Learned(catalogue, depth, ledger, how_known(profile), finished, people, affinity)


def known_people(columns: NDArray[np.int64], affinity: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The people that count, and their affinity."""
    strong = np.abs(affinity)
    counted = np.flatnonzero(strong >= LEAST)
    if len(counted) > MOST:
        counted = np.sort(counted[np.argsort(-strong[counted], kind="stable")[:MOST]])
    return columns[counted], affinity[counted]

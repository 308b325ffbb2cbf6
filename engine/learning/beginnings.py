"""Beginnings: what people had met up to some moment, beside what they came to like after it.

Neighbours speak of all they ever liked. Who has only begun, or has come somewhere, is better told what followed in
histories that had come there too; and what is asked of everybody is what they will like next, not what they met before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.log import LIKED, Log
from engine.learning.sparse import Floats, Rows, table

SHORTEST, STEPS = 5, 10
"""Titles of the shortest beginning, each longer one has twice as many; and how many lengths there are at most."""
LATEST = 0.8
"""Share of a history that is its longest beginning."""
REST = 2
"""Titles that come after a beginning at least."""
MOST = 3_000
"""Beginnings that are kept, drawn by trust: likeness to each of them is worked out for every answer."""
LEAST = 1e-3
"""Trust that nobody is below when beginnings are drawn."""
REACH = 500
"""Titles of a beginning, the latest, and of what came after it, the next."""


@dataclass(frozen=True, slots=True, eq=False)
class Beginnings:
    """``b`` of them over ``m`` titles."""

    met: Sparse
    """[b, m] how much was liked, 0.1–1."""
    liked: Sparse
    """[b, m] one for what was liked after it."""
    people: NDArray[np.int32]
    """[b] rows of the log."""


def beginnings_of(log: Log, soft: Floats, trust: Floats) -> Beginnings:
    """Those of a log; ``soft`` is what each of its meetings weighs, ``trust`` [people] how much of a voice each has."""
    people, cuts = _some(log, trust)
    liked = log.liking >= LIKED
    starts, ends = log.starts[people], log.starts[people + 1]
    before, row_before = _within(np.maximum(starts, cuts - REACH), cuts)
    after, row_after = _within(cuts, np.minimum(ends, cuts + REACH))
    row_after, after = row_after[liked[after]], after[liked[after]]
    shape = (len(people), len(log.items))
    return Beginnings(
        table(soft[before], row_before, log.item[before], shape),
        table(np.ones(len(after), np.float32), row_after, log.item[after], shape),
        people.astype(np.int32),
    )


def _some(log: Log, trust: Floats) -> tuple[Rows, Rows]:
    """Whose they are, and the meeting before which each ends."""
    starts = log.starts
    counts = np.diff(starts)
    every = np.arange(len(counts))
    pairs = [np.stack([every, np.full(len(counts), SHORTEST << step)], axis=1) for step in range(STEPS)]
    pairs.append(np.stack([every, np.floor(counts * LATEST).astype(np.int64)], axis=1))
    people, sizes = np.unique(np.concatenate(pairs), axis=0).T.astype(np.int64)
    enough = (sizes >= REST) & (sizes + REST <= counts[people])
    people, cuts = people[enough], starts[people[enough]] + sizes[enough]
    told = np.append(0, np.cumsum(log.liking >= LIKED))
    followed = np.flatnonzero(told[np.minimum(starts[people + 1], cuts + REACH)] > told[cuts])
    # so that accounts made up in numbers do not take the places of others
    luck = np.random.default_rng(0).random(len(followed)) ** (1 / np.maximum(trust[people[followed]], LEAST))
    drawn = np.sort(followed[np.argsort(-luck, kind="stable")[:MOST]])
    return people[drawn], cuts[drawn]


def _within(starts: Rows, ends: Rows) -> tuple[Rows, Rows]:
    """All places from each start to its end, and which of the spans each is of."""
    lengths = ends - starts
    spans = np.repeat(np.arange(len(starts)), lengths)
    skipped: Rows = np.cumsum(lengths) - lengths - starts
    return np.arange(len(spans)) - np.repeat(skipped, lengths), spans

"""What people met soon after what."""

from __future__ import annotations

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.log import Log
from engine.learning.sparse import Floats, added, leading, scaled, table, turned

WINDOW = 10
"""Titles ahead."""
SITTING = 3_600.0
"""Seconds: a longer pause divides two sittings."""
ACROSS = 0.3
"""What a successor counts across a pause."""
KEPT = 200
"""Successors kept of each title, the likeliest."""
PRIOR = 5.0
"""Successions taken for granted before a title's own say much."""


def successors(log: Log, weight: Floats) -> tuple[Sparse, Sparse]:
    """Titles met after each title [n, n], and titles met before each; rows shrunken to shares.

    ``weight`` [m] / √distance of the later one, within a window.
    """
    titles = len(log.items)
    after = table(np.zeros(0), np.zeros(0, np.int32), np.zeros(0, np.int32), (titles, titles))
    for distance in range(1, WINDOW + 1):
        same = np.flatnonzero(log.person[:-distance] == log.person[distance:])
        later = same + distance
        near = np.where(log.at[later] - log.at[same] < SITTING, 1.0, ACROSS)
        strength = weight[later] / np.sqrt(distance) * near
        # distance by distance, because all of them at once take ten times the room
        after = added(after, table(strength, log.item[same], log.item[later], (titles, titles)))
    return _shares(after), _shares(turned(after))


def _shares(matrix: Sparse) -> Sparse:
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    sums = np.bincount(rows, matrix.data, matrix.shape[0])
    return leading(scaled(matrix, rows=(1 / (sums + PRIOR)).astype(np.float32)), KEPT)

"""Which parts of a franchise are seen in order: people tell where a part stands for itself."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

KNOWN = 0.5
"""Share of a part's finishers who must at least be able to know one before it, for it to be seen after that one."""
ENOUGH = 20
"""People who must have finished a part before it can be told that it stands for itself."""


def strands_of(
    franchise: NDArray[np.int64],
    sequence: NDArray[np.int32],
    order: NDArray[np.integer],
    finishers: NDArray[np.float32],
) -> NDArray[np.int64]:
    """A number per strand, [n]; -1 for titles without a place in a franchise.

    A part whose place is only guessed from its year (``order`` 0) begins another strand of its ``franchise`` where
    less than ``KNOWN`` of its ``finishers`` can have finished any part before it: so it is with The Silence of the
    Lambs after Manhunter. A place that is given is never doubted.
    """
    found = np.full(len(franchise), -1, np.int64)
    placed = np.flatnonzero((franchise >= 0) & (sequence > 0))
    placed = placed[np.lexsort((placed, sequence[placed], franchise[placed]))]
    if not len(placed):
        return found
    own, place, count = franchise[placed], sequence[placed], finishers[placed]
    first = np.append(True, own[1:] != own[:-1])
    begins = first.copy()
    asked = np.flatnonzero((count >= ENOUGH) & (order[placed] <= 0) & ~first)
    starts = np.flatnonzero(first)
    for at in asked.tolist():
        begin = int(starts[np.searchsorted(starts, at, side="right") - 1])
        before = count[begin:at][place[begin:at] < place[at]]
        begins[at] = len(before) > 0 and KNOWN * count[at] > float(before.max())
    found[placed] = np.cumsum(begins) - 1
    return found

"""The largest of many figures, without sorting all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats

STRIDE = 16
MARGIN = 8


def topmost(values: Floats, count: int) -> NDArray[np.int64]:
    """Places of the ``count`` largest of ``values``, in no order; 0 < ``count`` ≤ ``len(values)``, no nan.

    Every sixteenth value tells roughly where the edge lies, so that only what is above it has to be partitioned.
    """
    sample = values[::STRIDE]
    wide = 2 * count // STRIDE + MARGIN
    if wide < len(sample):
        edge = np.partition(sample, len(sample) - wide)[len(sample) - wide]
        likely = np.flatnonzero(values >= edge)
        if len(likely) >= count:
            return likely[np.argpartition(values[likely], len(likely) - count)[-count:]]
    return np.argpartition(values, len(values) - count)[-count:].astype(np.int64, copy=False)

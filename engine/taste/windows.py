"""How far back a history is read, counted from the viewer's own newest fact."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.domain.viewers import HistoryDepth
from engine.taste.tally import DAY
from engine.taste.weights import Tuning


def window_weights(
    last: NDArray[np.float64], newest: float, depth: HistoryDepth, tuning: Tuning
) -> NDArray[np.float64]:
    """Importance of titles last met at ``last`` (POSIX seconds): 1 now, halved per half-life, 0 beyond the window."""
    age = np.maximum(newest - last, 0) / DAY
    half_life = tuning.half_life_days_all if depth.days is None else tuning.half_life_days
    weights = np.exp2(-age / half_life)
    return weights if depth.days is None else np.where(age <= depth.days, weights, 0.0)

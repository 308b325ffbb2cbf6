"""What a mood is about, in the words of its titles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Features


def mood_words(
    features: Features, members: NDArray[np.int64], weights: NDArray[np.float32], most: int
) -> tuple[str, ...]:
    """Up to ``most`` features that set the members apart: share among them, times how rare they are elsewhere (log).

    A word must be shared by two members, where there are two.
    """
    positions, columns, _ = features.entries(members)
    if not len(columns):
        return ()
    met, column = np.unique(columns, return_inverse=True)
    share = np.bincount(column, weights[positions], len(met)) / max(float(weights.sum()), 1e-9)
    shared = np.bincount(column, minlength=len(met)) >= min(2, len(members))
    everywhere = np.diff(features.columns.indptr)[met]
    rarity = np.log(1 + features.matrix.shape[0] / np.maximum(everywhere, 1))
    value = np.where(shared, share * rarity, 0)
    best = np.lexsort((met, -value))[:most]
    return tuple(features.names[int(met[place])] for place in best if value[place] > 0)

"""What a mood is about, in the words of its titles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.columns.named import Features


def mood_words(
    features: Features, members: NDArray[np.int64], weights: NDArray[np.float32], most: int, visible: NDArray[np.bool_]
) -> tuple[str, ...]:
    """Up to ``most`` features that set the members apart: share among them, times how rare they are elsewhere (log)
    among the titles for which ``visible`` [n] is true.

    A word must be shared by two members, where there are two.
    """
    positions, columns, _ = features.entries(members)
    if not len(columns):
        return ()
    met, column = np.unique(columns, return_inverse=True)
    share = np.bincount(column, weights[positions], len(met)) / max(float(weights.sum()), 1e-9)
    shared = np.bincount(column, minlength=len(met)) >= min(2, len(members))
    everywhere = np.array([np.count_nonzero(visible[features.having(one)]) for one in met.tolist()])
    rarity = np.log(1 + np.count_nonzero(visible) / np.maximum(everywhere, 1))
    value = np.where(shared, share * rarity, 0)
    names = [features.names[int(one)] for one in met]
    best = sorted(np.flatnonzero(value > 0).tolist(), key=lambda place: (-value[place], names[place]))[:most]
    return tuple(names[place] for place in best)

"""Moods: k-means over the vectors of well-liked titles, on the sphere, with k chosen from the data."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
MOST_MOODS = 8
MOST_ANTI = 3
FEWEST_MEMBERS = 4
"""Titles per cluster, at the least, on average."""
JUDGED = 400
"""Titles on which k is chosen."""
ROUNDS = 12
_SEED = 7


def group(points: Points, weights: Points, most: int) -> NDArray[np.int8]:
    """A label 0…k-1 per point, k ≤ ``most``; ``points`` [n, r] need not be of unit length. Same in, same out."""
    units = _unit(points)
    k = choose_k(units, weights, most)
    return _k_means(units, weights, k, np.random.default_rng(_SEED))[0]


def choose_k(units: Points, weights: Points, most: int) -> int:
    """The number of clusters with the clearest silhouette (towards centres); the fewer of equals."""
    rng = np.random.default_rng(_SEED)
    if len(units) > JUDGED:
        chosen = np.sort(rng.choice(len(units), JUDGED, replace=False))
        units, weights = units[chosen], weights[chosen]
    best, clearest = 1, 0.0
    for k in range(2, min(most, len(units) // FEWEST_MEMBERS) + 1):
        labels, centres = _k_means(units, weights, k, rng)
        clear = _silhouette(units, weights, labels, centres)
        if clear > clearest:
            best, clearest = k, clear
    return best


def nearest(points: Points, centres: Points) -> NDArray[np.int8]:
    """Label of the nearest centre for each point, by cosine."""
    return np.argmax(points @ _unit(centres).T, axis=1).astype(np.int8)


def _k_means(units: Points, weights: Points, k: int, rng: np.random.Generator) -> tuple[NDArray[np.int8], Points]:
    centres = _scattered(units, weights, k, rng)
    labels = np.zeros(len(units), np.int8)
    for _ in range(ROUNDS):
        moved = np.argmax(units @ centres.T, axis=1).astype(np.int8)
        settled = np.array_equal(moved, labels)
        labels = moved
        belongs = np.where(labels[None, :] == np.arange(k)[:, None], weights, 0).astype(np.float32)
        centres = _unit(belongs @ units)
        if settled:
            break
    used, dense = np.unique(labels, return_inverse=True)
    return dense.astype(np.int8), centres[used]


def _scattered(units: Points, weights: Points, k: int, rng: np.random.Generator) -> Points:
    """k-means++: far points are likelier to begin a cluster."""
    chosen = [int(np.argmax(weights * (units @ units.mean(axis=0) + 1)))]
    distance = 1 - units @ units[chosen[0]]
    while len(chosen) < k:
        odds = weights * np.maximum(distance, 0).astype(np.float64)
        total = odds.sum()
        if total <= 0:
            break
        chosen.append(int(rng.choice(len(units), p=odds / total)))
        distance = np.minimum(distance, 1 - units @ units[chosen[-1]])
    return units[chosen]


def _silhouette(units: Points, weights: Points, labels: NDArray[np.int8], centres: Points) -> float:
    """How much nearer points are to their own centre than to the next, 0–1, weighted."""
    if len(centres) < 2:
        return 0.0
    distance = 1 - units @ centres.T
    each = np.arange(len(units))
    own = distance[each, labels].copy()
    distance[each, labels] = np.inf
    other = distance.min(axis=1)
    clear = (other - own) / np.maximum(np.maximum(own, other), 1e-6)
    return float(np.average(clear, weights=weights))


def _unit(points: Points) -> Points:
    lengths = np.linalg.norm(points, axis=-1, keepdims=True)
    return (points / np.maximum(lengths, 1e-9)).astype(np.float32)

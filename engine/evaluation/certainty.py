"""How far a figure can be trusted: bootstrap intervals, and whether percentages keep their word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

RESAMPLES = 1_000
BINS = 10


def interval(values: Sequence[float], rng: np.random.Generator) -> tuple[float, float]:
    """95 % bootstrap interval of the mean over people (percentiles of 1,000 resamples)."""
    known = np.asarray(values, np.float64)
    means = rng.choice(known, (RESAMPLES, len(known))).mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def paired(ours: Sequence[float], theirs: Sequence[float], rng: np.random.Generator) -> dict[str, float]:
    """Mean of ours − theirs over the same people, and its 95 % bootstrap interval: a gain is shown where low > 0."""
    differences = np.asarray(ours, np.float64) - np.asarray(theirs, np.float64)
    low, high = interval(differences.tolist(), rng)
    return {"low": low, "high": high, "mean": float(differences.mean())}


def calibration_error(said: Sequence[float], came: Sequence[bool], bins: int = BINS) -> float:
    """Expected calibration error (Naeini et al. 2015) over bins with equally many titles, 0–1.

    The mean distance between the probability that was told and the share that came true. Titles of equal probability
    share a bin's fate as a whole, so the order of the titles does not matter.
    """
    told, true = np.asarray(said, np.float64), np.asarray(came, np.float64)
    if not len(told):
        return float("nan")
    order = np.argsort(told, kind="stable")
    told, true = told[order], true[order]
    _, where, size = np.unique(told, return_inverse=True, return_counts=True)
    true = (np.bincount(where, true) / size)[where]
    groups = np.array_split(np.arange(len(told)), min(bins, len(told)))
    return float(sum(abs(told[own].mean() - true[own].mean()) * len(own) for own in groups) / len(told))

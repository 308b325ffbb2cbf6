"""How far a figure can be trusted: bootstrap intervals, and whether percentages keep their word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1_000
BINS = 10
DRAWN = 200
"""Resamples of what percentages are held to, of which there may be a million."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Promises:
    """What was told of titles that were met later, and what came of it; all [k]."""

    told: NDArray[np.float64]
    """Probabilities of being liked, 0–1, ascending."""
    liked: NDArray[np.float64]
    """1 or 0."""
    people: NDArray[np.int64]
    """To whom it was told, from 0."""

    @classmethod
    def of(cls, told: Sequence[float], liked: Sequence[bool], people: Sequence[int]) -> Promises:
        """In order."""
        order = np.argsort(np.asarray(told, np.float64), kind="stable")
        _, owners = np.unique(np.asarray(people, np.int64), return_inverse=True)
        return cls(np.asarray(told, np.float64)[order], np.asarray(liked, np.float64)[order], owners[order])

    def error(self, weights: NDArray[np.float64] | None = None, bins: int = BINS) -> float:
        """Expected calibration error (Naeini et al. 2015) over bins of equal weight, 0–1; NaN of nothing.

        The mean distance between the probability that was told and the share that came true. Titles of equal
        probability share a bin's fate as a whole, so the order of the titles does not matter. ``weights`` [k]: what
        each counts, all alike without.
        """
        each = np.ones(len(self.told)) if weights is None else weights
        whole = float(each.sum())
        if not whole:
            return float("nan")
        _, where = np.unique(self.told, return_inverse=True)
        size = np.bincount(where, each)
        liked = (np.bincount(where, each * self.liked) / np.where(size > 0, size, 1))[where]
        place = np.minimum((np.cumsum(each) - each / 2) / whole * bins, bins - 1).astype(np.int64)
        return float(np.abs(np.bincount(place, each * (self.told - liked))).sum() / whole)

    def by_person(self) -> float:
        """The same, every person counting alike, however many titles they met."""
        return self.error(1 / np.bincount(self.people)[self.people])

    def interval(self, rng: np.random.Generator) -> tuple[float, float]:
        """95 % bootstrap interval of the error over people (percentiles of ``DRAWN`` resamples)."""
        count = int(self.people.max(initial=-1)) + 1
        drawn = [np.bincount(rng.integers(0, count, count), minlength=count) for _ in range(DRAWN)]
        low, high = np.quantile([self.error(times[self.people].astype(np.float64)) for times in drawn], [0.025, 0.975])
        return float(low), float(high)

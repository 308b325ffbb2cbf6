"""What another way of choosing would have brought, from what was logged while choosing by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.evaluation.certainty import RESAMPLES

CLIP = 10.0
"""A logged choice counts for at most so many: less variance for a little bias."""
Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean reward another policy would have had."""

    value: float
    low: float
    high: float
    """95 % bootstrap interval."""
    effective: float
    """Kish's effective sample size, (Σw)²/Σw²: how many logged choices the estimate really rests on."""
    clipped: float
    """Share of the counting choices whose weight was cut."""
    logged: float
    """Mean reward of what was shown, for comparison."""


def estimate(
    propensity: ArrayLike, reward: ArrayLike, target: ArrayLike, rng: np.random.Generator, *, clip: float = CLIP
) -> Estimate | None:
    """Self-normalised inverse propensity scoring (Swaminathan and Joachims 2015), Σwr/Σw with w = target/propensity.

    Per logged choice, [n]: ``propensity`` the chance with which it was made, above 0 and at most 1; ``reward`` what
    came of it; ``target`` the chance with which the other policy would have made the same choice, 0–1. None where it
    would have made none of them. Raises ValueError for other figures.
    """
    chance, came, wanted = _columns(propensity, reward, target)
    if not clip > 0:
        raise ValueError("clip must be above 0")
    raw = wanted / chance
    weights = np.minimum(raw, clip)
    if not weights.sum():
        return None
    low, high = _interval(weights, came, rng)
    return Estimate(
        value=float(weights @ came / weights.sum()),
        low=low,
        high=high,
        effective=float(weights.sum() ** 2 / (weights @ weights)),
        clipped=float((raw > clip).sum() / (raw > 0).sum()),
        logged=float(came.mean()),
    )


def _columns(propensity: ArrayLike, reward: ArrayLike, target: ArrayLike) -> tuple[Column, Column, Column]:
    chance, came, wanted = (np.asarray(column, np.float64) for column in (propensity, reward, target))
    if chance.ndim != 1 or chance.shape != came.shape or chance.shape != wanted.shape:
        raise ValueError("propensities, rewards and targets must be columns of equal length")
    if not (np.isfinite(came).all() and ((chance > 0) & (chance <= 1)).all() and ((wanted >= 0) & (wanted <= 1)).all()):
        raise ValueError("propensities lie above 0 and at most at 1, targets between 0 and 1, rewards are finite")
    return chance, came, wanted


def _interval(weights: Column, came: Column, rng: np.random.Generator) -> tuple[float, float]:
    """Of the estimate over resampled choices; resamples in which nothing counts say nothing."""
    means: list[float] = []
    for _ in range(RESAMPLES):
        drawn = rng.integers(len(weights), size=len(weights))
        if total := float(weights[drawn].sum()):
            means.append(float(weights[drawn] @ came[drawn]) / total)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)

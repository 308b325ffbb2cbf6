"""What a difference between two arms can be, so that one may look at any time and as often as one likes.

A confidence sequence for the mean of bounded figures by betting: hedged capital, Waudby-Smith and Ramdas 2024,
“Estimating means of bounded random variables by betting” (J. R. Stat. Soc. B 86, theorem 3), with their predictable
plug-in bets. For figures x₁, x₂ … in [0, 1] and every possible mean m, somebody who bets against m holds

    K⁺ₜ(m) = Π (1 + λᵢ⁺·(xᵢ − m)),   K⁻ₜ(m) = Π (1 − λᵢ⁻·(xᵢ − m)),   K = max(K⁺, K⁻) / 2
    λᵢ⁺ = min(λᵢ, c/m),  λᵢ⁻ = min(λᵢ, c/(1−m)),  λᵢ = √(2·ln(2/α) / (σ²ᵢ₋₁·i·ln(i+1)))

Were m the mean, K would ever reach 1/α with probability α at most (Ville's inequality): so every m against which it
was reached is out for good. It holds for any distribution and any number of figures, two as well as two million.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

ALPHA = 0.05
STAKE = 0.5
"""c: the largest part of the capital that is staked at once."""
GRID = 1_001
"""Possible means that are bet against, ends included."""
MOST_PAIRS = 100_000
"""More are not counted up to."""
USUAL_VARIANCE = 0.1
"""Of a pair's difference, until there is an own one: two people whose rates vary by 0.22 around their arm's."""
TRUSTED_PAIRS = 8
"""Pairs from which their own variance is used to say how many are needed."""
LEAST_VARIANCE = 0.002
Column = NDArray[np.float64]


def interval(differences: Sequence[float], alpha: float = ALPHA) -> tuple[float, float]:
    """Between what the mean of ``differences`` (each −1…1, in order of arrival) lies, at every look, with 1 − α.

    With further figures the interval can only shrink. (−1, 1) where there are none. Should what came contradict
    itself so much that nothing is left, as when the figures change over time, the last mean is given.
    """
    figures = (np.asarray(differences, np.float64) + 1) / 2
    if not len(figures):
        return -1.0, 1.0
    if not (np.isfinite(figures).all() and ((figures >= 0) & (figures <= 1)).all()):
        raise ValueError("differences must lie between -1 and 1")
    means = np.linspace(0, 1, GRID)
    left = means[_capital(figures, means, alpha) < math.log(1 / alpha)]
    if not len(left):
        mean = 2 * float(figures.mean()) - 1
        return mean, mean
    # the true bounds lie between points of the grid: the next one outwards is safe
    step = 2 / (GRID - 1)
    return max(2 * float(left[0]) - 1 - step, -1.0), min(2 * float(left[-1]) - 1 + step, 1.0)


def _capital(figures: Column, means: Column, alpha: float) -> Column:
    """The logarithm of the most that was ever held by betting against each mean."""
    stakes = bets(_variances(figures), alpha)
    up, down, most = np.zeros_like(means), np.zeros_like(means), np.full_like(means, -np.inf)
    with np.errstate(divide="ignore"):
        highest_up, highest_down = STAKE / means, STAKE / (1 - means)
    for figure, stake in zip(figures.tolist(), stakes.tolist(), strict=True):
        gain = figure - means
        up += np.log1p(np.minimum(stake, highest_up) * gain)
        down += np.log1p(-np.minimum(stake, highest_down) * gain)
        np.maximum(most, np.maximum(up, down) - math.log(2), out=most)
    return most


def _variances(figures: Column) -> Column:
    """Before each figure, what the variance seemed to be: of those before it and one imagined at ±1/2, [n]."""
    counts = np.arange(1, len(figures) + 1)
    means = (0.5 + np.cumsum(figures)) / (counts + 1)
    variances = (0.25 + np.cumsum((figures - means) ** 2)) / (counts + 1)
    return np.concatenate(([0.25], variances[:-1]))


def bets(variances: Column, alpha: float) -> Column:
    """λ for each figure in turn, [n]."""
    counts = np.arange(1, len(variances) + 1)
    return np.sqrt(2 * math.log(2 / alpha) / (variances * counts * np.log(counts + 1)))


def widths(variance: float, pairs: int, alpha: float = ALPHA) -> Column:
    """Half the interval's width to be expected after 1, 2 … ``pairs`` differences of that variance, [pairs].

    To the second order the capital grows by λ·(x̄ − m) − λ²σ²/2 a figure, so it reaches 1/α at a distance of
    (ln(2/α) + Σλ²σ²/2) / Σλ.
    """
    own = variance / 4  # of the figures in [0, 1]
    stakes = np.minimum(bets(np.full(pairs, own), alpha), 2 * STAKE)
    reached = (math.log(2 / alpha) + own * np.cumsum(stakes**2) / 2) / np.cumsum(stakes)
    return np.minimum(2 * reached, 1.0)


def needed(variance: float, width: float, alpha: float = ALPHA) -> int | None:
    """Pairs until half the interval is narrower than ``width``; None beyond MOST_PAIRS."""
    enough = np.flatnonzero(widths(variance, MOST_PAIRS, alpha) <= width)
    return int(enough[0]) + 1 if len(enough) else None


def variance_of(differences: Sequence[float]) -> float:
    """What to reckon with: the figures' own variance once there are enough of them."""
    if len(differences) < TRUSTED_PAIRS:
        return USUAL_VARIANCE
    return max(float(np.var(differences, ddof=1)), LEAST_VARIANCE)

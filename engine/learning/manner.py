"""How somebody meets titles, which decides how much each component counts for them, beside how many they have met.

One follows what everybody sees, another looks for what is old or rare; one met all in an evening, another over years.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.learning.components import LATELY
from engine.learning.history import History
from engine.learning.popularity import YEAR
from engine.learning.sparse import Floats, Rows

TRAITS = ("fame", "fame-lately", "age", "liking", "span", "fame-spread")
"""Mean renown of the titles, the same of the latest, mean log age in years, mean liking, log days from the first to the
last, deviation of the renown.

What added nothing to these on validation: hours of the last ten titles, titles of the last day, deviation of the ages
and of the liking, the latest liking, whether the famous are liked better.
"""
DAY = 86_400.0
OLDEST = 100.0
EPOCH = 1970
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """The titles of one history as far as they tell of a manner, oldest first."""

    history: History
    renown: Floats
    """[h] how well known each is, ``parts.renown_of``; NaN where nobody met it."""
    years: Rows
    """[h] of release."""

    def traits(self) -> Doubles:
        """[``TRAITS``]; NaN for what cannot be told."""
        return _traits(self._sums().sum(axis=1), self._span())

    def _sums(self) -> Doubles:
        """What each title adds to what traits are made of, [``SUMS``, h]."""
        history = self.history
        met = (self.renown == self.renown).astype(np.float64)  # NaN is not equal to itself
        renown = np.where(met > 0, self.renown, 0).astype(np.float64)
        fading = met * np.exp(-history.back / LATELY)
        now = history.at[-1] / YEAR if len(history) else 0.0
        ages = np.log1p(np.clip(EPOCH + now - self.years, 0, OLDEST))
        one = np.ones(len(history))
        return np.stack([met, renown, renown**2, fading, fading * renown, one, ages, history.liking.astype(np.float64)])

    def _span(self) -> float:
        at = self.history.at
        return _days(at[0], at[-1]) if len(at) else 0.0


def _days(first: float, last: float) -> float:
    return float(np.log1p((last - first) / DAY))


def _traits(sums: Doubles, span: Doubles | float) -> Doubles:
    """[``TRAITS``, …] of sums [``SUMS``, …]."""
    met, renown, square, fading, late, count, ages, liking = sums
    fame, square, late, age, liking = _mean(
        np.stack([renown, square, late, ages, liking]), np.stack([met, met, fading, count, count])
    )  # fmt: skip
    spread = np.sqrt(np.maximum(square - fame**2, 0))
    return np.stack([fame, late, age, liking, np.where(count > 0, span, np.nan), spread])


def _mean(total: Doubles, weight: Doubles) -> Doubles:
    """NaN of nothing."""
    return np.where(weight > 1e-9, total / np.maximum(weight, 1e-9), np.nan)

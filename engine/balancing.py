"""How far the genres of a list are away from those of a viewer's history."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SMOOTHING = 0.01
"""Share of the history's genres that every list is taken to have (Steck 2018), so that none is missed infinitely."""

Doubles = NDArray[np.float64]


class Balance:
    """Watches the genres of a list while it is filled from some titles, ``m`` of them."""

    def __init__(self, mix: NDArray[np.float32], shares: NDArray[np.float32]) -> None:
        """``mix`` [genres]: what the history is made of, summing to one; ``shares`` [m, genres]: of each title."""
        held = np.flatnonzero(mix > 0)
        self._wanted = mix[held].astype(np.float64)
        self._floor = SMOOTHING * self._wanted
        self._shares = shares[:, held].astype(np.float64)
        self._taken = np.zeros(len(held))
        self._count = 0

    def take(self, place: int) -> None:
        """The title at ``place`` is in the list from now on."""
        self._taken += self._shares[place]
        self._count += 1

    def off(self) -> Doubles:
        """Kullback–Leibler divergence of the history's genres from the list's, were a title taken next, in nats, [m].

        Steck, “Calibrated recommendations” (2018), greedily; a genre that the history lacks costs by what it displaces.
        """
        listed = (self._taken + self._shares) / (self._count + 1)
        smoothed = (1 - SMOOTHING) * listed + self._floor
        return np.asarray((self._wanted * np.log(self._wanted / smoothed)).sum(axis=1))

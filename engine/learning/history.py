"""One person's meetings, as the model reads them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

FEW = 16
"""Titles up to which it is quicker to look for each."""
MOST = 2_000
"""The latest titles of a history that are folded in."""


@dataclass(frozen=True, eq=False)
class History:
    """``h`` different titles, oldest first."""

    rows: NDArray[np.int64]
    """[h] rows of the catalogue."""
    liking: NDArray[np.float32]
    """[h] 0–1."""
    at: NDArray[np.float64]
    """[h] seconds since 1970, ascending."""
    person: int = -1
    """The person's row in the log the model was trained on, -1 for somebody who was not in it."""

    def __len__(self) -> int:
        return len(self.rows)

    def latest(self, most: int = MOST) -> History:
        """The last ``most`` of them."""
        return self if len(self) <= most else self.where(np.arange(len(self)) >= len(self) - most)

    def without(self, gone: NDArray[np.int64]) -> History:
        """As if the titles ``gone`` (rows of the catalogue) had never been met."""
        if len(gone) > FEW:
            return self.where(~np.isin(self.rows, gone))
        return self.where((self.rows[:, None] != gone).all(axis=1))

    def where(self, keep: NDArray[np.bool_]) -> History:
        """The titles for which ``keep`` [h] is true."""
        return History(self.rows[keep], self.liking[keep], self.at[keep], self.person)

    @cached_property
    def back(self) -> NDArray[np.float64]:
        """How many titles ago each was met, 0 for the latest, [h]; those of one moment share their mean."""
        if (self.at[1:] > self.at[:-1]).all():  # mostly
            return np.arange(len(self) - 1, -1, -1, dtype=np.float64)
        moment = np.cumsum(np.diff(self.at, prepend=-np.inf) > 0) - 1
        count = np.bincount(moment)
        return len(self) - 1 - (np.cumsum(count) - 1 - (count - 1) / 2)[moment]

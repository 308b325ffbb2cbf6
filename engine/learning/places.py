"""A table of figures that is read as a whole for every answer: as it is, or with sixteen bits a figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.learning.compiled import add_mixed, add_products
from engine.learning.sparse import Floats, Rows

AT_ONCE = 16
"""Figures that machine code takes in one go."""
BLOCK = 8_192
MOST = 32_767
"""The highest number of sixteen bits."""
EVERY = slice(None)


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Figures [n, d] of ``n`` titles, a title's together."""

    values: Floats | NDArray[np.int16]
    """[n, d], each figure in steps of its column."""
    steps: Floats
    """[d]"""

    @classmethod
    def of(cls, table: Floats) -> Places:
        """As they are, with columns of nothing up to a multiple of ``AT_ONCE``: an odd rest takes as long as a row."""
        missing = -table.shape[1] % AT_ONCE
        values: Floats = np.pad(table, ((0, 0), (0, missing))) if missing else table
        return cls(values, np.ones(len(values.T), np.float32))

    def brief(self) -> Places:
        """With sixteen bits a figure, which halves what has to be fetched: that is what takes the time.

        Each is off by at most half a step, a 65,534th of the highest of its column. In scores that spread by 0.1 this
        was 0.00002 at most over 100,000 titles.
        """
        highest = np.zeros(self.width, np.float32)
        for start in range(0, len(self), BLOCK):
            np.maximum(highest, np.abs(self.values[start : start + BLOCK]).max(axis=0), out=highest)
        steps = np.where(highest > MOST * np.finfo(np.float32).tiny, highest / MOST, 1).astype(np.float32)
        values = np.empty(self.values.shape, np.int16)
        for start in range(0, len(self), BLOCK):
            values[start : start + BLOCK] = np.rint(self.values[start : start + BLOCK] / steps)
        return Places(values, steps * self.steps)

    def __len__(self) -> int:
        return len(self.values)

    @property
    def width(self) -> int:
        """How many figures a title has."""
        return self.values.shape[1]

    def some(self, titles: Rows, figures: slice = EVERY) -> Floats:
        """Those of some titles, [len(titles), figures]."""
        return self._whole(self.values[titles, figures], figures)

    def one(self, title: int) -> Floats:
        """Those of one title, [d]."""
        return self._whole(self.values[title], EVERY)

    def part(self, figures: slice) -> Floats:
        """Some figures of all titles, [n, figures]."""
        return self._whole(self.values[:, figures], figures)

    def _whole(self, values: Floats | NDArray[np.int16], figures: slice) -> Floats:
        """What is in steps of one is left as it is: learning looks at it tens of thousands of times."""
        steps = self.steps[figures]
        return np.asarray(values if values.dtype == np.float32 else values * steps, np.float32)

    def times(self, middles: Floats) -> Floats:
        """``middles`` [k, d] · figures of all titles, [k, n]."""
        told = self.values.astype(np.float32, copy=False) @ (middles * self.steps).T
        return np.asarray(told.T, np.float32)

    def add_at(self, titles: Rows, middle: Floats, onto: Floats) -> None:
        """``onto[titles]`` += the products of ``middle`` [d] with these."""
        add_products(self.values, titles, middle * self.steps, onto)

    def add_mixed(self, stretch: slice, sides: Floats, known: Floats, onto: Floats) -> None:
        """``onto`` += the products of ``sides`` [2, d] with titles that lie together, mixed as much as is ``known``."""
        warm, cold = sides * self.steps
        add_mixed(self.values[stretch], (warm, cold), known, onto)

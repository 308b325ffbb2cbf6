"""Sums per combination of shelves: an average over any open shelves is then put together without another pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.columns.vectors import CHUNK, widened
from engine.domain.items import MediaType


@dataclass(frozen=True, slots=True, eq=False)
class Shelving:
    """The titles of a catalogue by the ``c`` combinations of shelves they stand on."""

    examples: NDArray[np.int64]
    """A row of each combination, [c]."""
    totals: Mapping[MediaType, NDArray[np.float64]]
    """Sum of the vectors of each combination, [c, d]; empty without vectors."""
    counts: Mapping[MediaType, NDArray[np.int64]]
    """How many vectors that are, [c]."""

    def means(self, visible: NDArray[np.bool_]) -> dict[MediaType, NDArray[np.float32]]:
        """Mean vector [d] per media type of the embedded titles for which ``visible`` [n] is true."""
        chosen = visible[self.examples]
        return {
            kind: (total[chosen].sum(axis=0) / max(int(self.counts[kind][chosen].sum()), 1)).astype(np.float32)
            for kind, total in self.totals.items()
        }


def shelving_of(catalogue: Catalogue) -> Shelving:
    """One pass over all vectors."""
    if not len(catalogue):
        return Shelving(np.zeros(0, np.int64), {}, {})
    _, examples, numbers = np.unique(catalogue.libraries, axis=0, return_index=True, return_inverse=True)
    numbers = numbers.reshape(-1)
    vectors = catalogue.vectors
    full = np.zeros((0, 0), np.float16) if vectors is None else vectors.full
    totals: dict[MediaType, NDArray[np.float64]] = {}
    counts: dict[MediaType, NDArray[np.int64]] = {}
    kinds: list[int] = [] if vectors is None else np.unique(catalogue.media_type).tolist()
    for place in kinds:
        rows = np.flatnonzero(catalogue.media_type == place)
        grouped = rows[np.argsort(numbers[rows], kind="stable")]
        totals[MEDIA_TYPES[place]], counts[MEDIA_TYPES[place]] = _summed(full, grouped, numbers, len(examples))
    return Shelving(examples.astype(np.int64), totals, counts)


def _summed(
    full: NDArray[np.float16], grouped: NDArray[np.int64], numbers: NDArray[np.int64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Sums and counts of the vectors of ``grouped`` rows, which come combination by combination."""
    total, count = np.zeros((size, full.shape[1]), np.float64), np.zeros(size, np.int64)
    ends = np.searchsorted(numbers[grouped], np.arange(size + 1))
    for number in np.flatnonzero(np.diff(ends)).tolist():
        own = grouped[ends[number] : ends[number + 1]]
        for start in range(0, len(own), CHUNK):
            block = widened(full[own[start : start + CHUNK]])
            total[number] += block.sum(axis=0, dtype=np.float64)
            count[number] += int(np.count_nonzero(block.any(axis=1)))
    return total, count

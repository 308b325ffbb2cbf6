"""The largest entries of each row of a sparse matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.learning.compiled import compiled
from engine.learning.sparse import Floats


def largest(indptr: NDArray[np.integer], data: Floats, most: int) -> NDArray[np.bool_]:
    """Which of the entries are among the ``most`` largest of their row, of equal ones the first."""
    kept = np.ones(len(data), np.bool_)
    compiled(drop)(indptr, data, most, kept)
    return kept


def drop(indptr: NDArray[np.integer], data: Floats, most: int, kept: NDArray[np.bool_]) -> None:
    """Of ``largest``; compiled before use."""
    for row in range(len(indptr) - 1):
        first, end = indptr[row], indptr[row + 1]
        if end - first <= most:
            continue
        least = np.partition(data[first:end], end - first - most)[end - first - most]
        room = most
        for entry in range(first, end):
            room -= data[entry] > least
        for entry in range(first, end):
            if data[entry] < least or (data[entry] == least and not room):
                kept[entry] = False
            elif data[entry] == least:
                room -= 1

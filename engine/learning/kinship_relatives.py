"""For every title those most alike in what they share: squared cosines, of a few titles each.

What attributes say by way of few directions smooths over whom a title shares its makers with. That two titles have one
director or one odd subject in common says more than many faint likenesses, hence the squares. Beside the map they
found +0.012 of hidden titles (NDCG@10, mean of five sets of 800 titles, +0.008 … +0.017); squares of the text or of
genres, relatives by everything together and what was liked lately found no more. Sixteen relatives are nearly as good
as 128; a sum over the root of the history's length found 0.002 more than a mean.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.rows import largest
from engine.learning.sparse import Floats, Rows, in_order, picked, product, restored, scaled, turned

ENTRIES, FEWEST, MOST = 1_600_000, 16, 64
"""Relatives kept of all titles together, and of each: 16 of each at 100,000 titles; 128 found no more."""
PAIRS = 200.0
"""Titles that each is compared with, on average: names so common that this does not afford them say least anyway.

Of 9,742 real titles it leaves out the commonest subject, of 100,000 made up the commonest hundreds."""
CHUNK = 1_024
"""Titles whose relatives are sought together."""


def relatives_of(named: Sparse, pairs: float = PAIRS) -> Sparse:
    """[n, n] of titles by names [n, names], any weights: in each row the squared cosines with its relatives.

    No title is its own relative; of more than are kept, the nearest stay.
    """
    titles = named.shape[0]
    most = int(np.clip(ENTRIES // max(titles, 1), FEWEST, MOST))
    by_name = turned(_unit(named))
    rare = _afforded(np.diff(by_name.indptr).astype(np.float64), pairs * titles)
    level = turned(scaled(by_name, rows=rare.astype(np.float32)))
    parts = [_nearest(picked(level, rows), by_name, rows, most) for rows in _chunks(titles)]
    columns, squares, counts = (np.concatenate(part) for part in zip(*parts, strict=True))
    ends = np.append(0, np.cumsum(counts)).astype(np.int32)
    return in_order(restored(squares, columns, ends, titles))


def _nearest(
    some: Sparse, by_name: Sparse, rows: Rows, most: int
) -> tuple[NDArray[np.int32], Floats, NDArray[np.int64]]:
    """Relatives of the ``rows`` one after the other, their squared cosines, and how many each has."""
    alike = product(some, by_name)
    alike.data[alike.indices == np.repeat(rows, np.diff(alike.indptr))] = 0
    kept = (alike.data > 0) & largest(alike.indptr, alike.data, most)
    counts = np.diff(np.append(0, np.cumsum(kept))[alike.indptr])
    return alike.indices[kept], alike.data[kept] ** 2, counts


def _chunks(titles: int) -> Iterator[Rows]:
    """All rows, some at a time; even of no titles one chunk, which is empty."""
    for start in range(0, max(titles, 1), CHUNK):
        yield np.arange(start, min(start + CHUNK, titles))


def _afforded(spread: NDArray[np.float64], pairs: float) -> NDArray[np.bool_]:
    """The rarest names, as many as make no more than so many pairs."""
    order = np.argsort(spread, kind="stable")
    rare = np.zeros(len(spread), np.bool_)
    rare[order[np.cumsum(spread[order] ** 2) <= pairs]] = True
    return rare


def _unit(matrix: Sparse) -> Sparse:
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    squares = np.bincount(rows, matrix.data.astype(np.float64) ** 2, matrix.shape[0])
    return scaled(matrix, rows=(1 / np.sqrt(np.maximum(squares, 1e-12))).astype(np.float32))

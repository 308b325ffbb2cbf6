"""EASE: how much having met one title speaks for another.

Harald Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019). B = I − P / diag(P), P = (X'X + λI)⁻¹; where
people are fewer than titles, P comes from the people's side, (I − X'(XX' + λI)⁻¹X) / λ, which costs people³.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.sparse import Floats, Rows, dense_product, inverse, picked, table, turned

MOST_EXACT = 8_000_000
"""People × titles up to which B is kept as its exact factors (32 MB each)."""
MOST_SOLVED = 4_000
"""Rows of the system that is solved: 4,000³ take some seconds."""
MOST_TITLES = 10_000
"""Titles whose weights are kept, the most met first; all others have neighbours and attributes."""
KEPT = 200
"""Weights kept of each title: of 50, 100, 200 and 500, 200 lost the least for its size."""
BLOCK = 512


def exact(met: Sparse, penalty: float) -> Floats:
    """B as ``met.T @ exact.T``: [n, people]. ``met`` [people, n] is how much was liked, ``penalty`` is λ."""
    by_title = turned(met)
    solved = dense_product(by_title, _inverse(met, by_title, penalty))
    share = np.zeros(met.shape[1])
    rows = np.repeat(np.arange(by_title.shape[0]), np.diff(by_title.indptr))
    np.add.at(share, rows, by_title.data * solved[rows, by_title.indices])
    return solved / np.maximum(1 - share, 1e-6).astype(np.float32)[:, None]


def strongest(met: Sparse, penalty: float, keep: int = KEPT) -> Sparse:
    """B [n, n]: row i, column j is what i says about j; of each column the ``keep`` strongest, of either sign."""
    by_title = turned(met)
    counts = np.diff(by_title.indptr)
    few = met.shape[0] <= MOST_SOLVED
    room = min(MOST_TITLES if few else MOST_SOLVED, int((counts > 0).sum()))
    scope = np.sort(np.argsort(-counts, kind="stable")[:room])
    part = picked(by_title, scope)
    if few:
        return _gathered(_ByPeople(part, penalty), scope, min(keep, room), met.shape[1])
    return _gathered(_ByTitles(part, penalty), scope, min(keep, room), met.shape[1])


def _inverse(met: Sparse, by_title: Sparse, penalty: float) -> Floats:
    gram = dense_product(met, by_title.toarray()).astype(np.float64)
    gram[np.diag_indices_from(gram)] += penalty
    return inverse(gram).astype(np.float32)


class _ByPeople:
    """Columns of B from the people's side."""

    def __init__(self, by_title: Sparse, penalty: float) -> None:
        self._by_title = by_title
        self._inverse = _inverse(turned(by_title), by_title, penalty)

    def columns(self, start: int, end: int) -> Floats:
        block = picked(self._by_title, np.arange(start, end)).toarray()
        solved = self._inverse @ block.T
        share = np.einsum("pj,jp->j", solved, block)
        return dense_product(self._by_title, solved) / np.maximum(1 - share, 1e-6).astype(np.float32)


class _ByTitles:
    """Columns of B from the titles' side."""

    def __init__(self, by_title: Sparse, penalty: float) -> None:
        titles = by_title.shape[0]
        gram = np.zeros((titles, titles), np.float32)
        for start in range(0, titles, BLOCK):
            block = picked(by_title, np.arange(start, min(start + BLOCK, titles)))
            gram[:, start : start + BLOCK] = dense_product(by_title, block.toarray().T)
        gram[np.diag_indices_from(gram)] += penalty
        self._weights = inverse(gram)
        self._diagonal = np.diag(self._weights).copy()

    def columns(self, start: int, end: int) -> Floats:
        return -self._weights[:, start:end] / self._diagonal[start:end]


def _gathered(solver: _ByPeople | _ByTitles, scope: Rows, keep: int, titles: int) -> Sparse:
    values: list[Floats] = [np.zeros(0, np.float32)]
    rows: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    columns: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    for start in range(0, len(scope), BLOCK):
        end = min(start + BLOCK, len(scope))
        block = np.ascontiguousarray(solver.columns(start, end).T)
        block[np.arange(end - start), np.arange(start, end)] = 0
        strong = np.argpartition(-np.abs(block), keep - 1, axis=1)[:, :keep]
        values.append(np.take_along_axis(block, strong, axis=1).ravel())
        rows.append(scope[strong.ravel()])
        columns.append(np.repeat(scope[start:end], keep))
    found = np.concatenate(values)
    telling = np.abs(found) > 1e-6
    return table(found[telling], np.concatenate(rows)[telling], np.concatenate(columns)[telling], (titles, titles))

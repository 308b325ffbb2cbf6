"""EASE: how much having met one title speaks for another.

Harald Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019). B = I − P / diag(P), P = (X'X + λI)⁻¹; where
people are fewer than titles, P comes from the people's side, (I − X'(XX' + λI)⁻¹X) / λ, which costs people³.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.compiled import add_common
from engine.learning.inverses import inverse
from engine.learning.sparse import Floats, Rows, dense_product, picked, table, turned

MOST_EXACT = 8_000_000
"""People × titles up to which B is kept as its exact factors (32 MB each), where people are not more than titles."""
MOST_PEOPLE = 2_000
"""People up to whom the system is solved from their side."""
MOST_SOLVED = 4_000
"""Titles of the system that is solved from their side: 4,000³ take a second or two."""
MOST_TITLES = 10_000
"""Titles whose weights are kept, the most met first; all others have neighbours and attributes."""
KEPT, ENTRIES = 200, 2_000_000
"""Weights kept of each title (of 50, 100, 200 and 500, 200 lost the least for its size), more of few titles."""
BLOCK = 512


def weights(met: Sparse, penalties: Sequence[float]) -> list[Sparse | Floats]:
    """B for each λ, as ``exact`` or ``strongest`` has it, whichever such a log affords."""
    people, titles = met.shape
    if people <= titles and people * titles <= MOST_EXACT:
        return [exact(met, penalty) for penalty in penalties]
    return list(strongest(met, penalties))


def exact(met: Sparse, penalty: float) -> Floats:
    """B as ``met.T @ exact.T``: [n, people]. ``met`` [people, n] is how much was liked, ``penalty`` is λ."""
    by_title = turned(met)
    gram = dense_product(met, by_title.toarray()).astype(np.float64)
    gram[np.diag_indices_from(gram)] += penalty
    solved = dense_product(by_title, inverse(gram).astype(np.float32))
    share = np.zeros(met.shape[1])
    rows = np.repeat(np.arange(by_title.shape[0]), np.diff(by_title.indptr))
    np.add.at(share, rows, by_title.data * solved[rows, by_title.indices])
    return solved / np.maximum(1 - share, 1e-6).astype(np.float32)[:, None]


def strongest(met: Sparse, penalties: Sequence[float], keep: int = 0) -> list[Sparse]:
    """B [n, n] for each λ: row i, column j is what i says about j; of each column the strongest, of either sign.

    ``keep`` of them, or as many as are usual.
    """
    by_title = turned(met)
    counts = np.diff(by_title.indptr)
    few = met.shape[0] <= MOST_PEOPLE
    room = min(MOST_TITLES if few else MOST_SOLVED, int((counts > 0).sum()))
    scope = np.sort(np.argsort(-counts, kind="stable")[:room])
    part = picked(by_title, scope)
    system = _common(part if few else turned(part))
    diagonal = np.diag(system).copy()
    keep = min(keep or max(KEPT, ENTRIES // max(room, 1)), room)
    found: list[Sparse] = []
    for penalty in penalties:
        system[np.diag_indices_from(system)] = diagonal + np.float32(penalty)
        solver = _ByPeople(part, inverse(system)) if few else _ByTitles(inverse(system))
        found.append(_gathered(solver, scope, keep, met.shape[1]))
    return found


def _common(matrix: Sparse) -> Floats:
    """``matrix.T @ matrix``, [columns, columns]."""
    found = np.zeros((matrix.shape[1], matrix.shape[1]), np.float32)
    add_common(matrix, found)
    found += np.tril(found, -1).T
    return found


class _ByPeople:
    """Columns of B from the people's side: of P = (XX' + λI)⁻¹."""

    def __init__(self, by_title: Sparse, solved: Floats) -> None:
        self._by_title, self._inverse = by_title, solved

    def columns(self, start: int, end: int) -> Floats:
        block = picked(self._by_title, np.arange(start, end)).toarray()
        solved = self._inverse @ block.T
        share = np.einsum("pj,jp->j", solved, block)
        return dense_product(self._by_title, solved) / np.maximum(1 - share, 1e-6).astype(np.float32)


class _ByTitles:
    """Columns of B from the titles' side: of P = (X'X + λI)⁻¹."""

    def __init__(self, solved: Floats) -> None:
        self._weights, self._diagonal = solved, np.diag(solved).copy()

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

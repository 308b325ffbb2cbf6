"""The loops behind ``dividing``, as machine code; each is plain Python too."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.compiled import compiled
from engine.learning.sparse import Floats, Rows

LEAST = np.float32(1e-6)


class Cells(NamedTuple):
    """A sparse matrix by row, the columns of every row in order."""

    ends: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: Floats

    @classmethod
    def of(cls, matrix: Sparse) -> Cells:
        return cls(matrix.indptr, matrix.indices, matrix.data)


class Weights(NamedTuple):
    """What ``r`` rows of a source weigh."""

    rows: Rows
    """[r]"""
    both: Floats
    """[2, r]: with a title somebody met, with any other."""
    owners: Rows
    """[r] whose place in the history each row is."""


class Onto(NamedTuple):
    """Where it goes, for ``t`` titles."""

    where: Rows
    """[places] which of the titles a source tells of."""
    known: Floats
    """[t] 0–1."""
    found: Floats
    """[t, h]"""


class Own(NamedTuple):
    """The titles of a history by the columns of the model."""

    place: NDArray[np.int32]
    """[m] place in the history, -1 elsewhere."""
    weights: Floats
    """[h]"""


def deal_block(block: Floats, weights: Weights, onto: Onto) -> None:
    """Add what rows say, ``block`` [r, places], times what they weigh."""
    compiled(_deal_block)(block, *weights[1:], *onto)


def deal_cells(cells: Cells, titles: Rows, weights: Weights, onto: Onto) -> None:
    """The same for the rows of a matrix; ``titles`` [places] are its columns."""
    compiled(_deal_cells)(*cells, titles, *weights, *onto)


def hand_on(people: Rows, says: Floats, met: Cells, own: Own, found: Floats) -> None:
    """Add to ``found`` [t, h] what ``people`` say of titles, ``says`` [t, people], divided among what they ``met``.

    In proportion to how much each title of the history makes them alike: liking times weight.
    """
    compiled(_hand_on)(people, says, *met, *own, found)


def _deal_block(block: Floats, both: Floats, owners: Rows, where: Rows, known: Floats, found: Floats) -> None:
    for place in range(len(owners)):
        for number in range(len(where)):
            share = known[where[number]]
            weight = share * both[0, place] + (np.float32(1) - share) * both[1, place]
            found[where[number], owners[place]] += block[place, number] * weight


def _deal_cells(  # noqa: PLR0913, PLR0917 - array by array: taking tuples apart costs more than the loops
    ends: NDArray[np.int32], columns: NDArray[np.int32], values: Floats, titles: Rows, rows: Rows, both: Floats,
    owners: Rows, where: Rows, known: Floats, found: Floats,
) -> None:  # fmt: skip
    for place in range(len(rows)):
        for number in range(len(titles)):
            low, high = ends[rows[place]], ends[rows[place] + 1]
            while low < high:
                middle = (low + high) // 2
                if columns[middle] < titles[number]:
                    low = middle + 1
                else:
                    high = middle
            if low == ends[rows[place] + 1] or columns[low] != titles[number]:
                continue
            share = known[where[number]]
            weight = share * both[0, place] + (np.float32(1) - share) * both[1, place]
            found[where[number], owners[place]] += weight * values[low]


def _hand_on(
    people: Rows, says: Floats, ends: NDArray[np.int32], columns: NDArray[np.int32], values: Floats,
    places: NDArray[np.int32], weights: Floats, found: Floats,
) -> None:  # fmt: skip
    for person in range(len(people)):
        whole = np.float32(0)
        for entry in range(ends[people[person]], ends[people[person] + 1]):
            if places[columns[entry]] >= 0:
                whole += weights[places[columns[entry]]] * values[entry]
        whole = max(whole, LEAST)
        for entry in range(ends[people[person]], ends[people[person] + 1]):
            place = places[columns[entry]]
            if place >= 0:
                for title in range(len(found)):
                    found[title, place] += says[title, person] / whole * weights[place] * values[entry]

"""Loops that numpy has no quick way for, as machine code. Each is plain Python too, which does the same slowly."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.sparse import Floats, Rows

LOOSE = {"reassoc", "contract", "nsz"}
"""Sums may be made in another order, as numpy's are: several at a time, then."""


def add_listed(matrix: Sparse, rows: Rows, weights: Floats, onto: Floats) -> None:
    """``onto`` [columns] += ``weights @ matrix[rows]``; only the entries of those rows are read."""
    compiled(scatter)(matrix.indptr, matrix.indices, matrix.data, rows, np.asarray(weights, np.float32), onto)


def add_products(table: Floats | NDArray[np.int16], titles: Rows, weights: Floats, onto: Floats) -> None:
    """``onto[titles] += table[titles] @ weights``."""
    compiled(multiply)(table, titles, weights, onto)


def add_dense_along(table: Floats, rows: Rows, weights: Floats, stretch: slice, onto: Floats) -> None:
    """``onto[stretch] += weights @ table[rows, stretch]``."""
    compiled(pile_along)(table, rows, np.asarray(weights, np.float32), stretch.start, stretch.stop, onto)


def add_binned_along(values: Floats, bins: Rows, stretch: slice, onto: Floats) -> None:
    """``onto[stretch] += values[bins[stretch]]``."""
    compiled(look_up_along)(values, bins, stretch.start, stretch.stop, onto)


def add_mixed(
    table: Floats | NDArray[np.int16], sides: tuple[Floats, Floats], known: Floats, onto: Floats
) -> None:  # fmt: skip
    """``onto`` [k] += ``known · (table @ sides[0]) + (1 − known) · (table @ sides[1])`` for a ``table`` of k rows.

    ``known`` [k] is 0–1. Both products are made while a row is at hand.
    """
    compiled(mix)(table, *sides, known, onto)


def in_a_row(rows: Rows) -> bool:
    """Whether each of ``rows`` is one more than the one before."""
    return bool(compiled(follow)(rows))


def highest(values: Floats, most: int) -> Rows:
    """Places of the ``most`` highest values, of equal ones the first, in no order."""
    places = np.zeros(min(most, len(values)), np.int64)
    compiled(select)(values, places)
    return places


class Sides(NamedTuple):
    """What is said of titles [k] in one family, by who met them and without that."""

    met: Floats
    """[m + 1] by column of the model, at last what column -1 is given."""
    warm: Floats
    cold: Floats
    offset: np.float32
    """Of ``cold``."""


class Titles(NamedTuple):
    """Titles [k] of a catalogue."""

    columns: Rows
    """Of the model, -1 where nobody met it."""
    known: Floats
    """0–1"""


def meet(sides: Sides, titles: Titles, onto: Floats, scale: float) -> None:
    """Add ``known · (met + warm) + (1 − known) · (cold + offset)`` to ``onto`` [k], then scale that."""
    compiled(join)(sides, titles, onto, np.float32(scale))


def hand_out(met: Floats, columns: Rows, places: Rows, known: Floats, onto: Floats) -> None:
    """``onto[places] += known[places] · met[columns]``."""
    compiled(deal_out)(met, columns, places, known, onto)


def picked_columns(matrix: Sparse, rows: Rows, columns: Rows) -> Floats:
    """``matrix[rows][:, columns]``, dense; the columns of every row must be in order, as ``table`` leaves them."""
    found = np.zeros((len(rows), len(columns)), np.float32)
    compiled(pick)(matrix.indptr, matrix.indices, matrix.data, rows, columns, found)
    return found


def sent_through(matrix: Sparse, rows: Rows, values: Floats) -> Floats:
    """``matrix[rows] @ values``, dense; ``values`` [columns, t] with few t."""
    found = np.zeros((len(rows), values.shape[1]), np.float32)
    compiled(send)(matrix.indptr, matrix.indices, matrix.data, rows, np.ascontiguousarray(values, np.float32), found)
    return found


def add_common(matrix: Sparse, onto: Floats) -> None:
    """``onto`` [columns, columns] += the lower triangle of ``matrix.T @ matrix``, whose columns are in order by row."""
    compiled(pair)(matrix.indptr, matrix.indices, matrix.data, onto)


def pick(
    indptr: NDArray[np.int32], indices: NDArray[np.int32], data: Floats, rows: Rows, columns: Rows, onto: Floats
) -> None:
    """Of ``picked_columns``."""
    for place in range(len(rows)):
        first, end = indptr[rows[place]], indptr[rows[place] + 1]
        for number in range(len(columns)):
            column, low, high = columns[number], first, end
            while low < high:
                middle = (low + high) // 2
                if indices[middle] < column:
                    low = middle + 1
                else:
                    high = middle
            if low < end and indices[low] == column:
                onto[place, number] = data[low]


def send(
    indptr: NDArray[np.int32], indices: NDArray[np.int32], data: Floats, rows: Rows, values: Floats, onto: Floats
) -> None:
    """Of ``sent_through``."""
    for place in range(len(rows)):
        for entry in range(indptr[rows[place]], indptr[rows[place] + 1]):
            for number in range(values.shape[1]):
                onto[place, number] += data[entry] * values[indices[entry], number]


def pair(indptr: NDArray[np.int32], indices: NDArray[np.int32], data: Floats, onto: Floats) -> None:
    """Of ``add_common``; compiled before use, as those below."""
    for row in range(len(indptr) - 1):
        for one in range(indptr[row], indptr[row + 1]):
            line, value = onto[indices[one]], data[one]
            for other in range(indptr[row], one + 1):
                line[indices[other]] += value * data[other]


def select(values: Floats, places: Rows) -> None:
    """Of ``highest``."""
    lowest = 0
    for place in range(len(values)):
        if place >= len(places) and values[place] <= values[places[lowest]]:
            continue
        places[place if place < len(places) else lowest] = place
        if place >= len(places) - 1:
            for other in range(len(places)):
                if values[places[other]] < values[places[lowest]]:
                    lowest = other


def scatter(
    indptr: NDArray[np.int32], indices: NDArray[np.int32], data: Floats, rows: Rows, weights: Floats, onto: Floats
) -> None:
    """Of ``add_listed``."""
    for place in range(len(rows)):
        weight = weights[place]
        for entry in range(indptr[rows[place]], indptr[rows[place] + 1]):
            onto[indices[entry]] += weight * data[entry]


def multiply(table: Floats | NDArray[np.int16], titles: Rows, weights: Floats, onto: Floats) -> None:
    """Of ``add_products``. Two titles at a time, which halves how often weights are read."""
    last = len(titles) - 1
    for place in range(0, len(titles), 2):
        title, after = titles[place], titles[min(place + 1, last)]
        row, other = table[title], table[after]
        one, two = np.float32(0), np.float32(0)
        for figure in range(len(weights)):
            one += np.float32(row[figure]) * weights[figure]
            two += np.float32(other[figure]) * weights[figure]
        onto[title] += one
        if place < last:
            onto[after] += two


def pile_along(table: Floats, rows: Rows, weights: Floats, start: int, stop: int, onto: Floats) -> None:
    """Of ``add_dense_along``. Slices from 0 on: several at a time only go where no place can be below it."""
    some = onto[start:stop]
    for place in range(len(rows)):
        row, weight = table[rows[place], start:stop], weights[place]
        for title in range(len(some)):
            some[title] += weight * row[title]


def look_up_along(values: Floats, bins: Rows, start: int, stop: int, onto: Floats) -> None:
    """Of ``add_binned_along``."""
    some, own = onto[start:stop], bins[start:stop]
    for title in range(len(some)):
        some[title] += values[own[title]]


def mix(
    table: Floats | NDArray[np.int16], warm: Floats, cold: Floats, known: Floats, onto: Floats
) -> None:  # fmt: skip
    """Of ``add_mixed``. Both for all: to ask whether somebody met a title costs more than what is left out then.

    Four rows at a time: weights are read a quarter as often, and as many sums go on beside one another.
    """
    last = len(onto) - 1
    for first in range(0, len(onto), 4):
        second, third, fourth = min(first + 1, last), min(first + 2, last), min(first + 3, last)
        row, after, then, end = table[first], table[second], table[third], table[fourth]
        warm_row = warm_after = warm_then = warm_end = np.float32(0)
        cold_row = cold_after = cold_then = cold_end = np.float32(0)
        for figure in range(len(cold)):
            one, two = np.float32(row[figure]), np.float32(after[figure])
            three, four = np.float32(then[figure]), np.float32(end[figure])
            warm_row += one * warm[figure]
            cold_row += one * cold[figure]
            warm_after += two * warm[figure]
            cold_after += two * cold[figure]
            warm_then += three * warm[figure]
            cold_then += three * cold[figure]
            warm_end += four * warm[figure]
            cold_end += four * cold[figure]
        onto[first] += known[first] * (warm_row - cold_row) + cold_row
        if second > first:
            onto[second] += known[second] * (warm_after - cold_after) + cold_after
        if third > second:
            onto[third] += known[third] * (warm_then - cold_then) + cold_then
        if fourth > third:
            onto[fourth] += known[fourth] * (warm_end - cold_end) + cold_end


def join(sides: Sides, titles: Titles, onto: Floats, scale: np.float32) -> None:
    """Of ``meet``."""
    met, warm, cold, offset = sides
    columns, known = titles
    for place in range(len(onto)):
        share = known[place]
        told = share * (met[columns[place]] + warm[place]) + (np.float32(1) - share) * (cold[place] + offset)
        onto[place] = scale * (onto[place] + told)


def deal_out(met: Floats, columns: Rows, places: Rows, known: Floats, onto: Floats) -> None:
    """Of ``hand_out``."""
    for number in range(len(places)):
        onto[places[number]] += known[places[number]] * met[columns[number]]


def follow(rows: Rows) -> bool:
    """Of ``in_a_row``."""
    whole = True
    for place in range(len(rows)):
        whole &= rows[place] == rows[0] + place
    return whole


@cache
def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Machine code, kept on disk for the next start, where there is a place that can be written to."""
    from numba import njit  # noqa: PLC0415 - takes half a second, and only who has a model needs it

    compile_: Any = njit
    try:
        return compile_(cache=True, nogil=True, fastmath=LOOSE)(function)
    except RuntimeError:  # numba found no directory for its cache
        return compile_(nogil=True, fastmath=LOOSE)(function)

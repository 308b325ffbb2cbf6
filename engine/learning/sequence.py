"""What people met soon after what."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.compiled import compiled
from engine.learning.log import Log
from engine.learning.rows import largest
from engine.learning.sparse import Floats, Rows, restored

WINDOW = 10
"""Titles ahead."""
SITTING = 3_600.0
"""Seconds: a longer pause divides two sittings."""
ACROSS = 0.3
"""What a successor counts across a pause."""
KEPT = 200
"""Successors kept of each title, the likeliest."""
PRIOR = 5.0
"""Successions taken for granted before a title's own say much."""
AT_ONCE = 200_000
"""Meetings whose neighbours are gathered together: all of them at once take ten times the room."""


class Meetings(NamedTuple):
    """[m], by person, then time."""

    person: NDArray[np.int32]
    item: NDArray[np.int32]
    at: NDArray[np.float64]
    weight: Floats


def successors(log: Log, weight: Floats) -> tuple[Sparse, Sparse]:
    """Titles met after each title [n, n], and titles met before each; rows shrunken to shares.

    ``weight`` [m] / √distance of the later one, within a window.
    """
    meetings = Meetings(log.person, log.item, log.at, weight)
    ends = np.append(0, np.cumsum(np.bincount(log.item, minlength=len(log.items)))).astype(np.int64)
    places = np.argsort(log.item, kind="stable")
    return _shares(meetings, ends, places, 1), _shares(meetings, ends, places, -1)


def _shares(meetings: Meetings, ends: Rows, places: Rows, step: int) -> Sparse:
    """``places`` [m] of the meetings title by title, each until its of ``ends`` [n + 1]."""
    titles = len(ends) - 1
    sums = np.zeros(titles)
    found: list[tuple[NDArray[np.int32], Floats, NDArray[np.int64]]] = []
    start = 0
    while start < titles or not found:
        room = int(ends[start]) + AT_ONCE
        stop = max(int(np.searchsorted(ends, room, "right")) - 1, min(start + 1, titles))
        found.append(_some(meetings, ends[start : stop + 1], places, step, sums[start:stop]))
        start = stop
    columns, values, counts = (np.concatenate(part) for part in zip(*found, strict=True))
    shares = values * np.repeat((1 / (sums + PRIOR)).astype(np.float32), counts)
    return restored(shares, columns, np.append(0, np.cumsum(counts)).astype(np.int32), titles)


def _some(
    meetings: Meetings, ends: Rows, places: Rows, step: int, sums: NDArray[np.float64]
) -> tuple[NDArray[np.int32], Floats, NDArray[np.int64]]:
    """Of some titles: columns, what each weighs, and how many each title has; ``sums`` of all are added to."""
    room = WINDOW * int(ends[-1] - ends[0])
    columns, values = np.zeros(room, np.int32), np.zeros(room, np.float32)
    indptr = np.zeros(len(ends), np.int64)
    compiled(follow)(meetings, ends, places, step, (indptr, columns, values), sums)
    columns, values = columns[: indptr[-1]], values[: indptr[-1]]
    kept = largest(indptr, values, KEPT)
    return columns[kept], values[kept], np.diff(np.append(0, np.cumsum(kept))[indptr])


def follow(
    meetings: Meetings,
    ends: Rows,
    places: Rows,
    step: int,
    onto: tuple[NDArray[np.int64], NDArray[np.int32], Floats],
    sums: NDArray[np.float64],
) -> None:
    """Of ``successors``, some titles' rows, the columns of each in order; compiled before use."""
    person, item, at, weight = meetings
    indptr, columns, values = onto
    told = np.zeros(item.max() + 1 if len(item) else 0)
    touched = np.zeros(len(told), np.int32)
    filled = 0
    for title in range(len(ends) - 1):
        count = 0
        for place in places[ends[title] : ends[title + 1]]:
            for distance in range(1, WINDOW + 1):
                other = place + step * distance
                if other < 0 or other >= len(item) or person[other] != person[place]:
                    break
                near = 1.0 if abs(at[other] - at[place]) < SITTING else ACROSS
                strength = weight[max(place, other)] / np.sqrt(distance) * near
                if strength <= 0:
                    continue
                if told[item[other]] == 0:
                    touched[count] = item[other]
                    count += 1
                told[item[other]] += strength
        for column in np.sort(touched[:count]):
            columns[filled], values[filled] = column, told[column]
            sums[title] += values[filled]
            told[column] = 0
            filled += 1
        indptr[title + 1] = filled

"""Personalised PageRank by forward push: only along the edges that matter, compiled. For large graphs.

Andersen, Chung and Lang, “Local Graph Partitioning using PageRank Vectors” (2006), with vertices that only pass on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.graph.edges import Edges, Floats
from engine.graph.walk import RESTART

if TYPE_CHECKING:
    from engine.columns.sparse import Sparse

Places = NDArray[np.int64]
Ends = tuple[NDArray[np.int32], ...]


class Way(NamedTuple):
    """All edges in one direction, block by block, in the types that are compiled for."""

    ends: Ends
    others: Ends
    values: tuple[NDArray[np.float32], ...]
    here: Places
    """Number of the first vertex that a block leads away from, per block."""
    there: Places
    """Number of the first vertex that it leads to."""
    factors: Floats
    leaving: Floats
    """What a vertex gives of what it has, per value of an edge."""
    arriving: NDArray[np.float32]
    """What of it counts at the other end, where it is divided by the sum of the edges."""


class Ways(NamedTuple):
    """From titles to what connects them, and back."""

    out: Way
    back: Way


def push(edges: Edges, ways: Ways, rows: Places, amounts: Floats, tolerance: float) -> Floats:
    """The share of a walk that ends at each title, [n]; it begins at ``rows`` in the given ``amounts``.

    Too low by at most 2 · ``tolerance`` · Σ amounts · the title's strength, never too high. Same in, same out.
    """
    ended, titles, others = (np.zeros(size) for size in (len(edges.strength), len(edges.strength), len(edges.weight)))
    scale = tolerance * float(amounts.sum())
    tied = edges.strength[rows] > 0
    if not scale > 0 or not tied.any():
        return ended
    # what lies at a vertex is counted per strength of its edges, and in the share of it that may be left lying
    np.add.at(titles, rows[tied], amounts[tied] / scale / edges.strength[rows[tied]])
    waiting = np.unique(rows[titles[rows] > 0])
    spread = compiled()
    asked = np.zeros(len(others), np.bool_), np.zeros(len(titles), np.bool_)
    room = np.empty(len(others), np.int64), np.empty(len(titles), np.int64)
    first = True
    while len(waiting):
        ended[waiting] += RESTART * titles[waiting]
        passing = _along(spread, ways.out, (waiting, titles, others), asked[0], room[0])
        if first:  # what is two steps away is exact, however little of it there is
            passing, first = np.flatnonzero(others), False
        waiting = _along(spread, ways.back, (passing, others, titles), asked[1], room[1])
    # nor is what lies there still lost: as much of it as ends there at once
    ended += RESTART * titles
    return ended * edges.strength * scale


def spread(moved: tuple[Places, Floats, Floats], way: Way, asked: NDArray[np.bool_], room: Places) -> int:
    """Move all that lies at the vertices ``moved[0]`` from ``moved[1]`` to ``moved[2]``.

    Vertices where then more lies than 1 are written to ``room``, each once; says how many. Compiled before use.
    """
    count = 0
    waiting, source, target = moved
    leaving, arriving = way.leaving, way.arriving
    for block in range(len(way.factors)):
        ends, others, values = way.ends[block], way.others[block], way.values[block]
        here, there, factor = way.here[block], way.there[block], way.factors[block]
        for vertex in waiting:
            place = vertex - here
            if place < 0 or place >= len(ends) - 1:
                continue
            part = source[vertex] * leaving[vertex] * factor
            for edge in range(ends[place], ends[place + 1]):
                other = there + others[edge]
                target[other] += part * values[edge] * arriving[other]
                if target[other] > 1 and not asked[other]:
                    asked[other] = True
                    room[count] = other
                    count += 1
    source[waiting] = 0
    return count


def ways_of(edges: Edges) -> Ways:
    """The edges of a graph; arrays are the catalogue's own where their types fit."""
    forth = [(block.by_title, 0, block.offset, block.factor) for block in edges.blocks]
    back = [(block.by_vertex, block.offset, 0, block.factor) for block in edges.blocks]
    passing = np.divide(edges.weight, edges.held, out=np.zeros_like(edges.held), where=edges.held > 0)
    arriving = np.divide(1.0, edges.strength, out=np.zeros_like(edges.strength), where=edges.strength > 0)
    return Ways(
        _way(forth, np.full(len(edges.strength), 1 - RESTART), passing),
        _way(back, edges.weight, arriving),
    )


@cache
def compiled() -> Callable[..., int]:
    """``spread`` as machine code; kept on disk for the next start, where there is a place that can be written to."""
    from numba import njit  # noqa: PLC0415 - takes half a second, and only large graphs need it

    compile_: Any = njit
    try:
        return compile_(cache=True, nogil=True)(spread)
    except RuntimeError:  # numba found no directory for its cache
        return compile_(nogil=True)(spread)


def _along(
    move: Callable[..., int], way: Way, moved: tuple[Places, Floats, Floats], asked: NDArray[np.bool_], room: Places
) -> Places:
    """One direction: what now has to be moved on, ascending."""
    found = np.sort(room[: move(moved, way, asked, room)])
    asked[found] = False
    return found


def _way(blocks: list[tuple[Sparse, int, int, float]], leaving: Floats, arriving: Floats) -> Way:
    return Way(
        ends=tuple(_writeable(edges.indptr, np.int32) for edges, _, _, _ in blocks),
        others=tuple(_writeable(edges.indices, np.int32) for edges, _, _, _ in blocks),
        values=tuple(_writeable(edges.data, np.float32) for edges, _, _, _ in blocks),
        here=np.array([here for _, here, _, _ in blocks], np.int64),
        there=np.array([there for _, _, there, _ in blocks], np.int64),
        factors=np.array([factor for _, _, _, factor in blocks], np.float64),
        leaving=leaving,
        arriving=arriving.astype(np.float32),
    )


def _writeable(values: NDArray[Any], kind: type) -> NDArray[Any]:
    """``values`` themselves where their type fits; read-only arrays would be compiled for anew."""
    return np.require(values, kind, ["C", "W"])

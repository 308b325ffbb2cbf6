"""On which ways one title is reached from a viewer's titles, and what would be left of them without some of these."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.graph.graph import Graph
from engine.graph.nearness import SHRINK, Nearness, Sources
from engine.graph.walk import RESTART
from engine.scoring.baselines import among

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """What one title shares with some others, edge by edge; ``e`` edges."""

    place: Rows
    """Which of the others, [e]."""
    vertex: Rows
    """What they share, [e]."""
    part: Floats
    """How much of a walk that begins at the other ends at the title by way of it, measured, [e]."""

    def by_place(self, size: int) -> Floats:
        """Sum per other title, [size]: nearness in two steps, which is exact; longer ways only add to it."""
        return np.asarray(np.bincount(self.place, self.part, size), np.float64)


def shares(graph: Graph, row: int, others: Rows) -> Shares:
    """What the title at ``row`` shares with ``others``."""
    vertices, strengths = graph.around(row)
    vertices, first = np.unique(vertices, return_index=True)
    own = np.add.reduceat(strengths, first) if len(first) else strengths
    places: list[Rows] = [np.zeros(0, np.int64)]
    found: list[Rows] = [np.zeros(0, np.int64)]
    parts: list[Floats] = [np.zeros(0)]
    for block in graph.blocks:
        position, column, value = block.features.entries(others)
        vertex = column.astype(np.int64) + block.offset
        shared = np.flatnonzero(among(vertex, vertices) & (graph.strength[others[position]] > 0))
        position, vertex, value = position[shared], vertex[shared], value[shared]
        leaving = value * block.factor * graph.weight[vertex] / graph.strength[others[position]]
        arriving = own[np.searchsorted(vertices, vertex)] / graph.held[vertex]
        places.append(position)
        found.append(vertex)
        parts.append(RESTART * (1 - RESTART) * leaving * arriving * graph.measure[row])
    return Shares(np.concatenate(places), np.concatenate(found), np.concatenate(parts))


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """One title, reached from the liked and from the disliked titles of a viewer."""

    near: Nearness
    row: int
    liked: Shares
    disliked: Shares

    @classmethod
    def of(cls, near: Nearness, row: int) -> Reach:
        return cls(near, row, *(shares(near.graph, row, side.rows) for side in (near.liked, near.disliked)))

    def without(self, gone: Rows, ageing: float = 1.0) -> float:
        """The title's figure if ``gone`` had never been met, and all others weighed ``ageing`` times as much.

        What of each title reaches it on ways longer than two steps is taken to be what it is on average.
        """
        near = self.near
        liked, disliked = (side.without(gone, ageing) for side in (near.liked, near.disliked))
        toward = self._left(float(near.toward[self.row]), self.liked, near.liked, liked)
        against = self._left(float(near.against[self.row]), self.disliked, near.disliked, disliked)
        return float(near.pressed(np.array([toward]), np.array([against]), liked, disliked)[0])

    def _left(self, reached: float, shared: Shares, now: Sources, then: Sources) -> float:
        """Nearness to a side of which less is left."""
        if not len(then.rows):
            return 0.0
        parts, whole = shared.by_place(len(now.rows)), float(now.worth.sum())
        further = max(reached * (whole + SHRINK) - float(parts @ now.worth), 0.0) / whole
        left = float((parts[among(now.rows, then.rows)] + further) @ then.worth)
        return left / (float(then.worth.sum()) + SHRINK)

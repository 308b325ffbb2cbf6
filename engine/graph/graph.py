"""Titles and what connects them, as one viewer may know it: weights, nearness, and the measure of nearness."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.domain.items import MediaType
from engine.graph.blocks import MENTIONED, PULL, TIES, Block, Tie, blocks_of, vertices_of
from engine.graph.edges import Edges, Floats, Mask
from engine.graph.walk import LEFT_ROUGH, RESTART, walk

if TYPE_CHECKING:
    from engine.graph.push import Ways

FEWEST = 2
"""Titles that something must connect to connect any."""
LOOSE = 4.0
"""Mentions of a keyword per title listed under it, above which it is only a common word (“who”, “time”)."""
COMMON = 0.02
"""Share of the titles from which what connects them is common."""
MEASURE = 4.0
"""Average strengths added to a title's own when what reaches it is measured: the well described are reached more often,
and of the poorly described less is known."""
PATIENCE = 20.0
"""Error of nearness, at most, in shares of what the average title gets. It is what lies more than two steps away,
spread so thinly that the order of the nearest does not show it."""
WALKED = 60_000
"""Edges up to which walking all of them takes a few milliseconds and needs no compiler."""


@dataclass(frozen=True, eq=False)
class Graph(Edges):
    """Vertices are the titles of a catalogue and what connects them. Immutable; arrays are shared."""

    catalogue: Catalogue
    count: NDArray[np.int64]
    """Open titles that each vertex connects, [v]; fewer than ``FEWEST`` connect none, and weigh nothing."""
    usual: float
    """Mean strength of the titles that have any."""
    edges: int
    """Of open titles, to what connects them with others."""

    @classmethod
    def of(cls, catalogue: Catalogue, visible: Mask | None = None) -> Graph:
        """The graph of the titles for which ``visible`` [n] is true (all): two passes over the edges, no copies."""
        shown = np.ones(len(catalogue), np.bool_) if visible is None else visible
        blocks = blocks_of(catalogue)
        weight, held, count = _weights(blocks, shown, vertices_of(catalogue))
        strength = np.zeros(len(catalogue))
        for block in blocks:
            strength += block.factor * (block.by_title @ weight[block.span].astype(np.float32))
        strength[~shown] = 0
        tied = strength > 0
        usual = float(strength[tied].mean()) if tied.any() else 1.0
        edges = int(count[weight > 0].sum())
        return cls(shown, blocks, weight, held, strength, catalogue, count, usual, edges)

    @cached_property
    def measure(self) -> Floats:
        """What turns the share of the walk that ends at a title into nearness, [n]; 0 for what has no edge."""
        whole = (1 + MEASURE) * self.usual
        return np.where(self.strength > 0, whole / (self.strength + MEASURE * self.usual), 0.0)

    def near(self, rows: NDArray[np.int64], amounts: Floats) -> Floats:
        """Personalised PageRank by titles: how much of a walk that begins at ``rows`` ends where, measured, [n].

        ``amounts`` (≥ 0) say how much of it begins where; closed titles and those without an edge begin none. The
        result is linear in them, up to an error of ``PATIENCE · Σ amounts / titles``.
        """
        fits = (self.strength[rows] > 0) & (amounts > 0)
        rows, amounts = rows[fits], amounts[fits]
        if not len(rows):
            return np.zeros(len(self.strength))
        if self.edges <= WALKED:
            return walk(self, rows, amounts) * self.measure
        from engine.graph.push import push  # noqa: PLC0415 - the compiler is only loaded where it pays

        return push(self, self.ways, rows, amounts, self.tolerance) * self.measure

    @cached_property
    def ways(self) -> Ways:
        """The edges as ``push`` walks them."""
        from engine.graph.push import ways_of  # noqa: PLC0415

        return ways_of(self)

    @cached_property
    def size(self) -> int:
        """Open titles that something connects with others, at least 1."""
        return max(int(np.count_nonzero(self.strength)), 1)

    def usual_near(self, domain: MediaType) -> float:
        """Nearness of the average title of a domain to a random other one of it."""
        if domain not in self._usual_near:
            rows = np.flatnonzero((self.strength > 0) & self.catalogue.of_type(domain))
            begun = np.full(len(rows), 1 / max(len(rows), 1))
            came = walk(self, rows, begun, LEFT_ROUGH)[rows] - RESTART * begun
            self._usual_near[domain] = float((came * self.measure[rows]).mean()) if len(rows) else 0.0
        return self._usual_near[domain]

    @cached_property
    def _usual_near(self) -> dict[MediaType, float]:
        return {}

    @property
    def tolerance(self) -> float:
        """What may be left lying at a vertex, per strength of its edges, of a walk of 1."""
        return PATIENCE / self.size / ((1 + MEASURE) * self.usual) / 2

    def span(self, tie: Tie) -> slice:
        """The vertices of one kind; empty where there is none."""
        return next((block.span for block in self.blocks if block.tie is tie), slice(0, 0))

    def tie_of(self, vertex: int) -> Tie:
        """The kind of a vertex that is no title."""
        return next(block.tie for block in self.blocks if block.offset <= vertex < block.offset + block.size)

    def name_of(self, vertex: int) -> str:
        """Its name."""
        block = next(block for block in self.blocks if block.offset <= vertex < block.offset + block.size)
        return block.features.names[vertex - block.offset]

    def around(self, row: int) -> tuple[NDArray[np.int64], Floats]:
        """What a title is connected with, ascending vertices, and how strongly; nothing for a closed one."""
        if not self.shown[row]:
            return np.zeros(0, np.int64), np.zeros(0)
        found = [(block.offset + block.features.of(row)[0], block) for block in self.blocks]
        vertices = np.concatenate([np.zeros(0, np.int64), *(place for place, _ in found)])
        values = [block.features.of(row)[1] * block.factor * self.weight[place] for place, block in found]
        strengths = np.concatenate([np.zeros(0), *values])
        order = np.argsort(vertices, kind="stable")
        order = order[strengths[order] > 0]
        return vertices[order].astype(np.int64), strengths[order]

    def titles_of(self, vertex: int) -> NDArray[np.int64]:
        """Open titles that a vertex connects, ascending."""
        if not self.weight[vertex]:
            return np.zeros(0, np.int64)
        holding = [block for block in self.blocks if block.offset <= vertex < block.offset + block.size]
        rows = np.concatenate([block.features.having(vertex - block.offset) for block in holding])
        return np.unique(rows[self.shown[rows]]).astype(np.int64)


def common(graph: Graph) -> float:
    """How many titles something connects that is too common to be worth a word."""
    return max(COMMON * graph.size, 5.0)


def _weights(blocks: tuple[Block, ...], shown: Mask, vertices: int) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Weight and sum of the edges of each vertex, and how many open titles have it.

    The weight grows with the root of how much shares a vertex, so that, as the walk is divided among all of these, each
    gets less by the root of their number: the rare counts more, but not as if nothing else did.
    """
    shared = np.zeros(vertices)
    count, listed = np.zeros(vertices, np.int64), np.zeros(vertices, np.int64)
    ones = shown.astype(np.float32)
    for block in blocks:
        shared[block.span] += block.factor * (block.by_vertex.T @ ones)
        having = _counted(block, shown)
        count[block.span] += having
        listed[block.span] += having if block.factor != MENTIONED else 0
    loose = count - listed > LOOSE * listed
    weight = np.where((count >= FEWEST) & ~loose, np.sqrt(shared), 0.0)
    for tie in TIES:
        own = [block for block in blocks if block.tie is tie]
        if own:
            span = own[0].span
            edges = float((shared[span] * (weight[span] > 0)).sum())
            mean = float((shared[span] * weight[span]).sum()) / edges if edges else 1.0
            weight[span] *= PULL[tie] / mean
    return weight, shared * weight, count


def _counted(block: Block, shown: Mask) -> NDArray[np.int64]:
    """Open titles of each vertex of a block."""
    running = np.append(0, np.cumsum(shown[block.by_vertex.indices]))
    ends = running[block.by_vertex.indptr]
    return np.asarray(np.diff(ends), np.int64)

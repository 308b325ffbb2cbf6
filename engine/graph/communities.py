"""Groups of titles that hang together, and what lies between them. Needs the optional extra ``graph`` (networkit)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import Misconfigured
from engine.graph.adjacency import adjacency
from engine.graph.blocks import Tie
from engine.graph.central import central
from engine.graph.graph import Graph

SEED = 1
FEWEST = 3
"""Titles of a community, at least."""
NAMED, EXAMPLES = 4, 6
SAMPLES = 64
"""Ends of ways that betweenness is estimated from."""


@dataclass(frozen=True, slots=True)
class Community:
    """Titles that share more with each other than with the rest."""

    rows: tuple[int, ...]
    """The most central first."""
    names: tuple[str, ...]
    """What most of them share, more than others do."""


def communities(graph: Graph, most: int) -> list[Community]:
    """The largest communities (Leiden), largest first; genres do not count, else they would be all that is found.

    Raises Misconfigured: graph-extra-missing.
    """
    kit = _kit()
    network = _network(kit, graph)
    found = kit.community.ParallelLeiden(network, iterations=5, randomize=False, gamma=1)
    found.run()
    labels = np.array(found.getPartition().getVector(), np.int64)[: len(graph.strength)]
    labels[graph.strength <= 0] = -1
    central_ = central(graph)[0]
    names, sizes = np.unique(labels[labels >= 0], return_counts=True)
    largest = names[np.lexsort((names, -sizes))][:most]
    groups = [np.flatnonzero(labels == name) for name in largest]
    return [_described(graph, rows, central_) for rows in groups if len(rows) >= FEWEST]


def between(graph: Graph, most: int) -> list[tuple[int, float]]:
    """Titles by which most shortest ways lead, with the share of these, estimated from ``SAMPLES`` beginnings.

    Raises Misconfigured: graph-extra-missing.
    """
    kit = _kit()
    found = kit.centrality.EstimateBetweenness(_network(kit, graph), SAMPLES, normalized=True, parallel=False)
    found.run()
    scores = np.array(found.scores(), np.float64)[: len(graph.strength)]
    order = np.lexsort((np.arange(len(scores)), -scores))[:most]
    return [(int(row), float(scores[row])) for row in order if scores[row] > 0]


def _described(graph: Graph, rows: NDArray[np.int64], centrality: NDArray[np.float64]) -> Community:
    """Named by what connects the group: common within, rare without."""
    mass = np.zeros(len(graph.weight))
    for row in rows.tolist():
        vertices, strengths = graph.around(row)
        np.add.at(mass, vertices, strengths)
    share = np.divide(mass**2, graph.held, out=np.zeros_like(mass), where=graph.held > 0)
    share[graph.span(Tie.GENRES)] = 0
    best = np.lexsort((np.arange(len(share)), -share))[:NAMED]
    order = rows[np.lexsort((rows, -centrality[rows]))]
    return Community(tuple(order.tolist()), tuple(graph.name_of(int(one)) for one in best if share[one] > 0))


def _network(kit: Any, graph: Graph) -> Any:  # noqa: ANN401 - networkit has no types
    values = graph.weight.copy()
    values[graph.span(Tie.GENRES)] = 0
    matrix = adjacency(graph, values)
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    once = (rows < matrix.indices) & (matrix.data > 0)
    edges = (
        matrix.data[once].astype(np.float64),
        (rows[once].astype(np.uint64), matrix.indices[once].astype(np.uint64)),
    )
    return kit.GraphFromCoo(edges, n=matrix.shape[0], weighted=True, directed=False)


def _kit() -> Any:  # noqa: ANN401
    try:
        kit = import_module("networkit")
    except ImportError as missing:
        raise Misconfigured("graph-extra-missing") from missing
    kit.setSeed(SEED, False)  # noqa: FBT003 - its only form
    kit.setNumberOfThreads(1)
    return kit

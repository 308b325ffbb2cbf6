"""Personalised PageRank by walking every edge, step by step: exact, for graphs of a modest size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.graph.edges import Edges, Floats

RESTART = 0.4
"""Chance, at every title, that the walk ends there. So most of it stays within two steps of where it began."""
LEFT, LEFT_ROUGH = 1e-4, 0.05
"""Share of the walk that may still be under way when it is stopped."""


def walk(edges: Edges, rows: NDArray[np.int64], amounts: Floats, left: float = LEFT) -> Floats:
    """The share of a walk that ends at each title, [n]; it begins at ``rows`` in the given ``amounts``."""
    under_way, ended = np.zeros(len(edges.strength)), np.zeros(len(edges.strength))
    np.add.at(under_way, rows, amounts)
    going = 1.0
    while going > left:
        ended += RESTART * under_way
        going *= 1 - RESTART
        under_way = (1 - RESTART) * step(edges, under_way)
    return ended


def step(edges: Edges, amounts: Floats) -> Floats:
    """From titles to what connects them and on to titles, [n]; what is added up stays the same."""
    passing = arriving_at(edges, amounts)
    passing *= np.divide(edges.weight, edges.held, out=np.zeros_like(edges.held), where=edges.held > 0)
    found = np.zeros_like(amounts)
    for block in edges.blocks:
        found += block.factor * (block.by_title @ passing[block.span].astype(np.float32))
    found[~edges.shown] = 0
    return found


def arriving_at(edges: Edges, amounts: Floats) -> Floats:
    """How much of what leaves the titles arrives at what connects them, [v]."""
    leaving = np.divide(amounts, edges.strength, out=np.zeros_like(amounts), where=edges.strength > 0)
    found = np.zeros(len(edges.weight))
    for block in edges.blocks:
        found[block.span] += block.factor * (block.by_vertex.T @ leaving.astype(np.float32))
    return found * edges.weight

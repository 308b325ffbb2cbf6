"""What everything leads to: PageRank of the whole graph."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.graph.blocks import Tie
from engine.graph.graph import Graph
from engine.graph.walk import RESTART, arriving_at, step

LEFT = 1e-3
"""Share of the walk that may still be under way when it is stopped."""
Floats = NDArray[np.float64]


def central(graph: Graph) -> tuple[Floats, Floats]:
    """PageRank of the titles, [n], summing to 1, and how often walks pass by what connects them, [v]."""
    here = np.where(graph.strength > 0, 1.0, 0.0) / graph.size
    ended, passed, going = np.zeros_like(here), np.zeros(len(graph.weight)), 1.0
    while going > LEFT:
        ended += RESTART * here
        going *= 1 - RESTART
        here = (1 - RESTART) * here
        passed += arriving_at(graph, here)
        here = step(graph, here)
    total = float(ended.sum())
    return (ended / total if total else ended), passed


def most_central(graph: Graph, tie: Tie, most: int) -> list[tuple[str, int, float]]:
    """Names of the vertices of one kind that most walks pass by, with how many open titles they connect."""
    span = graph.span(tie)
    passed = central(graph)[1][span]
    order = np.lexsort((np.arange(len(passed)), -passed))[:most]
    found = [(int(place) + span.start, float(passed[place])) for place in order if passed[place] > 0]
    return [(graph.name_of(vertex), len(graph.titles_of(vertex)), value) for vertex, value in found]

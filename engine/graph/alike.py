"""Titles like one title: by what is told and by what connects them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.graph.graph import Graph

BY_VECTOR, BY_GRAPH = 0.6, 0.4
WIDE = 400
"""Titles compared in full."""


@dataclass(frozen=True, slots=True)
class Alike:
    """One title, how like another it is."""

    row: int
    score: float
    """0–1"""
    by_vector: float
    """Cosine of the vectors, 0–1."""
    by_graph: float
    """Nearness in the graph, in shares of the nearest title's."""


def alike(graph: Graph, row: int, most: int) -> list[Alike]:
    """Open titles most like an open one: 0.6 · cosine of the vectors + 0.4 · nearness in the graph.

    By the graph alone where the title has no vector.
    """
    if not graph.shown[row] or most <= 0:
        return []
    near = graph.near(np.array([row]), np.ones(1))
    near[row] = 0
    near = np.sqrt(near / max(float(near.max(initial=0)), 1e-12))
    cosine = _cosines(graph.catalogue, row)
    score = near if cosine is None else BY_VECTOR * np.maximum(cosine, 0) + BY_GRAPH * near
    score = np.where(graph.shown, score, -1.0)
    score[row] = -1
    order = np.lexsort((np.arange(len(score)), -score))[:most]
    return [
        Alike(int(one), float(score[one]), 0.0 if cosine is None else float(max(cosine[one], 0)), float(near[one]))
        for one in order
        if score[one] > 0
    ]


def similar_to(catalogue: Catalogue, row: int, most: int, visible: NDArray[np.bool_]) -> list[tuple[int, float]]:
    """The edges “similar to” of a title: the visible ones nearest by vector, with their cosine, nearest first."""
    vectors = catalogue.vectors
    if vectors is None or not vectors.present[row] or most <= 0:
        return []
    rows, cosines = vectors.nearest(vectors.exact(np.array([row]))[0], most + 1, among=visible & vectors.present)
    found = zip(rows.tolist(), cosines.tolist(), strict=True)
    return [(other, cosine) for other, cosine in found if other != row][:most]


def _cosines(catalogue: Catalogue, row: int) -> NDArray[np.float32] | None:
    """Cosine to every title, exact for the nearest, [n]."""
    vectors = catalogue.vectors
    if vectors is None or not vectors.present[row]:
        return None
    own = vectors.exact(np.array([row]))[0]
    found = vectors.similar(own)
    rows = np.argsort(-found, kind="stable")[:WIDE]
    found[rows] = vectors.exact(rows) @ own
    return found

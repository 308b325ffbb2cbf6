"""The whole graph as one matrix, for what needs to see it so: shortest paths, communities, betweenness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse, by_row
from engine.graph.graph import Graph


def adjacency(graph: Graph, values: NDArray[np.float64] | None = None) -> Sparse:
    """Titles 0…n−1, then all other vertices; symmetric, ``csr_matrix`` [n + v, n + v].

    Edges weigh what they do in the walk; or every edge of a vertex the one of ``values`` [v] that stands for it.
    Only open titles and what connects at least two of them have edges.
    """
    titles, vertices, weights = edges_of(graph)
    if values is not None:
        weights = values[vertices].astype(np.float32)
    size, first = len(graph.strength) + len(graph.weight), len(graph.strength)
    rows = np.concatenate([titles, vertices + first])
    columns = np.concatenate([vertices + first, titles]).astype(np.int32)
    order = np.argsort(rows, kind="stable")
    ends = np.append(0, np.cumsum(np.bincount(rows, minlength=size))).astype(np.int64)
    return by_row(np.tile(weights, 2)[order], columns[order], ends, (size, size))


def edges_of(graph: Graph) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Title, vertex and weight of every edge, each once."""
    none = np.zeros(0, np.int64)
    titles, vertices, weights = [none], [none], [np.zeros(0, np.float32)]
    for block in graph.blocks:
        matrix = block.by_title
        row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
        vertex = matrix.indices.astype(np.int64) + block.offset
        kept = graph.shown[row] & (graph.weight[vertex] > 0)
        titles.append(row[kept])
        vertices.append(vertex[kept])
        weights.append((matrix.data * block.factor * graph.weight[vertex])[kept].astype(np.float32))
    return np.concatenate(titles), np.concatenate(vertices), np.concatenate(weights)

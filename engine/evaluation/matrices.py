"""Sparse products for the peers, with types: scipy has none."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from engine.columns.sparse import Sparse, by_row

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


def ones(columns: list[list[int]], width: int) -> Sparse:
    """[len(columns), width] with a 1 in each of a row's ``columns``."""
    return weighted([[(column, 1.0) for column in own] for own in columns], width)


def weighted(entries: list[list[tuple[int, float]]], width: int) -> Sparse:
    """[len(entries), width] from each row's columns and values."""
    ends = np.cumsum([0, *(len(own) for own in entries)])
    places = np.array([column for own in entries for column, _ in own], np.int32)
    values = np.array([value for own in entries for _, value in own], np.float32)
    return by_row(values, places, ends, (len(entries), width))


def turned(matrix: Sparse) -> Sparse:
    """The transpose, by row again."""
    return cast("Sparse", sparse.csr_matrix(matrix.T))


def scaled(matrix: Sparse, *, rows: Floats | None = None, columns: Floats | None = None) -> Sparse:
    """Rows and columns multiplied by factors."""
    data = matrix.data
    if rows is not None:
        data = data * np.repeat(rows, np.diff(matrix.indptr))
    if columns is not None:
        data = data * columns[matrix.indices]
    return cast("Sparse", sparse.csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape))


def squared(matrix: Sparse) -> Sparse:
    """Every entry times itself."""
    return cast("Sparse", sparse.csr_matrix((matrix.data**2, matrix.indices, matrix.indptr), shape=matrix.shape))


def gram(matrix: Sparse) -> NDArray[np.float64]:
    """``matrix @ matrix.T``, dense."""
    known = cast("sparse.csr_matrix", matrix)
    return cast("Sparse", known @ cast("sparse.csr_matrix", matrix.T)).toarray().astype(np.float64)


def rows_of(matrix: Sparse, rows: Places) -> Sparse:
    """Some rows, in this order."""
    return cast("Sparse", cast("sparse.csr_matrix", matrix)[rows])


def summed(matrix: Sparse, rows: Places) -> Floats:
    """Sum of these rows, [columns]."""
    return rows_of(matrix, rows).T @ np.ones(len(rows), np.float32)


def unit_rows(matrix: Sparse) -> Floats:
    """1 / length of each row; 0 for empty ones."""
    owners = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    # without any entry, bincount counts in whole numbers
    squares = np.bincount(owners, matrix.data.astype(np.float64) ** 2, matrix.shape[0]).astype(np.float64)
    return np.divide(1.0, np.sqrt(squares), out=np.zeros_like(squares), where=squares > 0).astype(np.float32)


def beside_itself(matrix: Sparse) -> Sparse:
    """[n, n + columns] a column for each row itself beside the matrix's own; rows sum to 1."""
    size, counts = matrix.shape[0], np.diff(matrix.indptr)
    rows = np.concatenate([np.arange(size), np.repeat(np.arange(size), counts)])
    places = np.concatenate([np.arange(size), matrix.indices + size])
    values = np.concatenate([np.ones(size, np.float32), matrix.data])
    sums = np.bincount(rows, values, size)
    shape = (size, size + matrix.shape[1])
    return cast("Sparse", sparse.csr_matrix(((values / sums[rows]).astype(np.float32), (rows, places)), shape=shape))


def by_entry(matrix: Sparse) -> object:
    """The same matrix as a list of entries."""
    return sparse.coo_matrix(cast("sparse.csr_matrix", matrix))

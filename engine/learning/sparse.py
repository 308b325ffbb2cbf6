"""Sparse products, with types: scipy has none."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from engine.columns.sparse import Sparse

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


def table(
    values: NDArray[np.floating], rows: NDArray[np.integer], columns: NDArray[np.integer], shape: tuple[int, int]
) -> Sparse:
    """A float32 CSR matrix from entries in any order; doubles are summed."""
    matrix = sparse.csr_matrix((values.astype(np.float32), (rows, columns)), shape=shape)
    matrix.sum_duplicates()
    matrix.sort_indices()
    return cast("Sparse", matrix)


def turned(matrix: Sparse) -> Sparse:
    """The transpose, by row again."""
    return cast("Sparse", sparse.csr_matrix(matrix.T))


def restored(data: Floats, indices: NDArray[np.int32], indptr: NDArray[np.int32], columns: int) -> Sparse:
    """A CSR matrix from its three arrays."""
    return cast("Sparse", sparse.csr_matrix((data, indices, indptr), shape=(len(indptr) - 1, columns)))


def scaled(matrix: Sparse, *, rows: Floats | None = None, columns: Floats | None = None) -> Sparse:
    """Rows and columns multiplied by factors."""
    data = matrix.data
    if rows is not None:
        data = data * np.repeat(rows, np.diff(matrix.indptr))
    if columns is not None:
        data = data * columns[matrix.indices]
    return restored(data.astype(np.float32), matrix.indices, matrix.indptr, matrix.shape[1])


def kept(matrix: Sparse, entries: NDArray[np.bool_]) -> Sparse:
    """Some of its entries, [as many as it has]."""
    owner = np.repeat(np.arange(len(matrix.indptr) - 1), np.diff(matrix.indptr))
    rows, columns = len(matrix.indptr) - 1, matrix.shape[1]
    return table(matrix.data[entries], owner[entries], matrix.indices[entries], (rows, columns))


def summed(matrix: Sparse, rows: Rows, weights: Floats) -> Floats:
    """``weights @ matrix[rows]``, [columns]."""
    return picked(matrix, rows).T @ weights


def picked(matrix: Sparse, rows: Rows) -> Sparse:
    """Some rows of it."""
    return cast("Sparse", cast("sparse.csr_matrix", matrix)[rows])


def row_of(matrix: Sparse, row: int) -> tuple[NDArray[np.int32], Floats]:
    """Columns and values of one row."""
    span = slice(matrix.indptr[row], matrix.indptr[row + 1])
    return matrix.indices[span], matrix.data[span]


def dense_product(left: Sparse, right: NDArray[np.floating]) -> Floats:
    """``left @ right``, dense."""
    return np.asarray(cast("sparse.csr_matrix", left) @ right, np.float32)


def product(left: Sparse, right: Sparse) -> Sparse:
    """``left @ right``, sparse, the columns of every row in order."""
    return in_order(cast("Sparse", cast("sparse.csr_matrix", left) @ cast("sparse.csr_matrix", right)))


def in_order(matrix: Sparse) -> Sparse:
    """The same with the columns of every row in order, as ``picked_columns`` needs them."""
    cast("sparse.csr_matrix", matrix).sort_indices()
    return matrix


def only(matrix: Sparse, least: float) -> Sparse:
    """One wherever an entry is at least ``least``, nothing elsewhere."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    kept = matrix.data >= least
    return table(np.ones(int(kept.sum()), np.float32), rows[kept], matrix.indices[kept], matrix.shape)

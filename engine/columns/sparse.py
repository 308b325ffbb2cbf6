"""Sparse matrices, with types: scipy has none, so everything else sees them through one Protocol."""

from __future__ import annotations

from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse


class Sparse(Protocol):
    """A compressed float32 matrix: by row (``scipy.sparse.csr_matrix``) or by column (``csc_matrix``)."""

    @property
    def shape(self) -> tuple[int, int]: ...
    @property
    def nnz(self) -> int: ...
    @property
    def data(self) -> NDArray[np.float32]: ...
    @property
    def indices(self) -> NDArray[np.int32]: ...
    @property
    def indptr(self) -> NDArray[np.int32]: ...
    @property
    def T(self) -> Sparse: ...  # noqa: N802 - scipy's name
    def __matmul__(self, other: NDArray[np.float32], /) -> NDArray[np.float32]: ...
    def toarray(self) -> NDArray[np.float32]: ...


def by_row(
    values: NDArray[np.float32], columns: NDArray[np.int32], ends: NDArray[np.int64], shape: tuple[int, int]
) -> Sparse:
    """A matrix from its rows: row i holds ``columns[ends[i]:ends[i + 1]]``."""
    matrix = sparse.csr_matrix((values, columns, ends), shape=shape)
    matrix.sort_indices()
    return cast("Sparse", matrix)


def by_column(matrix: Sparse) -> Sparse:
    """The same matrix stored by column."""
    return cast("Sparse", sparse.csc_matrix(matrix))

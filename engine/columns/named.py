"""Named features of the items, as columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse


@dataclass(frozen=True, eq=False)
class Features:
    """Named features of the items: ``n`` rows, ``m`` columns, float32."""

    matrix: Sparse
    """``csr_matrix``"""
    columns: Sparse
    """The same as ``csc_matrix``, for touching few columns."""
    names: tuple[str, ...]

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Name to column; made when it is first asked for: that of people takes 17 MB at 100,000 titles."""
        return MappingProxyType({name: place for place, name in enumerate(self.names)})

    def of(self, row: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Columns of one item and their values."""
        start, end = self.matrix.indptr[row], self.matrix.indptr[row + 1]
        return self.matrix.indices[start:end], self.matrix.data[start:end]

    def having(self, column: int) -> NDArray[np.int32]:
        """Rows that have the feature, ascending."""
        return self.columns.indices[self.columns.indptr[column] : self.columns.indptr[column + 1]]

    def names_of(self, row: int) -> tuple[str, ...]:
        """Names of one item's features, in the order of the columns."""
        columns: list[int] = self.of(row)[0].tolist()
        return tuple(self.names[column] for column in columns)

    def any_of(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """Items that have at least one of ``names``, [n]; unknown names match nothing."""
        found = np.zeros(self.matrix.shape[0], np.bool_)
        for name in names:
            if (column := self.index.get(name)) is not None:
                found[self.having(column)] = True
        return found

    def entries(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
        """The features of many items, flat: position in ``rows``, column, value."""
        starts = self.matrix.indptr[rows].astype(np.int64)
        lengths = self.matrix.indptr[rows + 1].astype(np.int64) - starts
        positions = np.repeat(np.arange(len(rows), dtype=np.int64), lengths)
        places = np.arange(len(positions), dtype=np.int64) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        return positions, self.matrix.indices[places], self.matrix.data[places]

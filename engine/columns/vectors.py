"""Embeddings of a whole catalogue: exact rows for the few, reduced rows for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

REDUCED = 64
"""Most dimensions of a reduced row."""
SAMPLE = 12_000
"""Rows the projection is learned from."""
CHUNK = 8_192
WIDENED_ROWS = 256
SIGN_AND_REST = np.int32(-0x70002000)
"""Bits of a half in the place of a float's: 0x8FFFE000."""
_SEED = 20_240_229


@dataclass(frozen=True, slots=True, eq=False)
class ItemVectors:
    """Unit rows of one model, parallel to the rows of a catalogue. A row of zeros is not embedded yet.

    ``reduced @ projection.T`` approximates ``full`` and inner products survive the reduction, so that
    ``reduced @ (projection.T @ query)`` approximates ``full @ query``.
    """

    model: str
    full: NDArray[np.float16]
    """[n, d]"""
    reduced: NDArray[np.float32]
    """[n, r], r ≤ 64"""
    projection: NDArray[np.float32]
    """[d, r], orthonormal columns"""
    present: NDArray[np.bool_]
    """[n], which rows are not zero"""

    @property
    def dimensions(self) -> int:
        return self.full.shape[1]

    @property
    def embedded(self) -> int:
        """How many rows are not zero."""
        return int(np.count_nonzero(self.present))

    def exact(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Full vectors of ``rows``, float32 [len(rows), d]."""
        return widened(self.full.take(rows, axis=0))

    def has(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of ``rows`` are embedded."""
        return self.present[rows]

    def reduce(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Vectors [.., d] in the reduced space [.., r]."""
        return vectors @ self.projection

    def similar(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Approximate cosine of a unit ``vector`` [d] to every item, [n]."""
        return self.reduced @ self.reduce(vector)

    def nearest(
        self, vector: NDArray[np.float32], count: int, *, among: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Rows nearest to a unit ``vector``, best first, with exact cosines (of eight times as many)."""
        rough = self.similar(vector)
        if among is not None:
            rough = np.where(among, rough, -np.inf).astype(np.float32)
        wide = min(len(rough), max(8 * count, 400))
        rows = np.argpartition(-rough, wide - 1)[:wide] if wide else np.zeros(0, np.int64)
        rows = rows[np.isfinite(rough[rows])]
        scores = self.exact(rows) @ vector
        best = np.lexsort((rows, -scores))[:count]
        return rows[best].astype(np.int64), scores[best]


def learn_projection(full: NDArray[np.float16], *, rank: int = REDUCED, sample: int = SAMPLE) -> NDArray[np.float32]:
    """The ``rank`` directions that keep inner products best (uncentred PCA over a seeded sample), [d, r]."""
    embedded = np.flatnonzero(full.any(axis=1))
    if len(embedded) > sample:
        embedded = np.sort(np.random.default_rng(_SEED).choice(embedded, sample, replace=False))
    dimensions = full.shape[1]
    gram = np.zeros((dimensions, dimensions), np.float32)
    for start in range(0, len(embedded), CHUNK):
        block = widened(full[embedded[start : start + CHUNK]])
        gram += block.T @ block
    _, directions = np.linalg.eigh(gram)
    return np.ascontiguousarray(directions[:, ::-1][:, : min(rank, dimensions)], dtype=np.float32)


def item_vectors(model: str, full: NDArray[np.float16], projection: NDArray[np.float32] | None = None) -> ItemVectors:
    """``full`` with its reduced twin; ``projection`` is kept where given, so that a refresh changes no known row."""
    chosen = learn_projection(full) if projection is None else projection
    reduced = np.empty((len(full), chosen.shape[1]), np.float32)
    for start in range(0, len(full), CHUNK):
        reduced[start : start + CHUNK] = widened(full[start : start + CHUNK]) @ chosen
    return ItemVectors(model, full, reduced, chosen, np.asarray(reduced.any(axis=1)))


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """``vectors`` scaled to length one; rows that are zero or not finite become zero."""
    finite = np.where(np.isfinite(vectors).all(axis=1, keepdims=True), vectors, 0).astype(np.float32)
    lengths = np.linalg.norm(finite, axis=1, keepdims=True)
    return np.divide(finite, lengths, out=np.zeros_like(finite), where=lengths > 1e-12)


def widened(halves: NDArray[np.float16]) -> NDArray[np.float32]:
    """``halves`` [n, d] (finite) as float32, a few rows at a time so that what is between stays in the cache."""
    values = np.empty(halves.shape, np.float32)
    for start in range(0, len(halves), WIDENED_ROWS):
        part = slice(start, start + WIDENED_ROWS)
        _widen(halves[part], values[part])
    return values


def _widen(halves: NDArray[np.float16], values: NDArray[np.float32]) -> None:
    """Shifted into place and rescaled: quicker than ``astype``."""
    bits = values.view(np.int32)
    bits[...] = halves.view(np.int16)
    bits <<= 13
    bits &= SIGN_AND_REST  # between them stands the sign, repeated
    values *= np.float32(2.0**112)

"""From attributes to what the crowd would say of titles nobody met: kernel ridge regression, kept as few figures.

The kernel is the cosine of the named attributes + 2 · the cosine of the text + nearness in years + a constant. Over the
full attributes it foretold hidden titles far better than ridge regression over their widest 300 directions (NDCG@10 of
the map alone, cross-fitted over titles: 0.26 v 0.17).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.attributes import Described
from engine.learning.inverses import inverse
from engine.learning.sparse import Floats, Rows, dense_product, picked, product, turned

TEXT, YEARS, CONSTANT = 2.0, 1.0, 0.2
"""Parts of the kernel beside the attributes (text 0.5 … 3, years 0 … 2 and genres apart were tried)."""
NOISE = 5.0
"""Of a title met by very many; (1 + TRUST / meetings) times as much for others."""
TRUST = 1.0
LEAST, MOST = 3, 4_000
"""Titles that teach: met at least three times where there are such, at most so many, the most met."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Figures whose inner products are the kernel, D in all."""

    named: Sparse
    """[n, names]"""
    dense: Floats
    """[n, t + 14 + 1]"""

    @classmethod
    def of(cls, titles: Described) -> Features:
        one = np.full((len(titles.years), 1), np.sqrt(CONSTANT), np.float32)
        parts = [np.sqrt(TEXT) * titles.text, np.sqrt(YEARS) * titles.years, one]
        return cls(titles.named, np.concatenate(parts, axis=1).astype(np.float32))

    def some(self, rows: Rows) -> Features:
        """Of some titles."""
        return Features(picked(self.named, rows), self.dense[rows])

    def kernel(self) -> Floats:
        """Of each with each, [n, n]."""
        return np.asarray(product(self.named, turned(self.named)).toarray() + self.dense @ self.dense.T, np.float32)

    def along(self, directions: Floats) -> Floats:
        """Where the titles lie along ``directions`` [D, r], [n, r]."""
        names = self.named.shape[1]
        told = dense_product(self.named, directions[:names]) + self.dense @ directions[names:]
        return np.asarray(told, np.float32)

    def back(self, weights: Floats) -> Floats:
        """``weights`` [n, r] on the titles as directions, [D, r]."""
        return np.concatenate([dense_product(turned(self.named), weights), self.dense.T @ weights])


@dataclass(frozen=True, slots=True, eq=False)
class Kinship:
    """The solved system over the titles that teach."""

    columns: Rows
    """[w] columns of the model that teach."""
    features: Features
    """Theirs."""
    noise: Floats
    """[w]"""
    inverse: Floats
    """[w, w] (K + noise)⁻¹."""
    named: Sparse
    """[m, names] of all columns."""
    shown: NDArray[np.bool_]
    """[m] which of them are not hidden."""

    @classmethod
    def of(cls, features: Features, counts: Floats) -> Kinship:
        """``features`` of the model's columns [m], and how often each was met."""
        columns = np.sort(np.argsort(-counts, kind="stable")[:MOST])
        columns = columns[counts[columns] >= min(LEAST, counts.max(initial=1))]
        taught = features.some(columns)
        system = taught.kernel()
        noise = (NOISE * (1 + TRUST / np.maximum(counts[columns], 1e-3))).astype(np.float32)
        system[np.diag_indices_from(system)] += noise
        solved = inverse(system) if len(columns) else system
        return cls(columns, taught, noise, solved.astype(np.float32), features.named, counts > 0)

    def without(self, hidden: NDArray[np.bool_]) -> Kinship:
        """As if the ``hidden`` columns [m] had taught nothing, by the formula for the inverse of a block."""
        gone = hidden[self.columns]
        kept, lost = np.flatnonzero(~gone), np.flatnonzero(gone)
        across = self.inverse[np.ix_(kept, lost)]
        rest = self.inverse[np.ix_(kept, kept)]
        rest -= across @ np.linalg.solve(self.inverse[np.ix_(lost, lost)], across.T)
        shown = self.shown & ~hidden
        return Kinship(self.columns[kept], self.features.some(kept), self.noise[kept], rest, self.named, shown)

    def directions(self, wishes: Floats, most: int) -> Floats:
        """[D, r ≤ most] orthonormal: what attributes say for ``wishes`` [people, w], figures for the columns."""
        asked = wishes.T
        solved = self.inverse @ asked
        # K · solved = asked − noise · solved, so the directions need not be formed to be compared
        sizes, turns = np.linalg.eigh((solved.T @ (asked - self.noise[:, None] * solved)).astype(np.float64))
        kept = np.flatnonzero(sizes > max(float(sizes.max(initial=0)), 1e-12) * 1e-6)[::-1][:most]
        return self.features.back((solved @ (turns[:, kept] / np.sqrt(sizes[kept]))).astype(np.float32))

    def solved(self, directions: Floats, titles: int) -> Floats:
        """[titles, r]: ``figures @ solved`` is where figures for the columns lie along the ``directions``."""
        found = np.zeros((titles, directions.shape[1]), np.float32)
        found[self.columns] = self.inverse @ self.features.along(directions)
        return found

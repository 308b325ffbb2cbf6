"""A component is a weighted sum of rows of a table over the titles; these are the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.compiled import (
    add_binned,
    add_binned_along,
    add_dense,
    add_dense_along,
    add_listed,
    add_products,
    picked_columns,
    sent_through,
)
from engine.learning.sparse import Floats, Rows, at_column, picked


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """Weights on rows of a source."""

    rows: Rows
    weights: Floats

    def times(self, factor: float) -> Term:
        """The same, weighing more or less."""
        return Term(self.rows, self.weights * np.float32(factor))


NOTHING = Term(np.zeros(0, np.int64), np.zeros(0, np.float32))


class Source(Protocol):
    """Rows over ``n`` titles."""

    def totals(self, terms: Sequence[Term]) -> Floats:
        """Σ weights · rows for each term, [terms, n]."""
        ...

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        """``onto`` [n] += Σ weights · rows, at ``titles`` at least; others may be left as they are."""
        ...

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        """The same for titles that lie together."""
        ...

    def shares(self, term: Term, title: int) -> Floats:
        """What each row of the term adds for one title, [rows of the term]."""
        ...

    def block(self, rows: Rows, titles: Rows) -> Floats:
        """Some rows for a few titles, before weights, [rows, titles]."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """Rows that are sparse."""

    matrix: Sparse

    def totals(self, terms: Sequence[Term]) -> Floats:
        found = np.zeros((len(terms), self.matrix.shape[1]), np.float32)
        for term, onto in zip(terms, found, strict=True):
            add_listed(self.matrix, term.rows, term.weights, onto)
        return found

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        del titles  # an entry costs less than asking whether it is wanted
        add_listed(self.matrix, term.rows, term.weights, onto)

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        del stretch
        add_listed(self.matrix, term.rows, term.weights, onto)

    def shares(self, term: Term, title: int) -> Floats:
        return at_column(self.matrix, term.rows, title) * term.weights

    def block(self, rows: Rows, titles: Rows) -> Floats:
        return picked_columns(self.matrix, rows, titles)


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """Rows that are dense, few."""

    matrix: Floats

    def totals(self, terms: Sequence[Term]) -> Floats:
        return np.stack([term.weights @ self.matrix[term.rows] for term in terms])

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        add_dense(self.matrix, term.rows, term.weights, titles, onto)

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        add_dense_along(self.matrix, term.rows, term.weights, stretch, onto)

    def shares(self, term: Term, title: int) -> Floats:
        return self.matrix[term.rows, title] * term.weights

    def block(self, rows: Rows, titles: Rows) -> Floats:
        return self.matrix[rows[:, None], titles]


@dataclass(frozen=True, slots=True, eq=False)
class Binned:
    """Every title lies in one of ``count`` bins, the rows are the bins."""

    bins: Rows
    count: int

    def totals(self, terms: Sequence[Term]) -> Floats:
        values = np.zeros((len(terms), self.count), np.float32)
        for place, term in enumerate(terms):
            values[place, term.rows] = term.weights
        return np.stack([own.take(self.bins) for own in values])

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        add_binned(self._by_bin(term), self.bins, titles, onto)

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        add_binned_along(self._by_bin(term), self.bins, stretch, onto)

    def _by_bin(self, term: Term) -> Floats:
        return np.bincount(term.rows, term.weights, self.count).astype(np.float32)

    def shares(self, term: Term, title: int) -> Floats:
        return np.where(term.rows == self.bins[title], term.weights, 0).astype(np.float32)

    def block(self, rows: Rows, titles: Rows) -> Floats:
        return (rows[:, None] == self.bins[titles][None, :]).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Factored:
    """Rows that are products: ``left[row] · right[title]``, over some of the right's figures."""

    left: Sparse | Floats
    right: Floats
    """[n, d]"""
    figures: slice
    """Which of the d the left has."""

    @classmethod
    def of(cls, left: Sparse | Floats, right: Floats) -> Factored:
        """Over all figures."""
        return cls(left, right, slice(0, right.shape[1]))

    def totals(self, terms: Sequence[Term]) -> Floats:
        return np.ascontiguousarray((self.right @ np.stack([self.middle(term) for term in terms]).T).T)

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        add_products(self.right, titles, self.middle(term), onto)

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        onto[stretch] += self.right[stretch] @ self.middle(term)

    def middle(self, term: Term) -> Floats:
        """The sum before it meets the titles, [d]."""
        found = np.zeros(self.right.shape[1], np.float32)
        left = self.left
        if isinstance(left, np.ndarray):
            found[self.figures] = term.weights @ left[term.rows]
        else:
            add_listed(left, term.rows, term.weights, found[self.figures])
        return found

    def shares(self, term: Term, title: int) -> Floats:
        left, right = self.left, self.right[title, self.figures]
        return (left[term.rows] if isinstance(left, np.ndarray) else picked(left, term.rows)) @ right * term.weights

    def block(self, rows: Rows, titles: Rows) -> Floats:
        left, right = self.left, np.ascontiguousarray(self.right[titles, self.figures].T)
        return left[rows] @ right if isinstance(left, np.ndarray) else sent_through(left, rows, right)


def merged(terms: Sequence[Term]) -> Term:
    """The sum of several terms over one source; every row once."""
    sums: dict[int, Term] = {}
    for term in terms:
        before = sums.get(id(term.rows))
        sums[id(term.rows)] = term if before is None else Term(term.rows, before.weights + term.weights)
    if len(sums) == 1:
        return next(iter(sums.values()))
    if not sums:
        return NOTHING
    parts = tuple(sums.values())
    weights = np.bincount(
        np.concatenate([part.rows for part in parts]), np.concatenate([part.weights for part in parts])
    )
    rows = np.flatnonzero(weights)
    return Term(rows, weights[rows].astype(np.float32))

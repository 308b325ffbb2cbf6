"""A component is a weighted sum of rows of a table over the titles; these are the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.compiled import (
    add_binned_along,
    add_dense_along,
    add_listed,
    picked_columns,
    sent_through,
)
from engine.learning.places import Places
from engine.learning.sparse import Floats, Rows


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """Weights on rows of a source."""

    rows: Rows
    weights: Floats


NOTHING = Term(np.zeros(0, np.int64), np.zeros(0, np.float32))


@dataclass(frozen=True, eq=False)
class Terms:
    """What all components of one source make of a history: weights on the same rows."""

    rows: Rows
    weights: Floats
    """[components of the source, rows], in their order."""
    apart: bool = False
    """Whether each weighs rows of its own, and the others not at all."""

    @cached_property
    def each(self) -> tuple[Term, ...]:
        """By component."""
        if not self.apart:
            return tuple(Term(self.rows, own) for own in self.weights)
        return tuple(Term(self.rows[kept], own[kept]) for own in self.weights for kept in (np.flatnonzero(own),))


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

    def some(self, term: Term, titles: Rows) -> Floats:
        """Σ weights · rows for a few titles, [len(titles)]."""
        ...

    def total(self, term: Term, title: int) -> float:
        """Σ weights · rows for one title."""
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

    def some(self, term: Term, titles: Rows) -> Floats:
        return self.totals([term])[0, titles]

    def total(self, term: Term, title: int) -> float:
        return float(term.weights @ self.block(term.rows, np.array([title]))[:, 0])

    def block(self, rows: Rows, titles: Rows) -> Floats:
        return picked_columns(self.matrix, rows, titles)


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """Rows that are dense, few."""

    matrix: Floats

    def totals(self, terms: Sequence[Term]) -> Floats:
        return np.stack([term.weights @ self.matrix[term.rows] for term in terms])

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        del titles  # read on and on, all of them take less time than some here and there
        self.add_along(term, onto, slice(0, len(onto)))

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        add_dense_along(self.matrix, term.rows, term.weights, stretch, onto)

    def some(self, term: Term, titles: Rows) -> Floats:
        return term.weights @ self.block(term.rows, titles)

    def total(self, term: Term, title: int) -> float:
        return float(term.weights @ self.matrix[term.rows, title])

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
        del titles
        self.add_along(term, onto, slice(0, len(onto)))

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        add_binned_along(self._by_bin(term), self.bins, stretch, onto)

    def _by_bin(self, term: Term) -> Floats:
        return np.bincount(term.rows, term.weights, self.count).astype(np.float32)

    def some(self, term: Term, titles: Rows) -> Floats:
        return self._by_bin(term)[self.bins[titles]]

    def total(self, term: Term, title: int) -> float:
        return float(term.weights[term.rows == self.bins[title]].sum())

    def block(self, rows: Rows, titles: Rows) -> Floats:
        return (rows[:, None] == self.bins[titles][None, :]).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Factored:
    """Rows that are products: ``left[row] · right[title]``, over some of the right's figures."""

    left: Sparse | Floats | None
    """None: titles, by these very figures of the right."""
    right: Places
    """[n, d]"""
    figures: slice
    """Which of the d the left has."""

    @classmethod
    def of(cls, left: Sparse | Floats, right: Floats) -> Factored:
        """Over all figures."""
        return cls(left, Places.of(right), slice(0, right.shape[1]))

    def totals(self, terms: Sequence[Term]) -> Floats:
        return np.ascontiguousarray(self.right.times(np.stack([self.middle(term) for term in terms])))

    def add(self, term: Term, onto: Floats, titles: Rows) -> None:
        self.right.add_at(titles, self.middle(term), onto)

    def add_along(self, term: Term, onto: Floats, stretch: slice) -> None:
        titles: Rows = np.arange(stretch.start, stretch.stop, dtype=np.int64)
        self.right.add_at(titles, self.middle(term), onto)

    def middle(self, term: Term) -> Floats:
        """The sum before it meets the titles, [d]."""
        return self.middles(term.rows, term.weights[None])[0]

    def middles(self, rows: Rows, weights: Floats) -> Floats:
        """The same with several ``weights`` [k, rows] on the same rows, [k, d]."""
        found = np.zeros((len(weights), self.right.width), np.float32)
        left = self._left(rows)
        if isinstance(left, np.ndarray):
            found[:, self.figures] = weights @ left
        else:
            for own, onto in zip(weights, found, strict=True):
                add_listed(left, rows, own, onto[self.figures])
        return found

    def _left(self, rows: Rows) -> Sparse | Floats:
        """Some rows of what is dense, or all of what is not."""
        if self.left is None:
            return self.right.some(rows, self.figures)
        return self.left[rows] if isinstance(self.left, np.ndarray) else self.left

    def some(self, term: Term, titles: Rows) -> Floats:
        return self.right.some(titles) @ self.middle(term)

    def total(self, term: Term, title: int) -> float:
        return float(self.middle(term) @ self.right.one(title))

    def block(self, rows: Rows, titles: Rows) -> Floats:
        left, right = self._left(rows), np.ascontiguousarray(self.right.some(titles, self.figures).T)
        return left @ right if isinstance(left, np.ndarray) else sent_through(left, rows, right)

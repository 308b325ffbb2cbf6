"""Figures of a few titles, worked out from the titles' side, as learning needs them by the thousand.

A history says something of every title there is; for what it says of forty, their columns are read and not its rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.columns.sparse import Sparse
from engine.learning.aligned import Field
from engine.learning.compiled import compiled
from engine.learning.components import COMPONENTS
from engine.learning.sources import Binned, Dense, Factored, Listed, Source, Term
from engine.learning.sparse import Floats, Rows, turned


class ByTitle:
    """What a field says of a few titles at a time: the figures of ``Field.at``."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self._turned: dict[str, Sparse] = {}

    def at(self, terms: Mapping[str, Term], chosen: Rows, rows: Rows) -> Floats:
        """The components ``chosen`` of one history's terms for some titles, [len(rows), len(chosen)]."""
        found = np.zeros((len(rows), len(chosen)), np.float32)
        field, own = self.field, _by_source(chosen)
        for source, numbers in own.items():
            told = [terms[COMPONENTS[int(chosen[number])].name] for number in numbers]
            if source in field.mapped:
                found[:, numbers] = _along(field.mapped[source], told, rows)
            elif source in field.every:
                found[:, numbers] = self._of(source, field.every[source], told, rows)
            else:
                found[:, numbers] = self._of(source, field.met[source], told, field.columns[rows])
        return found

    def _of(self, name: str, source: Source, terms: Sequence[Term], titles: Rows) -> Floats:
        """[titles, terms]; nothing for a title of -1."""
        if isinstance(source, Listed):
            return self._listed(name, source, terms, titles)
        if isinstance(source, Factored):
            found = _along(source, terms, titles)
        elif isinstance(source, Dense):
            found = np.stack([term.weights @ source.matrix[term.rows[:, None], titles] for term in terms], axis=1)
        else:
            found = np.stack([_binned(source, term, titles) for term in terms], axis=1)
        found[titles < 0] = 0
        return found

    def _listed(self, name: str, source: Listed, terms: Sequence[Term], titles: Rows) -> Floats:
        matrix = self._turned.get(name)
        if matrix is None:
            matrix = self._turned[name] = turned(source.matrix)
        weights = np.zeros((matrix.shape[1], len(terms)), np.float32)
        for place, term in enumerate(terms):
            weights[term.rows, place] = term.weights  # no title and nobody is twice in a term over a list
        found = np.zeros((len(titles), len(terms)), np.float32)
        compiled(gather)(matrix.indptr, matrix.indices, matrix.data, weights, titles, found)
        return found


def _by_source(chosen: Rows) -> dict[str, list[int]]:
    """Places among ``chosen`` by their source."""
    found: dict[str, list[int]] = {}
    for number, place in enumerate(chosen.tolist()):
        found.setdefault(COMPONENTS[int(place)].source, []).append(number)
    return found


def _along(source: Factored, terms: Sequence[Term], titles: Rows) -> Floats:
    middles = np.stack([source.middle(term)[source.figures] for term in terms], axis=1)
    return np.asarray(source.right.some(titles, source.figures) @ middles, np.float32)


def _binned(source: Source, term: Term, titles: Rows) -> Floats:
    if not isinstance(source, Binned):
        raise TypeError(type(source).__name__)
    return np.bincount(term.rows, term.weights, source.count).astype(np.float32)[source.bins[titles]]


def gather(
    indptr: NDArray[np.int32],
    indices: NDArray[np.int32],
    data: Floats,
    weights: Floats,
    titles: Rows,
    onto: Floats,
) -> None:
    """``onto = matrix[titles] @ weights`` for few columns of weights; compiled before use."""
    for place in range(len(titles)):
        title = titles[place]
        if title < 0:
            continue
        for entry in range(indptr[title], indptr[title + 1]):
            line, value = weights[indices[entry]], data[entry]
            for number in range(len(line)):
                onto[place, number] += value * line[number]

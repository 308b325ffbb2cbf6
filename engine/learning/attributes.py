"""Who made a title, what it is about, how it is described and when it is from, as figures that all titles share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.sparse import Sparse
from engine.columns.texts import Texts
from engine.learning.sparse import Floats, Rows, scaled, table

KINDS: Mapping[str, float] = {"genre": 1.0, "keyword": 1.0, "person": 1.5, "collection": 2.0, "language": 1.0}
"""How much a shared attribute of each kind says; a franchise most, set by judgement."""
FIGURES, FEWEST, WIDEST = 4_800_000, 48, 256
"""Figures kept, of all titles together: those directions in which people's wishes differ most, 48 to 256 of them.

Of hidden titles 96, 200 and 400 directions found 0.235, 0.241 and 0.243 (NDCG@10), all of them no more.
"""
TEXT_RANK = 64
"""Directions of the text at most; 96 found no more."""
DECADES = np.arange(1930, 2040, 8)
TENT = 8.0
UNKNOWN_YEAR = 1995
CHUNK = 8_192


def width_of(titles: int) -> int:
    """Directions that are kept for a catalogue of that many titles."""
    return int(np.clip(FIGURES // max(titles, 1), FEWEST, WIDEST))


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """A catalogue's titles by their attributes."""

    named: Sparse
    """[n, names] TF-IDF, rows of length one."""
    text: Floats
    """[n, t] centred, rows of length one, or zero where there is no vector."""
    years: Floats
    """[n, 14] nearness to years eight apart."""
    facts: Rows
    """[n] how many attributes each title has."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """How attributes become figures, kept so that titles that come later find their place."""

    names: Texts
    """Attributes, ``kind:name``; read whenever the catalogue changes."""
    weights: Floats
    """[names] rarity times the weight of the kind."""
    model: str
    """Of the text vectors, empty where there were none."""
    text: Floats
    """[dimensions, t] the widest of the text."""
    centre: Floats
    """[dimensions]"""

    @property
    def width(self) -> int:
        """Of ``kinship.Features``: names, text, years and a constant."""
        return len(self.names) + self.text.shape[1] + len(DECADES) + 1

    def described(self, catalogue: Catalogue) -> Described:
        """The titles of a catalogue."""
        known = {name: place for place, name in enumerate(self.names)}
        named = _unit(scaled(_having(catalogue, known), columns=self.weights))
        years = np.where(catalogue.year > 0, catalogue.year, UNKNOWN_YEAR).astype(np.float32)
        tents = np.maximum(0, 1 - np.abs(years[:, None] - DECADES) / TENT).astype(np.float32)
        sides = (catalogue.genres, catalogue.keywords, catalogue.people)
        facts = np.sum([np.diff(side.matrix.indptr) for side in sides], axis=0)
        return Described(named, self._texts(catalogue), tents, facts.astype(np.int64))

    def places(self, titles: Described) -> Floats:
        """Their text and years, [n, t + 14]."""
        return np.concatenate([titles.text, titles.years], axis=1)

    def of_kinds(self, *kinds: str) -> NDArray[np.bool_]:
        """Which of the names are of some kinds, [names]."""
        return np.array([name.partition(":")[0] in kinds for name in self.names], np.bool_)

    def parts(self) -> dict[str, slice]:
        """Which columns of ``places`` are what."""
        text = self.text.shape[1]
        return {"text": slice(0, text), "years": slice(text, text + len(DECADES))}

    def _texts(self, catalogue: Catalogue) -> Floats:
        vectors = catalogue.vectors
        found = np.zeros((len(catalogue), self.text.shape[1]), np.float32)
        if vectors is None or vectors.model != self.model or vectors.dimensions != self.text.shape[0]:
            return found
        for start in range(0, len(catalogue), CHUNK):
            rows = np.arange(start, min(start + CHUNK, len(catalogue)))
            found[rows] = (
                _rows_of_one(np.asarray((vectors.exact(rows) - self.centre) @ self.text, np.float32))
                * vectors.present[rows, None]
            )
        return found


def space_of(catalogue: Catalogue) -> Space:
    """The space of these titles: attributes that at least two share, and the widest directions of the text."""
    names = sorted({name for kind in _names(catalogue) for name in kind})
    spread = np.bincount(
        _having(catalogue, {name: place for place, name in enumerate(names)}).indices, minlength=len(names)
    )
    kept = np.flatnonzero(spread >= 2)
    known = [names[place] for place in kept.tolist()]
    rarity = np.log(max(len(catalogue), 1) / spread[kept])
    weights = (rarity * [KINDS[name.partition(":")[0]] for name in known]).astype(np.float32)
    return Space(Texts.of(known), weights, *_text(catalogue))


def _text(catalogue: Catalogue) -> tuple[str, Floats, Floats]:
    vectors = catalogue.vectors
    if vectors is None or not vectors.embedded:
        return "", np.zeros((0, 0), np.float32), np.zeros(0, np.float32)
    present = np.flatnonzero(vectors.present)
    some = vectors.exact(present[:: max(1, len(present) // 12_000)])
    centre = some.mean(axis=0)
    _, turns = np.linalg.eigh((some - centre).T @ (some - centre))
    return (
        vectors.model,
        np.ascontiguousarray(turns[:, ::-1][:, : min(TEXT_RANK, width_of(len(catalogue)))]).astype(np.float32),
        centre,
    )


def _names(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    yield tuple(f"genre:{name}" for name in catalogue.genres.names)
    yield tuple(f"keyword:{name}" for name in catalogue.keywords.names)
    yield tuple(f"person:{name}" for name in catalogue.people.names)
    yield tuple(f"collection:{name}" for name in catalogue.collection_names)
    yield tuple(f"language:{name}" for name in catalogue.languages)


def _having(catalogue: Catalogue, known: Mapping[str, int]) -> Sparse:
    """Which titles have which of the ``known`` attributes, [n, known], people by their part in it."""
    blocks: list[tuple[NDArray[np.int64], NDArray[np.int64], Floats]] = []
    every = tuple(_names(catalogue))
    for names, features in zip(every, (catalogue.genres, catalogue.keywords, catalogue.people), strict=False):
        values = features.matrix.data if features is catalogue.people else np.ones(features.matrix.nnz, np.float32)
        rows = np.repeat(np.arange(len(catalogue)), np.diff(features.matrix.indptr))
        blocks.append((rows, _looked_up(names, known)[features.matrix.indices], values))
    for names, column in zip(every[3:], (catalogue.collection, catalogue.language), strict=True):
        rows = np.flatnonzero(column >= 0)
        blocks.append((rows, _looked_up(names, known)[column[rows]], np.ones(len(rows), np.float32)))
    rows, columns, values = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    found = columns >= 0
    return table(values[found], rows[found], columns[found], (len(catalogue), len(known)))


def _looked_up(names: tuple[str, ...], known: Mapping[str, int]) -> Rows:
    return np.fromiter((known.get(name, -1) for name in names), np.int64, len(names))


def _rows_of_one(values: Floats) -> Floats:
    return (values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-6)).astype(np.float32)


def _unit(matrix: Sparse) -> Sparse:
    squares = np.bincount(
        np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr)), matrix.data**2, matrix.shape[0]
    )
    return scaled(matrix, rows=(1 / np.sqrt(np.maximum(squares, 1e-12))).astype(np.float32))

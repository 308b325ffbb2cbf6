"""What the synopses mention: names, and the catalogue's own keywords."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.named import Features
from engine.columns.sparse import by_column, by_row
from engine.domain.items import Item
from engine.graph.names import Names, names_in
from engine.graph.words import Words, read, spans

AT_ONCE = 200
"""Texts read together: what is between stays in the processor's cache."""
MOST_WORDS = 4
"""Of a keyword, to be looked for in texts."""
SHORTEST = 3
"""Letters of a keyword of one word, likewise."""
_SHORT, _APART = np.uint64(0xFFFFFFFF), np.uint64(0x9E3779B97F4A7C15)
_LAST = np.uint64(0xFFFFF)
Marks = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """What texts mention, one row per title, 0 or 1."""

    names: Features
    """Names that occur in the synopses of two titles or more."""
    keywords: Features
    """Keywords of the catalogue that occur in the synopsis of a title that is not listed under them."""


class MentionColumns:
    """Reads the synopses, title by title."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._texts = 0
        self._rows, self._marks = array("q"), array("Q")
        self._once: set[int] = set()
        self._spelling: dict[int, str] = {}
        self._words, self._ends = array("I"), array("q", [0])

    def add(self, item: Item) -> None:
        """The next row."""
        self._waiting.append(item.synopsis_in("en") or "")
        if len(self._waiting) >= AT_ONCE:
            self._read()

    def finish(self, keywords: Features) -> Mentions:
        """Sparse matrices; ``keywords`` are the catalogue's, of the same titles."""
        self._read()
        return Mentions(self._names(), self._keywords(keywords))

    def _read(self) -> None:
        if not self._waiting:
            return
        words = read(self._waiting)
        names = names_in(words)
        firsts = _firsts(names)
        self._rows.frombytes((names.owner[firsts] + self._texts).astype(np.int64).tobytes())
        self._marks.frombytes(names.mark[firsts].tobytes())
        self._spell(names, firsts)
        self._words.frombytes((words.mark & _SHORT).astype(np.uint32).tobytes())
        ends = len(self._words) - len(words.mark) + np.searchsorted(words.owner, np.arange(len(self._waiting)), "right")
        self._ends.frombytes(ends.astype(np.int64).tobytes())
        self._texts += len(self._waiting)
        self._waiting = []

    def _spell(self, names: Names, firsts: NDArray[np.int64]) -> None:
        """Keep the spelling of what is met a second time; most names never are."""
        for place, mark in zip(firsts.tolist(), names.mark[firsts].tolist(), strict=True):
            if mark in self._spelling:
                continue
            if mark in self._once:
                self._once.discard(mark)
                self._spelling[mark] = names.text(place)
            else:
                self._once.add(mark)

    def _names(self) -> Features:
        rows, marks = np.array(self._rows, np.int64), np.array(self._marks, np.uint64)
        known = np.sort(np.fromiter(self._spelling, np.uint64, len(self._spelling)))
        places, found = _looked_up(marks, known)
        # two names may be spelt alike but for a sign that is no letter; they are one by their mark, not by their text
        spelt = [self._spelling[mark] for mark in known.tolist()]
        return _features(rows[found], places[found], self._texts, tuple(spelt))

    def _keywords(self, keywords: Features) -> Features:
        wanted = _grams(keywords.names)
        words, ends = np.array(self._words, np.uint32), np.array(self._ends, np.int64)
        rows: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
        columns: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
        for start in range(0, self._texts, AT_ONCE):
            edges = ends[start : start + AT_ONCE + 1]
            part = words[edges[0] : edges[-1]].astype(np.uint64)
            owner = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
            for length, gram in wanted.items():
                first = gram.likely(part)
                first = first[owner[first] == owner[first + length - 1]]
                places, found = _looked_up(spans(part, first, first + length - 1), gram.marks)
                rows.append(owner[first[found]] + start)
                columns.append(gram.columns[places[found]])
        return _unlisted(np.concatenate(rows), np.concatenate(columns), keywords)


def mentions_of(items: Iterable[Item], keywords: Features) -> Mentions:
    """What the synopses of ``items``, which are the rows of ``keywords``, mention."""
    columns = MentionColumns()
    for item in items:
        columns.add(item)
    return columns.finish(keywords)


def _firsts(names: Names) -> NDArray[np.int64]:
    """Where each text has each of its names for the first time."""
    with np.errstate(over="ignore"):
        pairs = names.mark + names.owner.astype(np.uint64) * _APART
    return np.sort(np.unique(pairs, return_index=True)[1])


@dataclass(frozen=True, slots=True, eq=False)
class _Grams:
    """The keywords of so many words."""

    length: int
    marks: Marks
    """Ascending."""
    columns: NDArray[np.int64]
    first: NDArray[np.bool_]
    """By the last bits of a word: whether a keyword may begin with it."""

    def likely(self, words: Marks) -> NDArray[np.int64]:
        """Places where one may begin: nearly all others are sorted out without a search."""
        return np.flatnonzero(self.first[words[: max(len(words) - self.length + 1, 0)] & _LAST])


def _grams(names: tuple[str, ...]) -> dict[int, _Grams]:
    """The keywords by their number of words."""
    words = read(names)
    counts = np.bincount(words.owner, minlength=len(names))
    firsts = np.cumsum(counts) - counts
    found: dict[int, _Grams] = {}
    for length in range(1, MOST_WORDS + 1):
        columns = np.flatnonzero(counts == length)
        if length == 1:
            columns = columns[_long(words, firsts[columns])]
        beginning = words.mark[firsts[columns]] & _SHORT
        likely = np.zeros(int(_LAST) + 1, np.bool_)
        likely[beginning & _LAST] = True
        marks = spans(words.mark & _SHORT, firsts[columns], firsts[columns] + length - 1)
        marks, first = np.unique(marks, return_index=True)
        if len(columns):
            found[length] = _Grams(length, marks, columns[first], likely)
    return found


def _long(words: Words, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    return words.end[places] - words.start[places] >= SHORTEST


def _looked_up(wanted: Marks, known: Marks) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Place of each of ``wanted`` in ``known`` (ascending), and whether it is there."""
    if not len(known):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.bool_)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return places, known[places] == wanted


def _unlisted(rows: NDArray[np.int64], columns: NDArray[np.int64], keywords: Features) -> Features:
    """Each pair once, without those that are listed anyway."""
    width = max(len(keywords.names), 1)
    indptr = keywords.matrix.indptr
    listed = np.repeat(np.arange(len(indptr) - 1), np.diff(indptr)) * width + keywords.matrix.indices
    pairs = np.asarray(np.setdiff1d(rows * width + columns, listed), np.int64)
    return _features(pairs // width, pairs % width, len(indptr) - 1, keywords.names)


def _features(rows: NDArray[np.int64], columns: NDArray[np.int64], count: int, names: tuple[str, ...]) -> Features:
    order = np.argsort(rows, kind="stable")
    ends = np.append(0, np.cumsum(np.bincount(rows, minlength=count)))
    matrix = by_row(
        np.ones(len(rows), np.float32), columns[order].astype(np.int32), ends.astype(np.int64), (count, len(names))
    )
    return Features(matrix, by_column(matrix), names)

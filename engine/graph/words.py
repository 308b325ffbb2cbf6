"""The words of many texts at once, as numbers: quick enough to read every synopsis whenever the catalogue changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.uint64]
LONGEST_TEXT = 4_000
"""Characters of a text that are read."""
MOST_KEPT = 1 << 16
"""Powers that are kept, 2 MB; texts are mostly read in batches of fewer characters."""
_PLANE = 0x10000
_LETTER, _CAPITAL, _SIGN, _HARD, _SPACE, _JOINT = 1, 2, 3, 4, 5, 6
"""Classes of characters: in a word, a capital, a word by itself, ends what is said, a space, ties words."""
_JOINTS = "-'’&"
_HARDS = '.!?…:;"“”„‟«»()[]{}–—/|\n¿¡•*。！？「」『』、'
# any odd numbers do: they have an inverse modulo 2^64
_OF_LETTERS, _OF_WORDS = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD1B54A32D192ED03)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of several texts, one after the other; ``w`` in all."""

    text: str
    """All texts, joined."""
    owner: NDArray[np.int64]
    """Which text, [w]."""
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    """Where in ``text``, [w]."""
    mark: Marks
    """The same for words that differ in case alone, [w]; two words share one by a chance of 1 in 10^19."""
    capital: NDArray[np.bool_]
    begins: NDArray[np.bool_]
    """Begins a text, a sentence, a quotation or a bracket, [w]."""
    tied: NDArray[np.bool_]
    """Only a space, a hyphen or an apostrophe stands between it and the word before, [w]."""

    def spans(self, first: NDArray[np.int64], last: NDArray[np.int64]) -> Marks:
        """One mark for the words from ``first`` to ``last`` (both counted), for each pair."""
        return spans(self.mark, first, last)


def spans(marks: Marks, first: NDArray[np.int64], last: NDArray[np.int64]) -> Marks:
    """One mark for the row of ``marks`` from ``first`` to ``last`` (both counted), for each pair."""
    return _spans(marks, _OF_WORDS, first, last)


def read(texts: Sequence[str]) -> Words:
    """Read ``texts``; of each at most ``LONGEST_TEXT`` characters. Characters off the basic plane are passed over."""
    joined = "\n".join(text[:LONGEST_TEXT].replace("\n", " ") for text in texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    codes = np.where(codes < _PLANE, codes, ord("_"))
    classes, folds = _tables()
    kinds = classes[codes]
    inside = (kinds > 0) & (kinds <= _SIGN)
    sign = kinds == _SIGN
    before, after = np.roll(inside & ~sign, 1), np.roll(inside & ~sign, -1)
    before[0] = after[-1] = False
    start = np.flatnonzero(inside & (sign | ~before))
    end = np.flatnonzero(inside & (sign | ~after)) + 1
    folded = np.where(inside, folds[codes] + np.uint64(1), np.uint64(0))
    hard = np.cumsum(kinds == _HARD, dtype=np.int32)
    lines = np.cumsum(codes == ord("\n"), dtype=np.int32)
    begins, tied = _between(kinds, hard, start, end)
    return Words(
        text=joined,
        owner=lines[start].astype(np.int64),
        start=start,
        end=end,
        mark=_spans(folded, _OF_LETTERS, start, end - 1),
        capital=kinds[start] == _CAPITAL,
        begins=begins,
        tied=tied,
    )


def _between(
    kinds: NDArray[np.uint8], hard: NDArray[np.int32], start: NDArray[np.int64], end: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """What stands before each word: something that ends a sentence, or no more than what ties it to the one before."""
    begins, tied = np.ones(len(start), np.bool_), np.zeros(len(start), np.bool_)
    begins[1:] = hard[start[1:]] > hard[end[:-1] - 1]
    gap = start[1:] - end[:-1]
    one = kinds[end[:-1]]
    tied[1:] = (gap == 0) | ((gap == 1) & ((one == _SPACE) | (one == _JOINT)))
    # “Dr. Evil”, “J. R. Tolkien”: the point belongs to a short word
    short = (end[:-1] - start[:-1] <= 2) & (kinds[start[:-1]] == _CAPITAL) & (gap == 2)
    abbreviated = short & (hard[start[1:]] == hard[end[:-1] - 1] + 1) & (kinds[start[1:] - 1] == _SPACE)
    tied[1:] |= abbreviated & ~begins[:-1]
    begins[1:] &= ~(abbreviated & ~begins[:-1])
    return begins, tied


def _spans(values: Marks, factor: np.uint64, first: NDArray[np.int64], last: NDArray[np.int64]) -> Marks:
    """Σ value · factor^(place − first) modulo 2^64, from running sums: no loop over the spans."""
    if not len(values):
        return np.zeros(len(first), np.uint64)
    powers, inverses = (_kept if len(values) <= MOST_KEPT else _powers)(int(factor), max(len(values), MOST_KEPT))
    sums = np.zeros(len(values) + 1, np.uint64)
    with np.errstate(over="ignore"):
        np.cumsum(values * powers[: len(values)], out=sums[1:])
        return (sums[last + 1] - sums[first]) * inverses[first]


def _powers(factor: int, count: int) -> tuple[Marks, Marks]:
    """The first ``count`` powers of ``factor`` and of its inverse, modulo 2^64."""
    found: list[Marks] = []
    inverse: int = pow(factor, -1, 2**64)
    for each in (factor, inverse):
        powers = np.full(count, each, np.uint64)
        powers[0] = 1
        with np.errstate(over="ignore"):
            found.append(np.multiply.accumulate(powers))
    return found[0], found[1]


_kept = cache(_powers)


@cache
def _tables() -> tuple[NDArray[np.uint8], Marks]:
    """Class and folded form of every character of the basic plane."""
    classes, folds = np.zeros(_PLANE, np.uint8), np.arange(_PLANE, dtype=np.uint64)
    for code in range(_PLANE):
        sign = chr(code)
        category = unicodedata.category(sign)
        if category in {"Lu", "Lt"}:
            classes[code] = _CAPITAL
            if len(lower := sign.lower()) == 1:
                folds[code] = ord(lower)
        elif category[0] in "LMN":
            classes[code] = _LETTER
    for low, high in ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF)):  # written without spaces
        classes[low : high + 1] = _SIGN
    for members, known in ((_HARDS, _HARD), (_JOINTS, _JOINT), (" \u00a0\u202f\t", _SPACE)):
        classes[[ord(sign) for sign in members]] = known
    return classes, folds

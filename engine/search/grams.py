"""An inverted index of the character trigrams of words, for finding what is spelled alike, in whatever word order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

BUCKETS = 1 << 17
SHORT = 7
"""Texts up to this length are also found by what is left when one character is taken out: a typo in a short word spoils
every trigram of it."""
_NEEDED_WHEN_SHORT = 2
_LOOKED_AT = 120
_CHUNK = 20_000
_EDGE = "\0"
_SPACE = ord(" ")


@dataclass(frozen=True, slots=True, eq=False)
class GramIndex:
    """For every trigram bucket the texts that have it, as row numbers."""

    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    sizes: NDArray[np.uint8]
    """Distinct trigrams per text, 255 at most."""

    @classmethod
    def build(cls, texts: Sequence[str]) -> GramIndex:
        """Index ``texts``; their positions are the row numbers."""
        parts: list[NDArray[np.int32]] = []
        sizes = np.zeros(len(texts), np.int64)
        for start in range(0, len(texts), _CHUNK):
            buckets, counts = _buckets(texts[start : start + _CHUNK])
            parts.append(buckets)
            sizes[start : start + len(counts)] = counts
        columns = np.concatenate(parts) if parts else np.empty(0, np.int32)
        pointers = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
        del parts
        starts, rows = _transposed(columns, pointers)
        return cls(starts, rows, np.minimum(sizes, 255).astype(np.uint8))

    def alike(self, text: str, *, share: float) -> NDArray[np.int64]:
        """Rows that have at least ``share`` (0–1) of the text's trigrams, most alike first, equals in row order.

        Whether a row is in depends on that row and the text alone.
        """
        wanted, _ = _buckets([text])
        if not len(wanted) or not len(self.sizes):
            return np.empty(0, np.int64)
        lists = [self.rows[self.starts[bucket] : self.starts[bucket + 1]] for bucket in wanted]
        shared = np.bincount(np.concatenate(lists), minlength=len(self.sizes))
        needed = _NEEDED_WHEN_SHORT if len(text) <= SHORT else max(1, int(np.ceil(share * len(wanted))))
        found = np.flatnonzero(shared >= needed)
        overlap = shared[found] / (len(wanted) + self.sizes[found].astype(np.float64))
        likeness = overlap + 0.5 * shared[found] / len(wanted)
        return found[np.argsort(-likeness, kind="stable")]


def _transposed(columns: NDArray[np.int32], pointers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    by_text = csr_matrix((np.ones(len(columns), np.uint8), columns, pointers), shape=(len(pointers) - 1, BUCKETS))
    by_bucket = by_text.tocsc()
    return np.asarray(by_bucket.indptr, np.int64), np.asarray(by_bucket.indices, np.int32)  # pyright: ignore[reportUnknownMemberType] - scipy leaves the arrays of a sparse matrix untyped


def _buckets(texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Distinct buckets of each text, one text after the other, and how many each has."""
    joined = _EDGE + "".join([text[:_LOOKED_AT] + _EDGE for text in texts])
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    owner = np.cumsum(points == 0) - 1
    points = np.where(points == _SPACE, np.uint32(0), points)
    inner = points[1:-1] != 0
    hashed = _hashed(points[:-2][inner], points[1:-1][inner], points[2:][inner])
    short, short_owner = _with_one_left_out(texts)
    keys = np.concatenate((owner[1:-1][inner], short_owner)) * BUCKETS + np.concatenate((hashed, short))
    keys.sort()
    keys = keys[np.concatenate((np.ones(min(1, len(keys)), np.bool_), keys[1:] != keys[:-1]))]
    return (keys % BUCKETS).astype(np.int32), np.bincount(keys // BUCKETS, minlength=len(texts))


def _with_one_left_out(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    hashes: list[int] = []
    owners: list[int] = []
    for number, text in enumerate(texts):
        if 2 < len(text) <= SHORT:
            variants = [text, *(text[:position] + text[position + 1 :] for position in range(len(text)))]
            for variant in variants:
                hashes.append(_text_hash(variant))
                owners.append(number)
    return np.array(hashes, np.int64) % BUCKETS, np.array(owners, np.int64)


def _text_hash(text: str) -> int:
    value = 7
    for character in text:
        value = (value * 1_000_003 + ord(character)) & 0xFFFFFFFF
    return value ^ (value >> 15)


def _hashed(first: NDArray[np.uint32], second: NDArray[np.uint32], third: NDArray[np.uint32]) -> NDArray[np.int64]:
    mixed = (
        (first * np.uint32(2_654_435_761)) ^ (second * np.uint32(2_246_822_519)) ^ (third * np.uint32(3_266_489_917))
    )
    mixed ^= mixed >> np.uint32(15)
    return (mixed % np.uint32(BUCKETS)).astype(np.int64)

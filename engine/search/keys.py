"""Many short texts, kept sorted in one buffer: looked up whole, by their beginning, or by likeness."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from engine.search.grams import GramIndex

_AFTER_EVERY_LETTER = b"\xff"


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """``k`` texts in code point order, each with the number of what it belongs to and the kind of text it is."""

    buffer: bytes
    offsets: array[int]
    """Where each text begins in ``buffer``, k + 1. An array of Python's: it is read one by one."""
    owners: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    grams: GramIndex

    @classmethod
    def build(cls, texts: Sequence[str], owners: Sequence[int], kinds: Sequence[int], tie: Sequence[str]) -> Keys:
        """Sort and index. ``tie[owner]`` orders equal texts, so that order never depends on what else is there."""
        order = sorted(range(len(texts)), key=lambda i: (texts[i], tie[owners[i]], kinds[i]))
        ordered = [texts[i] for i in order]
        encoded = [text.encode("utf-8", "surrogatepass") for text in ordered]
        offsets = array("q", accumulate((len(text) for text in encoded), initial=0))
        buffer = b"".join(encoded)
        del encoded
        places = np.array(order, np.int64)
        del order
        return cls(
            buffer,
            offsets,
            np.array(owners, np.int32)[places],
            np.array(kinds, np.uint8)[places],
            GramIndex.build(ordered),
        )

    def __len__(self) -> int:
        return len(self.owners)

    def text(self, row: int) -> str:
        return self._bytes(row).decode("utf-8", "surrogatepass")

    def exact(self, text: str) -> range:
        """Rows whose text is ``text``."""
        wanted = text.encode("utf-8", "surrogatepass")
        start = end = self._first(wanted)
        while end < len(self) and self._bytes(end) == wanted:
            end += 1
        return range(start, end)

    def beginning(self, text: str) -> range:
        """Rows whose text begins with ``text``."""
        wanted = text.encode("utf-8", "surrogatepass")
        return range(self._first(wanted), self._first(wanted + _AFTER_EVERY_LETTER))

    def lengths(self, rows: range) -> NDArray[np.int64]:
        """Bytes of each text in ``rows``."""
        return np.diff(np.array(self.offsets[rows.start : rows.stop + 1], np.int64))

    def _first(self, wanted: bytes) -> int:
        return bisect_left(range(len(self)), wanted, key=self._bytes)

    def _bytes(self, row: int) -> bytes:
        return self.buffer[self.offsets[row] : self.offsets[row + 1]]

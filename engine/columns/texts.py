"""Many texts that are kept but seldom read, as one: in a quarter of the room that they take as objects of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """In their order; of any characters."""

    joined: bytes
    ends: NDArray[np.int64]
    """Where in ``joined`` each ends."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Keep them."""
        encoded = [_encoded(text) for text in texts]
        lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
        return cls(b"".join(encoded), np.cumsum(lengths))

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[str]:
        start = 0
        for end in self.ends.tolist():
            yield self.joined[start:end].decode("utf-8", "surrogatepass")
            start = end


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")

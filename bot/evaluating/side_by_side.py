"""Has several texts embedded at a time, where nobody waits for answers of the same machine."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.ports.language import Embedder

MOST_HANDS = 4
"""More would wait for memory rather than for a processor."""


class SideBySide:
    """An embedder that deals texts to as many hands as there are processors; each text's vector stays the same."""

    def __init__(self, embedder: Embedder, hands: int | None = None) -> None:
        self._embedder = embedder
        self.hands = hands or min(_processors(), MOST_HANDS)

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        return self._embedder.dimensions

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the embedder does. Raises SourceUnavailable."""
        longest_first = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        dealt = [places for hand in range(self.hands) if (places := longest_first[hand :: self.hands])]
        found = await asyncio.gather(*(self._embedder.embed([texts[place] for place in places]) for places in dealt))
        vectors = np.empty((len(texts), self.dimensions), np.float32)
        for places, rows in zip(dealt, found, strict=True):
            vectors[places] = rows
        return vectors


def _processors() -> int:
    """Those this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

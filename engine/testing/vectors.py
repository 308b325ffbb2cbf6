"""Vectors in memory, and a small embedder that needs no model. For tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


class MemoryVectors:
    """A vector store in dictionaries."""

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, tuple[str, NDArray[np.float32]]]] = defaultdict(dict)

    async def put(self, model: str, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]) -> None:
        for item_id, digest, vector in zip(ids, digests, vectors, strict=True):
            self._kept[model][item_id] = (digest, vector.copy())

    async def digests(self, model: str) -> Mapping[str, str]:
        return {item_id: digest for item_id, (digest, _) in self._kept[model].items()}

    async def load(self, model: str, ids: Sequence[str], dimensions: int) -> NDArray[np.float32]:
        rows = np.zeros((len(ids), dimensions), np.float32)
        for place, item_id in enumerate(ids):
            if item_id in self._kept[model]:
                rows[place] = self._kept[model][item_id][1]
        return rows

    async def forget(self, model: str, ids: Sequence[str] | None = None) -> None:
        for item_id in list(self._kept[model]) if ids is None else ids:
            self._kept[model].pop(item_id, None)

    async def close(self) -> None:
        """Nothing to close."""


class WordEmbedder:
    """Adds up one seeded direction per word: texts that share words are near. Deterministic, no model."""

    def __init__(self, name: str = "words", dimensions: int = 96) -> None:
        self._name, self._dimensions = name, dimensions
        self._words: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimensions(self) -> int:
        return self._dimensions

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self._dimensions), np.float32)
        for place, text in enumerate(texts):
            for word in text.casefold().split():
                rows[place] += self._direction(word.strip(".,;:!?()\"'"))
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(lengths > 0, lengths, 1).astype(np.float32)

    def _direction(self, word: str) -> NDArray[np.float32]:
        if word not in self._words:
            seed = int.from_bytes(blake2b(f"{self._name} {word}".encode(), digest_size=8).digest(), "big")
            drawn = np.random.default_rng(seed).standard_normal(self._dimensions)
            self._words[word] = drawn.astype(np.float32)
        return self._words[word]

"""Bag of words and letter groups, each a fixed random direction, summed to a unit vector.

A signed random projection (Achlioptas, “Database-friendly random projections”, 2003) of hashed n-grams: texts that
share words or word stems are close, nothing else is known of meaning.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from adapters.language.hashed.stop_words import STOP_WORDS

NAME = "hashed-384-v1"
WIDTH = 384
LONGEST_TEXT = 8_000
LONGEST_WORD = 40
CHUNK = 500
STOP_WEIGHT = 0.1
STEM_WEIGHT = 1.0
"""Of a word's letter groups together, against 1 for the word itself."""
RUN_WEIGHT = 0.2
"""Of an unbroken run of ideographs, which is seldom a word."""
RESOLUTION = 24
"""Steps of the signed bytes that a direction of weight 1 takes."""
_WORD = re.compile(r"\w+")
_FIRST_IDEOGRAPH = "\u2e80"


class HashedEmbedder:
    """About 7,000 synopses a second."""

    def __init__(self, *, notice: str = "") -> None:
        self.notice = notice

    @property
    def name(self) -> str:
        return NAME

    @property
    def dimensions(self) -> int:
        return WIDTH

    async def warm(self) -> None:
        """Nothing to load."""

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors; a text without words gets one that is like no other's."""
        chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
        parts = [await asyncio.to_thread(embed_texts, chunk) for chunk in chunks]
        return np.concatenate(parts) if parts else np.empty((0, WIDTH), dtype=np.float32)

    async def close(self) -> None:
        """Nothing to let go."""


def embed_texts(texts: Sequence[str]) -> NDArray[np.float32]:
    """Shape (len(texts), 384)."""
    vectors = np.empty((len(texts), WIDTH), dtype=np.float32)
    for row, text in enumerate(texts):
        vectors[row] = _text_vector(text)
    return vectors


def _text_vector(text: str) -> NDArray[np.float32]:
    counts = Counter(_WORD.findall(_folded(text[:LONGEST_TEXT]))) or Counter({"": 1})
    weights = np.array([_weight(word, count) for word, count in counts.items()], dtype=np.float32)
    steps = np.frombuffer(b"".join([_word_steps(word[:LONGEST_WORD]) for word in counts]), dtype=np.int8)
    total = weights @ steps.reshape(-1, WIDTH).astype(np.float32)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def _weight(word: str, count: int) -> float:
    weight = 1.0 if count == 1 else 1 + math.log(count)
    return weight * STOP_WEIGHT if word in STOP_WORDS else weight


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


@lru_cache(maxsize=16_384)
def _word_steps(word: str) -> bytes:
    """The word's own direction and those of its letter groups, as 384 signed bytes."""
    groups = _letter_groups(word)
    digests = b"".join([_digest(f"w{word}"), *(_digest(f"g{group}") for group in groups)])
    signs = np.unpackbits(np.frombuffer(digests, dtype=np.uint8)).reshape(-1, WIDTH)
    stems = signs[1:].sum(axis=0, dtype=np.float32) * 2 - len(groups)
    own = (signs[0].astype(np.float32) * 2 - 1) * np.float32(RUN_WEIGHT if _is_run(word) else 1)
    steps = np.rint((own + stems * np.float32(STEM_WEIGHT / math.sqrt(max(len(groups), 1)))) * RESOLUTION)
    return np.minimum(np.maximum(steps, -127), 127).astype(np.int8).tobytes()


def _letter_groups(word: str) -> list[str]:
    """Groups of four letters with the borders marked; of one and two in scripts that write words without spaces."""
    if _is_run(word):
        return [*word, *(word[start : start + 2] for start in range(len(word) - 1))]
    bordered = f"<{word}>"
    return [bordered[start : start + 4] for start in range(len(bordered) - 3)]


def _is_run(word: str) -> bool:
    return any(letter >= _FIRST_IDEOGRAPH for letter in word)


def _digest(feature: str) -> bytes:
    """One bit for each dimension, from the feature alone."""
    return hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=WIDTH // 8).digest()

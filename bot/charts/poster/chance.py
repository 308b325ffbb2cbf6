"""Repeatable chance: the same seed gives the same sequence for ever, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """A stream of numbers from SHA-256 of a seed and a counter."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode("utf-8", "surrogatepass")
        self._drawn = 0

    def share(self) -> float:
        """From 0 up to, but not including, 1."""
        digest = hashlib.sha256(self._seed + self._drawn.to_bytes(4, "big")).digest()
        self._drawn += 1
        return int.from_bytes(digest[:6], "big") / 2**48

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends possible."""
        return low + int(self.share() * (high - low + 1))

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        return choices[int(self.share() * len(choices))]

    def chance_of(self, probability: float) -> bool:
        return self.share() < probability

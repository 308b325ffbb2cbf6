"""Chance that can be repeated: a number per title that depends on the seed and on nothing else."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats
from engine.scoring.context import Asked

_STEP, _FIRST, _SECOND = (np.uint64(word) for word in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def seed_of(asked: Asked) -> int:
    """The query's own seed, else one for the viewer and the local date. “Another” goes on along the same draw."""
    query = asked.query
    text = f"seed:{query.seed}" if query.seed is not None else f"{query.viewer_id}\n{asked.today}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def draw(seed: int, lots: NDArray[np.uint64]) -> Floats:
    """A uniform number strictly between 0 and 1 for each of ``Baselines.lots``.

    SplitMix64 (Steele, Lea and Flood 2014).
    """
    with np.errstate(over="ignore"):
        mixed = lots.astype(np.uint64) * _STEP + np.uint64(seed)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
        mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
        mixed ^= mixed >> np.uint64(31)
    return ((mixed >> np.uint64(41)).astype(np.float32) + np.float32(0.5)) / np.float32(2**23)

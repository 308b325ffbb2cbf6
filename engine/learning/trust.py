"""How much of a voice each person has, so that many profiles of one hand speak as one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.learning.log import Log
from engine.learning.sparse import Floats

BANDS, DEPTH = 8, 6
"""Two profiles whose titles overlap by J (of all they met together) share a band with the chance J^6: 0.53 at 0.9,
0.02 at 0.5, so that tastes may be alike and copies may not."""
FULL_VOICE = 5
"""Meetings from which a profile speaks with a whole voice; with fewer, in proportion."""
_SEED = 20_170_111
_PRIME = np.uint64(2_305_843_009_213_693_951)


def trust_of(log: Log) -> Floats:
    """0–1 for each person, [people]: one voice shared by a person and the near-copies of their profile.

    Copies are counted by minwise hashing (Broder 1997) of the titles met. Rows without meetings have no voice.
    """
    counts = np.bincount(log.person, minlength=len(log.people))
    heard = np.flatnonzero(counts)
    trust = np.zeros(len(log.people), np.float32)
    if not len(heard):
        return trust
    starts = log.starts[heard]
    rng = np.random.default_rng(_SEED)
    copies = np.zeros(len(heard))
    for _ in range(BANDS):
        bands = np.zeros(len(heard), np.uint64)
        for _ in range(DEPTH):
            lowest = np.minimum.reduceat(_stirred(rng, len(log.items))[log.item], starts)
            bands = (bands * np.uint64(1_000_003) + lowest) % _PRIME
        _, band, size = np.unique(bands, return_inverse=True, return_counts=True)
        copies += (size[band] - 1) / BANDS
    trust[heard] = np.minimum(counts[heard] / FULL_VOICE, 1) / (1 + copies)
    return trust


def _stirred(rng: np.random.Generator, titles: int) -> NDArray[np.uint64]:
    """A random order of the titles."""
    return rng.permutation(titles).astype(np.uint64)

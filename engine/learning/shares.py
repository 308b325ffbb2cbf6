"""How much of a title's figures comes from each title of a history, for several titles at once.

A figure is a sum over the history's titles; what each of them brings is read off that sum. Taking one away also shifts
the rest a little, so that a sum says which titles are worth asking about, not what becomes of the figure without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.learning.components import FAMILIES
from engine.learning.sparse import Floats

PLACE = {family: place for place, family in enumerate(FAMILIES)}


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Of ``t`` titles, by ``h`` titles of a history, oldest first."""

    by_family: Floats
    """[families, t, h]"""

    def of(self, place: int) -> Shares:
        """Those of one title."""
        return Shares(self.by_family[:, place : place + 1])

    def brought(self, family: str) -> Floats:
        """What each title of the history brings to the first title in a family, [h]."""
        return self.by_family[PLACE[family], 0]


def joined(parts: Sequence[tuple[Shares, float]]) -> Shares:
    """Of several crowds, each with its share of the score."""
    first, share = parts[0]
    by_family = first.by_family * np.float32(share)
    for part, share in parts[1:]:
        by_family += part.by_family * np.float32(share)
    return Shares(by_family)

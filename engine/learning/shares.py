"""How much of a title's figures comes from each title of a history, for several titles at once, and what would shift.

A figure is a sum over the history's titles; what each of them brings is read off that sum. Taking one away also shifts
the rest a little: other histories weigh components otherwise, and older titles become later ones. Both are estimated
here, so that nothing is cited whose going would be made up for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.learning.components import FAMILIES, FOLLOWING, LATELY
from engine.learning.sparse import Floats, Rows

LATER_BY = 1 / LATELY
FOLLOWS_BY = float(np.expm1(1 / FOLLOWING))
"""What older titles gain when one after them goes: a tenth in what fades by e in ten, 28 % in what follows."""
PLACE = {family: place for place, family in enumerate(FAMILIES)}


@dataclass(frozen=True, eq=False)
class Shares:
    """Of ``t`` titles, by ``h`` titles of a history, oldest first."""

    by_family: Floats
    """[families, t, h]"""
    tilt: Floats
    """[t, h] what a title would gain by all being weighed as for a history without each of its titles."""
    back: Floats
    """[h] how many titles ago each was met."""

    def of(self, place: int) -> Shares:
        """Those of one title."""
        one = slice(place, place + 1)
        return Shares(self.by_family[:, one], self.tilt[one], self.back)

    def brought(self, family: str) -> Floats:
        """What each title of the history brings to the first title in a family, [h]."""
        return self.by_family[PLACE[family], 0]

    def gain(self, gone: Rows) -> float:
        """What the history's titles ``gone`` bring to the first title in all families."""
        return float(self.by_family[:, 0, gone].sum())

    def made_up(self, gone: Rows) -> float:
        """Of the first title: what the rest would gain, at most, if the history's titles ``gone`` went."""
        tastes, follows = self._sums
        places, length = gone.tolist(), len(self.back)
        older = int(np.searchsorted(-self.back, -self.back[max(places)]))
        later, following, usual = tastes[older], follows[older], tastes[length]
        for place in places:
            taste = tastes[place + 1] - tastes[place]
            usual -= taste
            if place < older:
                later -= taste
                following -= follows[place + 1] - follows[place]
        gain = float(self.tilt[0, gone].sum())
        each = FOLLOWS_BY * max(following, 0.0) + LATER_BY * max(later, 0.0) + max(usual, 0.0) / max(length, 1)
        return gain + len(places) * float(each)

    @cached_property
    def _sums(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What the oldest none, one, two … bring to the first title by taste, and by what they are followed by."""
        found = np.zeros((2, len(self.back) + 1))
        taste = self.by_family[PLACE["collaborative"], 0] + self.by_family[PLACE["attributes"], 0]
        np.cumsum(taste, out=found[0, 1:], dtype=np.float64)
        np.cumsum(self.brought("sequence"), out=found[1, 1:], dtype=np.float64)
        return found[0], found[1]


def joined(parts: Sequence[tuple[Shares, float]]) -> Shares:
    """Of several crowds, each with its share of the score."""
    first, share = parts[0]
    by_family, tilt = first.by_family * np.float32(share), first.tilt * np.float32(share)
    for part, share in parts[1:]:
        by_family += part.by_family * np.float32(share)
        tilt += part.tilt * np.float32(share)
    return Shares(by_family, tilt, first.back)

"""The best titles of a domain on one day: little enough to be kept of everybody who asks."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask
from engine.scoring.context import Context
from engine.scoring.figures import Weighted
from engine.scoring.standing import Veto, circumstances_of
from engine.scoring.topmost import topmost

LENGTH = 2_048
"""Mostly enough, whatever is excluded of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Shortlist:
    """The best by rough sums among some candidates of a domain of ``m`` titles."""

    places: NDArray[np.int32]
    """[k] in the domain, ascending."""
    total: Floats
    """[k] their rough sums."""
    among: NDArray[np.uint8]
    """Bits of the candidates that they are the best of, ⌈m / 8⌉ bytes."""
    vetoed: NDArray[np.uint8] | None
    """Bits of what is left out by its figures alone; None for nothing."""

    @property
    def size(self) -> int:
        """Bytes."""
        vetoed = 0 if self.vetoed is None else self.vetoed.nbytes
        return self.places.nbytes + self.total.nbytes + self.among.nbytes + vetoed

    def best_of(self, allowed: Mask, count: int) -> tuple[NDArray[np.int64], int] | None:
        """Places, ascending, of the ``count`` best that are ``allowed`` [m], and how many of those are left.

        None where that cannot be told from these, as others are allowed or too few of them.
        """
        bits = np.packbits(allowed)
        if (bits & ~self.among).any():
            return None
        fit = np.flatnonzero(allowed[self.places])
        if len(fit) < count:
            return None
        best = fit[topmost(self.total[fit], count)]
        if self.vetoed is not None:
            bits &= ~self.vetoed
        return np.sort(self.places[best]).astype(np.int64), int(np.bitwise_count(bits).sum()) - count


def shortlist(total: Floats, allowed: Mask, vetoed: Mask | None) -> Shortlist:
    """From rough sums [m], -inf for what is not ``allowed`` or ``vetoed``."""
    best = np.sort(topmost(total, min(LENGTH, len(total))))
    best = best[np.isfinite(total[best])]
    bits = None if vetoed is None else np.packbits(vetoed)
    return Shortlist(best.astype(np.int32), total[best], np.packbits(allowed), bits)


def shortlisted(context: Context, scorers: list[Weighted], veto: Veto | None) -> Shortlist | None:
    """The one that is kept of the context's day."""
    return context.baselines.shortlists.get(context.profile, _key(context, scorers, veto))


def keep(context: Context, scorers: list[Weighted], veto: Veto | None, made: Shortlist) -> None:
    """Keep it for the next question of that day."""
    context.baselines.shortlists.put(context.profile, _key(context, scorers, veto), made)


def _key(context: Context, scorers: list[Weighted], veto: Veto | None) -> tuple[Hashable, ...]:
    return *circumstances_of(context, scorers, veto), context.asked.today

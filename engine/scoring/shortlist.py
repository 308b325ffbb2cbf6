"""The best titles of a domain, for some days: little enough to be kept of everybody who asks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats, Mask, at
from engine.scoring.context import Context
from engine.scoring.drift import Origin, origin_of
from engine.scoring.figures import Weighted, amount, probes_of, summed
from engine.scoring.kept import Compared, Lasting
from engine.scoring.standing import Veto, circumstances_of, figures_on_day, lasting_for, parted
from engine.scoring.topmost import topmost

LENGTH = 2_048
"""Mostly enough, whatever is excluded of them."""
MOST_NEW = 32
"""Titles that are taken in after the others: what was begun and given up comes back one by one."""
NOWHERE = np.zeros(0, np.int64)
Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Shortlist:
    """The best by rough sums among some candidates of a domain of ``m`` titles."""

    places: NDArray[np.int32]
    """[k] in the domain, ascending."""
    total: Floats
    """[k] their rough sums."""
    among: Bits
    """Bits of the candidates that they are the best of, ⌈m / 8⌉ bytes."""
    vetoed: Bits | None
    """Bits of what is left out by its figures alone; None for nothing."""
    edge: float = -np.inf
    """No other candidate has more."""

    @property
    def size(self) -> int:
        """Bytes."""
        vetoed = 0 if self.vetoed is None else self.vetoed.nbytes
        return self.places.nbytes + self.total.nbytes + self.among.nbytes + vetoed

    def newly(self, allowed: Mask) -> NDArray[np.int64]:
        """Places that are ``allowed`` [m] and were no candidates, ascending."""
        bits = np.packbits(allowed) & ~self.among
        return np.flatnonzero(np.unpackbits(bits, count=len(allowed))) if bits.any() else NOWHERE

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
        total = self.total[fit]
        chosen = topmost(total, count)
        if total[chosen].min() < self.edge:
            return None
        if self.vetoed is not None:
            bits &= ~self.vetoed
        return np.sort(self.places[fit[chosen]]).astype(np.int64), int(np.bitwise_count(bits).sum()) - count


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A shortlist, and what it takes to go on with it on another day."""

    day: int
    shortlist: Shortlist
    lasting: Floats
    """[k] the part of their rough sums that outlasts the day."""
    compared: dict[str, Compared]
    """Of the scorers that depend on the day."""
    origin: Origin
    edge: float
    """The shortlist's, when the whole domain was looked at."""

    @property
    def size(self) -> int:
        """Bytes."""
        products = sum(one.products.nbytes for one in self.compared.values())
        return self.shortlist.size + self.lasting.nbytes + products

    def on(self, context: Context, scorers: list[Weighted]) -> Standing:
        """As of the context's day: what was left out then can have risen as far as figures have moved since."""
        _, daily = parted(scorers)
        probes = probes_of(context, daily)
        edge = self.edge + self.origin.rise(context, daily, probes)
        rows = at(context.rows, self.shortlist.places)
        figures, anew = figures_on_day(context, rows, daily, probes, self.compared, exact=False)
        total = summed(figures, daily, len(rows))
        total += self.lasting
        shortlist = replace(self.shortlist, total=total, edge=edge)
        return replace(self, day=context.asked.today, shortlist=shortlist, compared={**self.compared, **anew})

    def joined(
        self, context: Context, scorers: list[Weighted], veto: Veto | None, places: NDArray[np.int64]
    ) -> Standing:
        """With a few that were no candidates; their sums are those of no day yet."""
        known, rows = self.shortlist, at(context.rows, places)
        probes = {name: one.probes for name, one in self.compared.items()}
        found = lasting_for(context, rows, scorers, veto, probes)
        size = amount(context.rows)
        vetoed = known.vetoed
        kept = np.arange(len(places))
        if vetoed is not None and found.vetoed is not None:
            vetoed = vetoed | _bits(places[found.vetoed], size)
            kept = np.flatnonzero(~found.vetoed)
        every = np.append(known.places, places[kept].astype(np.int32))
        order = np.argsort(every)
        lasting = np.append(self.lasting, found.total[kept])[order]
        compared = {name: one.joined(found.compared[name].at(kept)).at(order) for name, one in self.compared.items()}
        among = known.among | _bits(places, size)
        shortlist = replace(known, places=every[order], total=lasting, among=among, vetoed=vetoed)
        return replace(self, shortlist=shortlist, lasting=lasting, compared=compared)


def _bits(places: NDArray[np.int64], size: int) -> Bits:
    mask = np.zeros(size, np.bool_)
    mask[places] = True
    return np.packbits(mask)


def shortlist(total: Floats, allowed: Mask, vetoed: Mask | None) -> Shortlist:
    """From rough sums [m], -inf for what is not ``allowed`` or ``vetoed``."""
    best = topmost(total, min(LENGTH, len(total)))
    best = np.sort(best[np.isfinite(total[best])]).astype(np.int32)
    own = total[best]
    bits = None if vetoed is None else np.packbits(vetoed)
    # where all of them are there, nothing is left outside
    edge = float(own.min()) if len(best) == LENGTH else -np.inf
    return Shortlist(best, own, np.packbits(allowed), bits, edge)


def shortlisted(context: Context, scorers: list[Weighted], veto: Veto | None, allowed: Mask) -> Shortlist | None:
    """The one that is kept, as of the context's day, of at least those ``allowed`` [m]; None without one."""
    kept, circumstances = context.baselines.shortlists, circumstances_of(context, scorers, veto)
    known = kept.get(context.profile, circumstances)
    if known is None:
        return None
    newly = known.shortlist.newly(allowed)
    if len(newly) > MOST_NEW or len(known.lasting) + len(newly) > 2 * LENGTH:
        return None
    if len(newly) or known.day != context.asked.today:
        known = (known.joined(context, scorers, veto, newly) if len(newly) else known).on(context, scorers)
        kept.put(context.profile, circumstances, known)
    return known.shortlist


def keep(context: Context, scorers: list[Weighted], veto: Veto | None, made: Shortlist, lasting: Lasting) -> None:
    """Keep what was just made for the next question, of that day or another."""
    _, daily = parted(scorers)
    places = made.places
    compared = {name: one.at(places) for name, one in lasting.compared.items()}
    origin = origin_of(context, daily, lasting)
    standing = Standing(context.asked.today, made, lasting.total[places], compared, origin, made.edge)
    context.baselines.shortlists.put(context.profile, circumstances_of(context, scorers, veto), standing)

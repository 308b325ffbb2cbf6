"""By how much rough sums can have risen since another day, without a look at the titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.figures import Weighted, amount, probes_of
from engine.scoring.kept import Lasting
from engine.scoring.scorer import Batch, Scorer

LONGEST = 1.001
"""Of a reduced vector: those of unit length, kept as halves."""
ROUNDING = 1e-6
"""What arithmetic leaves."""
NOTHING = np.zeros((0, 0), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """What a scorer compared titles with."""

    probes: Floats
    """[k, d]"""
    widest: NDArray[np.float64]
    """[k] the largest inner product of each with any title, of either sign."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """A day on which all titles of a domain were looked at."""

    day: int
    compared: Mapping[str, Reach]

    def rise(self, context: Context, daily: Sequence[Weighted], probes: Mapping[str, Floats]) -> float:
        """Most by which the sum of the ``daily`` scorers can be higher on the context's day; infinite if unknowable.

        ``probes`` are those of that day.
        """
        if self.day == context.asked.today:
            return 0.0
        return ROUNDING + sum(self._rise(context, scorer, weight, probes) for scorer, weight in daily)

    def _rise(self, context: Context, scorer: Scorer, weight: float, probes: Mapping[str, Floats]) -> float:
        if scorer.probes is None:
            low, high = _between(context, scorer, self.day)
            return max(weight * low, weight * high)
        before, now = self.compared.get(scorer.name), probes.get(scorer.name)
        if now is None:
            return 0.0 if before is None else abs(weight) * float(before.widest.max(initial=0))
        return np.inf if before is None else abs(weight) * _moved(context, before, now)


def origin_of(context: Context, daily: Sequence[Weighted], lasting: Lasting) -> Origin:
    """Of the context's day, on which all titles were compared as ``lasting`` has it."""
    found: dict[str, Reach] = {}
    for name, own in probes_of(context, daily).items():
        products = lasting.compared[name].on(own)
        if products is not None:
            widest = np.maximum(products.max(axis=1), -products.min(axis=1))
            found[name] = Reach(own, widest.astype(np.float64))
    return Origin(context.asked.today, found)


def _moved(context: Context, before: Reach, now: Floats) -> float:
    """Most by which any inner product has changed: in what is left of a probe's direction, and beside it."""
    vectors, mean = context.catalogue.vectors, context.mean
    if vectors is None or mean is None or now.shape != before.probes.shape:
        return np.inf
    lengths = np.einsum("kd,kd->k", before.probes, before.probes)
    factors = np.einsum("kd,kd->k", now, before.probes) / np.maximum(lengths, np.float32(1e-12))
    beside = now - factors[:, None] * before.probes
    reduced = np.linalg.norm(vectors.reduce(beside), axis=1)
    return float((np.abs(factors - 1) * before.widest + LONGEST * reduced + np.abs(beside @ mean)).max())


def _between(context: Context, scorer: Scorer, day: int) -> tuple[float, float]:
    """By how much the figures of the domain's titles fell and rose, at most, since a ``day``."""

    def look() -> tuple[float, float]:
        size = amount(context.rows)
        before = replace(context, asked=replace(context.asked, today=day))
        then, now = (scorer.raw(Batch(one, context.rows, size, NOTHING)) for one in (before, context))
        change = now - then
        return float(change.min(initial=0)), float(change.max(initial=0))

    return context.baselines.between((scorer.name, context.domain, day, context.asked.today), look)

"""How well known titles are, for ever and around a moment, and how well liked by those who know them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.learning.log import LIKED, Log
from engine.learning.sparse import Floats

YEAR = 365.25 * 86_400
SPANS = (1.0, 4.0)
"""Years over which fame fades by e, back and forth from a moment."""
MOMENTS = 16
FLOOR = 0.3
"""Per cent of people that a title nobody met is taken to have reached."""
PRIOR_OPINIONS = 8.0
"""Middling opinions every title is given."""


def fame(log: Log, trust: Floats) -> Floats:
    """log(1 + people who liked it), [n]."""
    return np.log1p(np.bincount(log.item, (log.liking >= LIKED) * trust[log.person], len(log.items))).astype(np.float32)


def esteem(log: Log, trust: Floats) -> Floats:
    """How much better liked than usual, shrunken, about −0.5…0.5, [n]."""
    weight = trust[log.person]
    usual = np.average(log.liking, weights=weight) if len(log) else 0.0
    sums = np.bincount(log.item, (log.liking - usual) * weight, len(log.items))
    return (sums / (np.bincount(log.item, weight, len(log.items)) + PRIOR_OPINIONS)).astype(np.float32)


def moments(log: Log) -> NDArray[np.float64]:
    """Moments spread over the time of the log as its meetings are, ascending, at most ``MOMENTS``."""
    if not len(log):
        return np.zeros(1)
    return np.unique(np.quantile(log.at, np.linspace(0, 1, MOMENTS)))


def fame_around(log: Log, trust: Floats, when: NDArray[np.float64], span: float) -> Floats:
    """log of the per cent of people that a title reached around each moment, [moments, n]."""
    found = np.empty((len(when), len(log.items)), np.float32)
    per_person = len(log) / max(len(log.people), 1)
    for place, moment in enumerate(when.tolist()):
        near = np.exp(-np.abs(log.at - moment) / (span * YEAR)) * trust[log.person]
        reached = np.bincount(log.item, near * np.maximum(log.liking, 0.1), len(log.items))
        found[place] = np.log(100 * reached * per_person / max(float(near.sum()), 1e-9) + FLOOR)
    return found

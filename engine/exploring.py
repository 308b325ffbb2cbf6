"""The last place of a list is for finding out, while little is known of a viewer; how likely it was is written down.

An ε-greedy policy over a softmax of scores: with probability ε, which falls to nothing over the first fifty
interactions, the last place goes to a title drawn from those that come next. Every pick carries its propensity, the
probability with which this policy puts it there, so that other policies can be judged by what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.rerankers import Choice, Field
from engine.scoring.baselines import Baselines, Floats, among
from engine.scoring.lot import draw

SETTLED = 50
"""Interactions from which nothing is tried out any more."""
SHARE = 0.4
"""ε for somebody of whom nothing is known."""
NEXT = 30
"""Titles that a trial is drawn from."""
LEAST_LIST = 3
"""Shorter lists are left alone."""
_COIN = np.array([0x636F696E], np.uint64)


@dataclass(frozen=True, slots=True)
class Policy:
    """How freely is explored; ``share`` 0 is not at all."""

    share: float = SHARE
    settled: int = SETTLED

    def chance(self, interactions: int) -> float:
        """ε, 0–1, for somebody with so many interactions."""
        return self.share * max(0.0, 1 - interactions / self.settled)


SHIPPED = Policy()


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a trial is drawn from: the field, what must not be drawn, and the seed of the draw."""

    baselines: Baselines
    field: Field
    barred: NDArray[np.int64]
    """Rows shown on other pages."""
    seed: int


def explored(policy: Policy, interactions: int, table: Table, choices: Sequence[Choice]) -> list[Choice]:
    """``choices`` with their propensities; the last may have given way to a trial."""
    chance = policy.chance(interactions)
    if chance <= 0 or len(choices) < LEAST_LIST:
        return list(choices)
    places = _next(table, choices)
    if not len(places):
        return list(choices)
    likely = _softmax(table.field.keys[places])
    *kept, last = choices
    coin = float(draw(table.seed, _COIN)[0])
    if coin >= chance:
        return [*kept, replace(last, propensity=1 - chance)]
    # the same number, stretched over the whole, chooses among the titles
    taken = int(np.searchsorted(np.cumsum(likely), coin / chance * float(likely.sum())))
    taken = min(taken, len(places) - 1)
    return [*kept, Choice(int(places[taken]), propensity=chance * float(likely[taken]), trial=True)]


def _next(table: Table, choices: Sequence[Choice]) -> NDArray[np.int64]:
    """The best places beside the choices, of other franchises."""
    chosen = np.array([choice.place for choice in choices])
    franchise = table.baselines.franchise[table.field.rows]
    free = np.ones(len(table.field.rows), np.bool_)
    free[chosen] = False
    free &= (franchise < 0) | ~np.isin(franchise, franchise[chosen])
    if len(table.barred):
        free &= ~among(table.field.rows, table.barred)
    return np.flatnonzero(free)[:NEXT]


def _softmax(scores: Floats) -> NDArray[np.float64]:
    spread = max(float(scores.std()), 1e-6)
    raised = np.exp((scores.astype(np.float64) - float(scores.max())) / spread)
    return raised / raised.sum()

"""How much each component counts, by how much is known of the person, learned listwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # pyright: ignore[reportUnknownVariableType] - untyped

from engine.learning.sparse import Floats

FEW, MANY, USUAL = 10.0, 40.0, 100.0
"""Titles: up to ``FEW`` a person is new, from ``MANY`` known; between, weights go over in the logarithm."""
PENALTY = (3e-2, 3e-3, 3e-3)
"""Pull of the three parts of the gate towards the weights taken for granted, tenfold for new people.

With 0.003 throughout they lost 0.006, with 0.1 as much; for known people 0.001 … 0.03 measured alike."""
SPARSE_LISTS = 200.0
"""Lists below which that pull grows in proportion: few people must not teach much."""
ROUNDS = 80
STEPS = 3


def gate(titles: float) -> Floats:
    """How much weight lies on new, on known, and on long histories, [3]."""
    known = float(np.clip(np.log(max(titles, 1.0) / FEW) / np.log(MANY / FEW), 0, 1))
    long = known * float(np.log(max(titles, 1.0) / USUAL)) / 1.5
    return np.array([1 - known, known, long], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Titles that were to be ranked for some people, with those they came to like."""

    figures: Floats
    """[r, k]"""
    known: Floats
    """[r] how much is known of each title, 0–1."""
    liked: NDArray[np.bool_]
    """[r]"""
    starts: NDArray[np.int64]
    """[lists + 1]"""
    titles: NDArray[np.float64]
    """[lists] length of the history."""
    weight: NDArray[np.float64]
    """[lists]"""

    def __len__(self) -> int:
        return len(self.titles)

    def with_figures(self, figures: Floats) -> Lists:
        return Lists(figures, self.known, self.liked, self.starts, self.titles, self.weight)

    def spread(self) -> Floats:
        """Usual deviation of each figure within a list, [k]."""
        lengths = np.diff(self.starts)[:, None]
        first = np.add.reduceat(self.figures.astype(np.float64), self.starts[:-1], axis=0) / lengths
        second = np.add.reduceat(self.figures.astype(np.float64) ** 2, self.starts[:-1], axis=0) / lengths
        return np.sqrt(np.maximum(second - first**2, 0).mean(axis=0)).astype(np.float32)


def joined(parts: Sequence[Lists]) -> Lists:
    """Several as one."""
    lengths = np.concatenate([np.diff(part.starts) for part in parts])
    return Lists(
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.known for part in parts]),
        np.concatenate([part.liked for part in parts]),
        np.append(0, np.cumsum(lengths)).astype(np.int64),
        np.concatenate([part.titles for part in parts]),
        np.concatenate([part.weight for part in parts]),
    )


def learned(lists: Lists, prior: Floats) -> Floats:
    """Weights [k, 3] over ``gate``; ``lists.figures`` should spread like one, ``prior`` is what they start from.

    Half the loss is −log of the share of the first place that falls to any liked title, half is the cross-entropy of
    all of them (the mix was best for new people).
    """
    if not len(lists):
        return prior
    loss = _Loss(lists)
    pull = np.array(PENALTY) * (1 + SPARSE_LISTS / len(lists)) * float(lists.weight.sum())

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(prior.shape)
        off = weights - prior
        value, slope = loss(weights.astype(np.float32))
        return value + float((pull * off * off).sum()), (slope + 2 * pull * off).ravel()

    start = prior.astype(np.float64).ravel()
    found = cast("Any", minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}))
    return np.asarray(found.x, np.float32).reshape(prior.shape)


class _Loss:
    def __init__(self, lists: Lists) -> None:
        self._figures, self._starts = lists.figures, lists.starts[:-1]
        self._owner = np.repeat(np.arange(len(lists)), np.diff(lists.starts))
        gates = np.stack([gate(titles) for titles in lists.titles.tolist()])
        self._gates = gates[self._owner]
        self._liked = lists.liked.astype(np.float32)
        count = np.add.reduceat(self._liked, self._starts)
        self._even = self._liked / np.maximum(count, 1)[self._owner]
        self._weight = (lists.weight * (count > 0)).astype(np.float32)

    def __call__(self, weights: Floats) -> tuple[float, NDArray[np.float64]]:
        scores = np.einsum("rg,rg->r", self._figures @ weights, self._gates)
        scores -= np.maximum.reduceat(scores, self._starts)[self._owner]
        odds = np.exp(scores)
        sums = np.add.reduceat(odds, self._starts)
        share = odds / sums[self._owner]
        hit = np.maximum(np.add.reduceat(share * self._liked, self._starts), 1e-30)
        entropy = np.add.reduceat(self._even * np.log(np.maximum(share, 1e-30)), self._starts)
        value = -0.5 * float(((np.log(hit) + entropy) * self._weight).sum())
        slope = share - 0.5 * share * self._liked / hit[self._owner] - 0.5 * self._even
        slope *= self._weight[self._owner]
        return value, (self._figures.T @ (slope[:, None] * self._gates)).astype(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """The weights learned."""

    warm: Floats
    """[components, 3] per unit of a component, over ``gate``, for titles that somebody met."""
    cold: Floats
    """[components, 3] the same for titles nobody met."""
    meeting: Floats
    """[2, 3] how titles nobody met stand beside the others: slope and offset of their score."""

    def weights(self, titles: float) -> tuple[Floats, Floats, float]:
        """For a history of that many titles: warm [components], cold [components] and the offset of the cold."""
        part = gate(titles)
        slope, offset = (self.meeting @ part).tolist()
        return self.warm @ part, (self.cold @ part) * max(slope, 0.1), offset

"""How much each component counts, by how much is known of the person, learned listwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from engine.learning.listwise import Ranked, loss
from engine.learning.manner import TRAITS
from engine.learning.sparse import Floats

FEW, MANY, USUAL = 10.0, 40.0, 100.0
"""Titles: up to ``FEW`` a person is new, from ``MANY`` known; between, weights go over in the logarithm."""
PENALTY = (3e-2, 3e-3, 3e-3)
"""Pull of the first three parts of the gate towards the weights taken for granted, tenfold for new people.

With 0.003 throughout they lost 0.006, with 0.1 as much; for known people 0.001 … 0.03 measured alike."""
MANNER_PENALTY = 0.2
"""Pull of all other parts towards nothing, of 0.03 … 0.5; 0.01 lost 3 % of what 0.1 gained on val.

With it NDCG@10 of lists rose from 0.167 to 0.174 on val, 0.390 to 0.394 on newuserval@10, 0.399 to 0.402 on
newuserval@5, 0.217 to 0.218 on randomval (`recommendarr evaluate`)."""
FARTHEST = 2.5
"""Deviations from the usual up to which a manner counts."""
AMOUNTS = 3
GATES = AMOUNTS + 2 * len(TRAITS)
SPARSE_LISTS = 600.0
"""Lists below which that pull grows in proportion: few people must not teach much.

Beside 200, blend alone: 50 people of MovieLens *latest-small* gained 5 (val), 7 (randomval), 0 % (newuserval@10), 150
people 0, 3, 0 %, 200 people of *100k* 0, 3, 0 %, all 610 people 1, 0, 0 %; 60 lost 3 to 6 % on randomval."""
LEAST_SLOPE = 0.1
"""Of what is said of titles nobody met: never against them."""
FEWEST = 20
"""Lists of known people that tell what manners are usual."""
ROUNDS = 80


def amount(titles: float) -> Floats:
    """How much weight lies on new, on known, and on long histories, [``AMOUNTS``]."""
    known = min(max(log(max(titles, 1.0) / FEW) / log(MANY / FEW), 0.0), 1.0)
    long = known * log(max(titles, 1.0) / USUAL) / 1.5
    return np.array([1 - known, known, long], np.float32)


def gates(amounts: Floats, traits: NDArray[np.float64], usual: Floats) -> Floats:
    """How far they are open, [r, ``GATES``].

    ``amounts`` [r, ``AMOUNTS``], then how far each of ``traits`` [r, ``TRAITS``] is from ``usual`` [2, ``TRAITS``], in
    deviations, for known and again for new people. What cannot be told (NaN) is as usual.
    """
    off = (traits - usual[0]) / usual[1]
    off[np.isnan(off)] = 0
    off = np.minimum(np.maximum(off, -FARTHEST), FARTHEST).astype(np.float32)
    return np.concatenate([amounts, off * amounts[:, 1:2], off * amounts[:, :1]], axis=1)


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
    traits: NDArray[np.float64]
    """[lists, ``TRAITS``]"""
    weight: NDArray[np.float64]
    """[lists]"""

    def __len__(self) -> int:
        return len(self.titles)

    def with_figures(self, figures: Floats) -> Lists:
        return replace(self, figures=figures)

    def amounts(self) -> Floats:
        """[lists, ``AMOUNTS``]"""
        return np.array([amount(titles) for titles in self.titles.tolist()], np.float32).reshape(-1, AMOUNTS)

    def usual(self) -> Floats:
        """Mean and deviation of each trait, of known people if there are some, [2, ``TRAITS``]."""
        known = self.amounts()[:, 1] > 0.5
        some = self.traits[known] if known.sum() >= FEWEST else self.traits
        told = np.ma.masked_invalid(some)
        found = np.stack([told.mean(axis=0).filled(0.0), told.std(axis=0).filled(0.0)])
        found[1] = np.where(found[1] > 1e-3, found[1], 1.0)
        return found.astype(np.float32)

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
        np.concatenate([part.traits for part in parts]),
        np.concatenate([part.weight for part in parts]),
    )


def learned(lists: Lists, prior: Floats, opened: Floats) -> Floats:
    """Weights [k, g] over gates; ``lists.figures`` should spread like one, ``prior`` [k, g] is what they start from.

    ``opened`` [lists, g]: how far each gate is open to each list, ``AMOUNTS`` or all of them.

    Half the loss is −log of the share of the first place that falls to any liked title, half is the cross-entropy of
    all of them (the mix was best for new people).
    """
    if not len(lists):
        return prior
    ranked = Ranked(np.ascontiguousarray(lists.figures), lists.liked, lists.starts, lists.weight)
    penalty = np.array([*PENALTY, *[MANNER_PENALTY] * (GATES - AMOUNTS)])[: opened.shape[1]]
    pull = penalty * (1 + SPARSE_LISTS / len(lists)) * float(lists.weight.sum())

    def cost(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(prior.shape)
        off = weights - prior
        value, slope = loss(ranked, opened @ weights.T.astype(np.float32))
        return value + float((pull * off * off).sum()), (slope.T.astype(np.float64) @ opened + 2 * pull * off).ravel()

    start = prior.astype(np.float64).ravel()
    # large, and only who learns needs it
    from scipy.optimize import minimize  # noqa: PLC0415  # pyright: ignore[reportUnknownVariableType] - untyped

    found = cast("Any", minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}))
    return np.asarray(found.x, np.float32).reshape(prior.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """The weights learned."""

    warm: Floats
    """[components, ``GATES``] per unit of a component, for titles that somebody met."""
    cold: Floats
    """[components, ``AMOUNTS``] the same for titles nobody met."""
    meeting: Floats
    """[2, ``GATES``] how titles nobody met stand beside the others: slope and offset of their score."""
    usual: Floats
    """[2, ``TRAITS``] mean and deviation of the traits."""

    def gates(self, titles: float, traits: NDArray[np.float64]) -> Floats:
        """How far they are open to histories of that many titles with ``traits`` [r, ``TRAITS``], [r, ``GATES``]."""
        return gates(np.tile(amount(titles), (len(traits), 1)), traits, self.usual)

    def weights(self, opened: Floats) -> tuple[Floats, Floats, float]:
        """With gates so far open [``GATES``]: warm [components], cold [components] and the offset of the cold."""
        slope, offset = self.standing(opened[None])
        return self.warm @ opened, self.cold @ opened[:AMOUNTS] * slope[0], float(offset[0])

    def standing(self, opened: Floats) -> tuple[Floats, Floats]:
        """How what is said of titles nobody met stands beside the rest: slope and offset, [r] each."""
        slope, offset = (opened @ self.meeting.T).T
        return np.maximum(slope, LEAST_SLOPE), offset

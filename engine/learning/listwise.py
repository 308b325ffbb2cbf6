"""How badly weights rank titles for some people, and which way they should change: the sums over lists, compiled."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.learning.compiled import compiled
from engine.learning.sparse import Floats

LEAST = 1e-30
"""Share that the logarithm of none is taken of."""


class Ranked(NamedTuple):
    """Titles [r] that were to be ranked, list by list."""

    figures: Floats
    """[r, k]"""
    liked: NDArray[np.bool_]
    """[r]"""
    starts: NDArray[np.int64]
    """[lists + 1]"""
    weight: NDArray[np.float64]
    """[lists]"""


def loss(ranked: Ranked, weights: Floats) -> tuple[float, Floats]:
    """Half −log of the share of the first place that falls to any liked title, half the cross-entropy of all of them.

    ``weights`` [lists, k] of each list; beside the loss its slope by them, [lists, k]. Lists without a liked title do
    not count.
    """
    slope = np.zeros_like(weights)
    return float(compiled(sum_up)(ranked, np.ascontiguousarray(weights), slope)), slope


def sum_up(ranked: Ranked, weights: Floats, slope: Floats) -> float:
    """Of ``loss``; compiled before use."""
    figures, liked, starts, weight = ranked
    total = 0.0
    for number in range(len(weight)):
        lines, hits = figures[starts[number] : starts[number + 1]], liked[starts[number] : starts[number + 1]]
        found = np.sum(hits)
        if not found:
            continue
        told = np.dot(lines, weights[number])
        told -= np.max(told)
        share = np.exp(told)
        whole = np.sum(share)
        share /= whole
        hit = max(np.sum(share * hits), LEAST)
        total -= 0.5 * weight[number] * (np.log(hit) + np.sum(told * hits) / found - np.log(whole))
        turn = share - hits * (np.float32(0.5 / hit) * share + np.float32(0.5 / found))
        slope[number] = np.float32(weight[number]) * np.dot(turn, lines)
    return total

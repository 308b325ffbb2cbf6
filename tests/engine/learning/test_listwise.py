"""How badly weights rank titles, and which way they should change."""

from __future__ import annotations

import numpy as np
import pytest

from engine.learning.listwise import Ranked, loss

K = 4
LENGTHS = np.array([3, 1, 6, 4])


def ranked() -> Ranked:
    """The third list has no liked title."""
    rng = np.random.default_rng(2)
    starts = np.append(0, np.cumsum(LENGTHS))
    liked = np.asarray(rng.random(int(starts[-1])) < 0.5, np.bool_)
    liked[starts[:-1]] = True
    liked[starts[2] : starts[3]] = False
    figures = rng.normal(size=(starts[-1], K)).astype(np.float32)
    return Ranked(figures, liked, starts, np.array([0.5, 1.0, 2.0, 0.25]))


def by_the_formula(weights: np.ndarray) -> float:
    told, total = ranked(), 0.0
    for number in (0, 1, 3):
        own = slice(told.starts[number], told.starts[number + 1])
        odds = np.exp(told.figures[own].astype(np.float64) @ weights[number])
        share = odds[told.liked[own]] / odds.sum()
        total -= told.weight[number] * (np.log(share.sum()) + np.log(share).mean()) / 2
    return total


def test_the_loss_is_that_of_the_formula_and_its_slope_where_that_goes() -> None:
    weights = np.random.default_rng(3).normal(size=(len(LENGTHS), K)).astype(np.float32)
    value, slope = loss(ranked(), weights)
    assert value == pytest.approx(by_the_formula(weights), rel=1e-5)
    for number in range(len(LENGTHS)):
        for place in range(K):
            step = np.zeros(weights.shape)
            step[number, place] = 1e-4
            expected = (by_the_formula(weights + step) - by_the_formula(weights - step)) / 2e-4
            assert slope[number, place] == pytest.approx(expected, abs=1e-4)


def test_figures_however_far_apart_make_no_overflow() -> None:
    value, slope = loss(ranked(), np.full((len(LENGTHS), K), 1e4, np.float32))
    assert np.isfinite(value)
    assert np.isfinite(slope).all()

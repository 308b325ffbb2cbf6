"""How somebody meets titles, and that it decides what counts for them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.learning.blend import AMOUNTS, FARTHEST, GATES, Lists, gates, learned
from engine.learning.history import History
from engine.learning.manner import TRAITS, Manner

DAY = 86_400.0


def test_a_manner_is_told_by_what_was_met_and_when() -> None:
    at = np.array([0.0, 1.0, 3.0]) * DAY
    liking, renown = np.array([0.2, 0.4, 0.9], np.float32), np.array([2.0, np.nan, -1.0], np.float32)
    told = dict(
        zip(
            TRAITS,
            Manner(History(np.arange(3), liking, at), renown, np.array([1970, 1960, 1950])).traits(),
            strict=True,
        )
    )
    assert told["fame"] == pytest.approx(0.5)
    assert told["fame-spread"] == pytest.approx(1.5)
    assert told["fame-lately"] == pytest.approx((2 * np.exp(-0.2) - 1) / (np.exp(-0.2) + 1), abs=1e-6)
    assert told["liking"] == pytest.approx(0.5)
    assert told["span"] == pytest.approx(np.log1p(3))
    assert told["age"] == pytest.approx(np.log1p([0, 10, 20]).mean(), abs=1e-2)


def test_of_nothing_nothing_is_told_and_everything_is_as_usual() -> None:
    nobody = Manner(
        History(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0)),
        np.zeros(0, np.float32),
        np.zeros(0, np.int64),
    )
    assert np.isnan(nobody.traits()).all()
    opened = gates(np.ones((1, AMOUNTS), np.float32), nobody.traits()[None], np.ones((2, len(TRAITS)), np.float32))
    assert opened.tolist() == [[1.0] * AMOUNTS + [0.0] * (GATES - AMOUNTS)]


def test_an_odd_manner_counts_only_so_far() -> None:
    usual = np.array([[0.0] * len(TRAITS), [1.0] * len(TRAITS)], np.float32)
    opened = gates(np.array([[0, 1, 0]], np.float32), np.full((1, len(TRAITS)), 1e6), usual)[0]
    assert opened[AMOUNTS:].tolist() == [FARTHEST] * len(TRAITS) + [0.0] * len(TRAITS)


def test_who_looks_for_the_rare_is_not_led_by_fame() -> None:
    rng = np.random.default_rng(3)
    people, titles = 400, 12
    figures = rng.normal(size=(people * titles, 1)).astype(np.float32)
    traits = np.zeros((people, len(TRAITS)))
    traits[:, 0] = np.where(np.arange(people) % 2, 1, -1)
    worth = figures[:, 0].reshape(people, titles) * traits[:, :1]
    liked = (worth == worth.max(axis=1, keepdims=True)).ravel()
    starts = np.arange(people + 1) * titles
    lists = Lists(
        figures,
        np.ones(len(figures), np.float32),
        liked,
        starts,
        np.full(people, 60.0),
        traits,
        np.full(people, 1 / people),
    )
    usual = lists.usual()
    opened = gates(lists.amounts(), traits, usual)
    weights = learned(lists, np.zeros((1, GATES), np.float32), opened)[0]
    assert (weights @ opened[1]) > 0.3
    assert (weights @ opened[0]) < -0.3

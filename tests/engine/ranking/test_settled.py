"""The less is known of somebody, the more a crowd that knows many leads."""

from __future__ import annotations

import pytest

from engine.scoring.known import FEW, MANY, settled
from engine.weights import BESIDE, CROWD, Weights


def test_people_settle_between_ten_and_forty_titles() -> None:
    shares = [settled(count) for count in range(200)]
    assert shares == sorted(shares)
    assert set(shares[: FEW + 1]) == {0.0}
    assert set(shares[MANY:]) == {1.0}
    assert settled(20) == pytest.approx(0.5)


def test_what_is_set_by_hand_steps_back_before_a_crowd_by_how_much_that_knows() -> None:
    hand = Weights.shipped().content

    def left(known: float, people: int) -> float:
        return Weights.shipped().beside_a_crowd(known, people).content / hand

    assert left(1.0, 10_000) == left(1.0, 0) == left(0.0, 0) == pytest.approx(BESIDE)
    assert left(0.0, CROWD) == pytest.approx(BESIDE / 2)
    assert left(0.5, CROWD) == pytest.approx(0.75 * BESIDE)
    assert left(0.0, 10_000) < 0.01


def test_what_the_crowd_says_is_never_turned_down() -> None:
    weights = Weights.shipped().beside_a_crowd(0.0, 10_000)
    assert (weights.collaborative, weights.popularity, weights.sequence, weights.attributes) == (1, 1, 1, 1)
    assert weights.hidden_penalty == Weights.shipped().hidden_penalty

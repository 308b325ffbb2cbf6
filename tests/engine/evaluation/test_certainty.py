"""Intervals and calibration, worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.certainty import BINS, Promises, interval, paired


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def calibration_error(said: list[float], came: list[bool], bins: int = BINS) -> float:
    return Promises.of(said, came, range(len(said))).error(bins=bins)


def test_the_interval_holds_the_mean_and_narrows_with_more_people() -> None:
    few = np.random.default_rng(1).random(30).tolist()
    many = few * 30
    low, high = interval(few, rng())
    assert low < np.mean(few) < high
    closer = interval(many, rng())
    assert closer[1] - closer[0] < (high - low) / 3
    assert interval([0.25], rng()) == (0.25, 0.25)


def test_a_small_lead_with_everybody_is_shown_although_the_intervals_overlap() -> None:
    theirs = np.random.default_rng(1).random(200)
    ours = theirs + 0.01
    found = paired(ours.tolist(), theirs.tolist(), rng())
    assert found["low"] == pytest.approx(0.01)
    assert found["mean"] == pytest.approx(0.01)
    assert interval(ours.tolist(), rng())[0] < interval(theirs.tolist(), rng())[1]


def test_no_lead_is_not_shown() -> None:
    ours, theirs = np.random.default_rng(1).random((2, 200))
    found = paired(ours.tolist(), theirs.tolist(), rng())
    assert found["low"] < 0 < found["high"]


def test_percentages_that_keep_their_word_have_no_error() -> None:
    said = [0.25] * 8 + [0.75] * 8
    came = [True] * 2 + [False] * 6 + [True] * 6 + [False] * 2
    assert calibration_error(said, came, bins=2) == pytest.approx(0)


def test_the_error_is_the_mean_distance_from_what_came_true() -> None:
    said = [0.9] * 10 + [0.1] * 10
    came = [True] * 6 + [False] * 4 + [True] * 2 + [False] * 8
    assert calibration_error(said, came, bins=2) == pytest.approx((0.3 + 0.1) / 2)
    assert calibration_error([1.0], [False]) == 1.0


def test_the_order_of_equal_percentages_does_not_matter() -> None:
    came = [True] * 30 + [False] * 70
    assert calibration_error([0.3] * 100, came) == pytest.approx(calibration_error([0.3] * 100, came[::-1]))
    assert calibration_error([0.3] * 100, came) == pytest.approx(0)


def test_of_nothing_there_is_no_error_to_tell() -> None:
    assert math.isnan(calibration_error([], []))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_error_lies_between_nothing_and_one(told: list[tuple[float, bool]]) -> None:
    found = calibration_error([said for said, _ in told], [came for _, came in told])
    assert -1e-12 <= found <= 1 + 1e-12


def test_who_met_much_speaks_for_all_titles_but_for_one_person() -> None:
    said = [0.5] * 1_002
    came = [False] * 1_000 + [True, False]  # one who likes nothing, and one of whom half came true
    promises = Promises.of(said, came, [7] * 1_000 + [9] * 2)
    assert promises.error() == pytest.approx(0.5 - 1 / 1_002)
    assert promises.by_person() == pytest.approx(0.25)
    low, high = promises.interval(rng())
    assert low == pytest.approx(0)
    assert high == pytest.approx(0.5)


def test_people_of_whom_nothing_came_have_no_interval() -> None:
    low, high = Promises.of([], [], []).interval(rng())
    assert math.isnan(low)
    assert math.isnan(high)

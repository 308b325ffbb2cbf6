"""How good and how well established a title is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.columns.quality import base_confidence, bayesian_quality, vote_confidence


def floats(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def ints(*values: int) -> np.ndarray:
    return np.array(values, np.int32)


def test_quality_is_the_bayesian_average_with_five_hundred_votes_of_the_mean():
    average, votes = floats(8.0, 6.0), ints(500, 100_000)

    quality = bayesian_quality(average, votes)

    assert quality[0] == pytest.approx((8.0 * 500 + 7.0 * 500) / 1000 / 10)
    assert quality[1] == pytest.approx((6.0 * 100_000 + 7.0 * 500) / 100_500 / 10)


def test_without_votes_quality_and_confidence_are_unknown_not_low():
    average, votes = floats(np.nan, 7.5, np.nan, 7.0), ints(0, 0, 900, 900)

    assert np.isnan(bayesian_quality(average, votes)[:3]).all()
    assert np.isnan(vote_confidence(average, votes)[:3]).all()
    assert np.isfinite(bayesian_quality(average, votes)[3])


def test_a_catalogue_without_any_votes_has_no_mean_and_does_not_warn():
    assert np.isnan(bayesian_quality(floats(np.nan, 5), ints(0, 0))).all()


@pytest.mark.parametrize(
    ("votes", "expected"), [(0, 0.0), (100, 0.50), (500, 0.67), (2_000, 0.80), (10_000, 0.90), (50_000, 0.97)]
)
def test_confidence_goes_through_the_known_points(votes: int, expected: float):
    assert base_confidence(ints(votes))[0] == pytest.approx(expected, abs=1e-4)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 2_000_000_000), min_size=2, max_size=20))
def test_more_votes_never_lower_the_confidence(votes: list[int]):
    values = base_confidence(ints(*sorted(votes)))
    assert (np.diff(values) >= 0).all()
    assert values.min() >= 0
    assert values.max() <= 1


@pytest.mark.parametrize("average", [9.5, 3.0])
def test_an_extreme_average_with_few_votes_is_trusted_less(average: float):
    extreme, usual = vote_confidence(floats(average, 7.0), ints(200, 200))
    assert extreme == pytest.approx(usual * 0.8)


def test_an_extreme_average_with_many_votes_is_trusted_as_any():
    extreme, usual = vote_confidence(floats(9.5, 7.0), ints(5_000, 5_000))
    assert extreme == usual


def test_a_well_proven_high_average_is_trusted_five_percent_more():
    proven, usual, below = vote_confidence(floats(8.7, 7.0, 8.7), ints(900, 900, 499))
    assert proven == pytest.approx(usual * 1.05)
    assert below == pytest.approx(base_confidence(ints(499))[0])

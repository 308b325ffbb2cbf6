"""An interval that one may look at every day."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.experiments.sequence import (
    LEAST_VARIANCE,
    USUAL_VARIANCE,
    interval,
    needed,
    variance_of,
    widths,
)

pytestmark = pytest.mark.untraced

RUNS = 400


def people(rng: np.random.Generator, rate: float, count: int) -> np.ndarray:
    """Shares of eight answers each, of people who differ."""
    return rng.binomial(8, rng.beta(4 * rate, 4 * (1 - rate), count)) / 8


def alarms(rate: float, other: float, count: int, seed: int) -> float:
    """How often nought was ever outside of the interval, looked at after every pair."""
    rng = np.random.default_rng(seed)
    wrong = 0
    for _ in range(RUNS):
        differences = people(rng, other, count) - people(rng, rate, count)
        # what was out once stays out, so the last look tells of all looks: the next test holds it to that
        low, high = interval(differences.tolist())
        wrong += low > 0 or high < 0
    return wrong / RUNS


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30))
def test_later_looks_only_narrow_the_interval(differences: list[float]) -> None:
    looks = [interval(differences[:count]) for count in range(1, len(differences) + 1)]
    if all(low < high for low, high in looks):
        assert all(later[0] >= former[0] and later[1] <= former[1] for former, later in pairwise(looks))
    assert all(-1 <= low <= high <= 1 for low, high in looks)


@pytest.mark.parametrize(("rate", "seed"), [(0.05, 1), (0.3, 2), (0.5, 3)])
def test_looking_after_every_pair_raises_a_false_alarm_in_at_most_five_of_a_hundred(rate: float, seed: int) -> None:
    assert alarms(rate, rate, 120, seed) <= 0.05


def test_the_naive_interval_would_cry_wolf_far_more_often() -> None:
    rng = np.random.default_rng(4)
    wrong = 0
    for _ in range(RUNS):
        differences = people(rng, 0.3, 120) - people(rng, 0.3, 120)
        counts = np.arange(10, 121)
        means = np.array([differences[:count].mean() for count in counts])
        errors = np.array([differences[:count].std(ddof=1) / np.sqrt(count) for count in counts])
        wrong += bool((np.abs(means) > 1.96 * errors).any())
    assert wrong / RUNS > 0.15


def test_the_true_difference_stays_inside_at_every_look() -> None:
    rng = np.random.default_rng(5)
    missed = 0
    for _ in range(RUNS):
        differences = people(rng, 0.5, 120) - people(rng, 0.3, 120)
        low, high = interval(differences.tolist())
        missed += not low <= 0.2 <= high
    assert missed / RUNS <= 0.05


def test_a_great_difference_is_found() -> None:
    assert alarms(0.2, 0.5, 120, 6) > 0.9


def test_where_nothing_came_nothing_is_known() -> None:
    assert interval([]) == (-1, 1)
    low, high = interval([0.0])
    assert low < -0.8
    assert high > 0.8


@pytest.mark.parametrize("wrong", [[1.5], [float("nan")], [-2.0, 0.0]])
def test_figures_that_cannot_be_are_refused(wrong: list[float]) -> None:
    with pytest.raises(ValueError, match="between -1 and 1"):
        interval(wrong)


def test_what_contradicts_itself_ends_in_its_mean() -> None:
    low, high = interval([1.0] * 400 + [-1.0] * 400)
    assert low == high == 0.0


@pytest.mark.parametrize("width", [0.05, 0.1])
def test_so_many_pairs_as_are_said_to_be_needed_are_needed(width: float) -> None:
    rng = np.random.default_rng(7)
    differences = people(rng, 0.3, 2_000) - people(rng, 0.3, 2_000)
    said = needed(float(differences.var()), width)
    assert said is not None
    looks = ((count, interval(differences[:count].tolist())) for count in range(10, 2_000, 10))
    found = next(count for count, (low, high) in looks if high - low <= 2 * width)
    assert said / 2 <= found <= said * 2


def test_a_difference_too_small_to_be_told_by_anybody_is_said_so() -> None:
    assert needed(0.5, 1e-4) is None
    assert np.all(np.diff(widths(0.1, 500)) <= 0)


def test_few_pairs_are_not_trusted_with_their_own_variance() -> None:
    assert variance_of([0.0] * 7) == USUAL_VARIANCE
    assert variance_of([0.0] * 8) == LEAST_VARIANCE
    assert variance_of([-1.0, 1.0] * 4) == pytest.approx(8 / 7)

"""What another policy would have brought."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.off_policy import Estimate, estimate

WORTH = np.array([0.1, 0.3, 0.5, 0.9])
LOGGED = np.array([0.4, 0.3, 0.2, 0.1])


def logged(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Actions chosen by LOGGED, and whether each was rewarded, by WORTH."""
    rng = np.random.default_rng(seed)
    actions = rng.choice(4, count, p=LOGGED)
    return actions, (rng.random(count) < WORTH[actions]).astype(float)


def told(target: np.ndarray, count: int = 4_000, seed: int = 1, clip: float = 10.0) -> Estimate:
    actions, reward = logged(count, seed)
    found = estimate(LOGGED[actions], reward, target[actions], np.random.default_rng(0), clip=clip)
    assert found is not None
    return found


@pytest.mark.parametrize("target", [[0.1, 0.2, 0.3, 0.4], [0, 0, 0, 1.0], [0.25] * 4, [1.0, 0, 0, 0]])
def test_the_known_truth_is_recovered(target: list[float]) -> None:
    wanted = np.array(target)
    found = told(wanted)
    assert found.value == pytest.approx(WORTH @ wanted, abs=0.03)
    assert found.low < found.value < found.high
    assert found.logged == pytest.approx(WORTH @ LOGGED, abs=0.03)


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    wanted = np.array([0.1, 0.2, 0.3, 0.4])
    runs = [told(wanted, count=300, seed=seed) for seed in range(60)]
    held = sum(run.low <= WORTH @ wanted <= run.high for run in runs)
    assert 50 <= held <= 60


def test_the_same_policy_is_worth_what_was_logged_and_every_choice_counts() -> None:
    found = told(LOGGED)
    assert found.value == pytest.approx(found.logged)
    assert found.effective == pytest.approx(4_000)
    assert found.clipped == 0


def test_few_choices_of_a_policy_that_is_far_away_are_said_to_be_few() -> None:
    assert told(np.array([0, 0, 0, 1.0])).effective < 600
    near, far = told(np.array([0.3, 0.3, 0.2, 0.2])), told(np.array([0, 0, 0, 1.0]))
    assert far.high - far.low > near.high - near.low


def test_heavy_weights_are_cut_and_that_is_told() -> None:
    rng = np.random.default_rng(0)
    heavy = estimate([0.001, 0.5, 0.5], [1.0, 0.0, 0.0], [1.0, 0.5, 0.5], rng)
    assert heavy is not None
    assert heavy.value == pytest.approx(10 / 12)
    assert heavy.clipped == pytest.approx(1 / 3)


def test_a_policy_that_would_have_shown_nothing_of_it_cannot_be_judged() -> None:
    assert estimate([0.5, 0.5], [1, 0], [0, 0], np.random.default_rng(0)) is None
    assert estimate([], [], [], np.random.default_rng(0)) is None


@pytest.mark.parametrize(
    ("propensity", "reward", "target"),
    [
        ([0.0], [1], [1]), ([1.1], [1], [1]), ([float("nan")], [1], [1]), ([0.5], [float("inf")], [1]),
        ([0.5], [1], [1.5]), ([0.5], [1], [-0.1]), ([0.5, 0.5], [1], [1]), ([[0.5]], [[1]], [[1]]),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_are_refused(propensity: list[float], reward: list[float], target: list[float]) -> None:
    with pytest.raises(ValueError, match="propensities"):
        estimate(propensity, reward, target, np.random.default_rng(0))


def test_a_bound_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="clip"):
        estimate([0.5], [1], [1], np.random.default_rng(0), clip=0)

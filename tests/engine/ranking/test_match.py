"""Eighty percent should mean that eight of ten are liked."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.answering.calibrating import labelled
from engine.domain.slate import Confidence
from engine.match import HIGHEST, LOWEST, PRIOR, Calibration, certainty, fit, word
from engine.testing.households import household


@settings(max_examples=50, deadline=None)
@given(some.lists(some.floats(-50, 50), min_size=2, max_size=30), some.floats(1, 60), some.floats(-5, 5))
def test_a_match_is_a_probability_that_rises_with_the_score(
    scores: list[float], slope: float, intercept: float
) -> None:
    matches = Calibration(slope, intercept).match(np.array(sorted(scores), np.float32))
    assert ((matches >= LOWEST - 1e-6) & (matches <= HIGHEST + 1e-6)).all()
    assert (np.diff(matches) >= 0).all()


def test_below_fifty_labels_the_prior_stands() -> None:
    assert fit([0.1] * 49, [True] * 49) is PRIOR
    assert fit([], []) is PRIOR


def drawn(slope: float, intercept: float, count: int = 4_000) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    scores = rng.normal(0.05, 0.12, count)
    return scores, rng.random(count) < 1 / (1 + np.exp(-(intercept + slope * scores)))


@pytest.mark.parametrize(("slope", "intercept"), [(4.0, -0.5), (10.0, 0.2), (18.0, 1.0)])
def test_with_many_labels_the_truth_is_found_and_shown_percentages_hold(slope: float, intercept: float) -> None:
    scores, liked = drawn(slope, intercept)
    fitted = fit(scores.tolist(), liked.tolist())
    assert fitted.slope == pytest.approx(slope, rel=0.15, abs=0.6)
    fresh_scores, fresh_liked = drawn(slope, intercept, 8_000)
    shown = fitted.match(fresh_scores.astype(np.float32))
    for low in np.arange(0.1, 0.9, 0.1):
        inside = (shown >= low) & (shown < low + 0.1)
        if inside.sum() > 200:
            assert fresh_liked[inside].mean() == pytest.approx(shown[inside].mean(), abs=0.05)


def test_labels_of_one_kind_or_one_score_break_nothing() -> None:
    for scores, liked in (
        ([0.1] * 80, [True] * 80),
        ([0.0] * 80, [True, False] * 40),
        ([-1.0, 1.0] * 40, [True, False] * 40),
    ):
        fitted = fit(scores, liked)
        assert 1 <= fitted.slope <= 20
        assert np.isfinite(fitted.intercept)


def test_labels_come_from_profiles_that_do_not_know_the_title() -> None:
    home = household(8, watched=120)
    labels = labelled(home.situation())
    assert len(labels) > 50
    liked = [score for score, was_liked in labels if was_liked]
    disliked = [score for score, was_liked in labels if not was_liked]
    assert np.mean(liked) > np.mean(disliked)


def test_certainty_grows_with_the_history_and_with_the_votes() -> None:
    weights = [household(9, watched=watched).situation().contexts()[0].how_known for watched in (0, 20, 60, 200)]
    assert weights == sorted(weights)
    assert weights[0] == 0
    context = household(9, watched=200).situation().contexts()[0]
    figures = certainty(context, slice(0, len(context.catalogue)))
    votes = np.nan_to_num(context.catalogue.confidence)
    assert (np.diff(figures[np.argsort(votes)]) >= -1e-6).all()
    assert ((figures >= 0) & (figures <= 1)).all()


def test_the_words_stand_for_their_figures() -> None:
    assert [word(value) for value in (0.0, 0.49, 0.5, 0.74, 0.75, 1.0)] == [
        Confidence.LOW, Confidence.LOW, Confidence.MEDIUM, Confidence.MEDIUM, Confidence.HIGH, Confidence.HIGH,
    ]  # fmt: skip

"""A match says as often as it comes true, whether much is known of a person or little."""

from __future__ import annotations

import numpy as np

from engine.learning.history import History
from engine.learning.liking import COUNTS, FEATURES, FIT, LENGTH, Labels, Severity, fitted, with_fit

NO_LABELS = Labels(np.zeros((0, FEATURES)), np.zeros(0, np.bool_), np.zeros(0, np.int64), np.zeros(0))
NOBODY = Severity(0.5, np.zeros(3, np.float32), np.zeros(3, np.float32))


def told(length: float, fit: np.ndarray) -> np.ndarray:
    features = np.zeros((len(fit), FEATURES))
    features[:, 0], features[:, LENGTH] = 1, length
    return with_fit(features, fit)


def test_people_with_few_titles_are_told_as_honestly_as_those_with_many() -> None:
    """A fit says little of the new, who like more of what they meet; one regression for all would miss both."""
    rng = np.random.default_rng(1)
    fit = rng.normal(0, 0.5, 6_000)
    groups = {-2.0: 1 / (1 + np.exp(-(0.6 + 0.5 * fit))), 1.0: 1 / (1 + np.exp(-(-0.4 + 2.5 * fit)))}
    liked = {length: rng.random(len(fit)) < truth for length, truth in groups.items()}
    labels = Labels(
        np.concatenate([told(length, fit) for length in groups]), np.concatenate(list(liked.values())),
        np.arange(2 * len(fit)) % 90, np.ones(2 * len(fit)),
    )  # fmt: skip
    found = fitted(labels, NO_LABELS, NOBODY, 0.05)
    order = np.array_split(np.argsort(fit), 10)
    for length, truth in groups.items():
        likely, _ = found.probability(told(length, fit), 10)
        assert np.mean([abs(float(likely[part].mean() - truth[part].mean())) for part in order]) < 0.03


def test_how_much_is_known_of_a_person_is_among_the_features() -> None:
    at = np.arange(60, dtype=np.float64)
    fit = np.array([0.3], np.float32)
    rows = {
        size: NOBODY.features(
            History(np.zeros(size, np.int64), np.full(size, 0.9, np.float32), at[:size]),
            np.full(size, -1), np.array([-1]), fit,
        )[0]
        for size in (0, 5, 40, 60)
    }  # fmt: skip
    assert rows[0][LENGTH] == rows[5][LENGTH] < rows[40][LENGTH] == 0 < rows[60][LENGTH]
    for row in rows.values():
        np.testing.assert_allclose(row[LENGTH + 1 :], row[LENGTH] * row[[1, 3, FIT]])


def drawn(shares: np.ndarray, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).random(len(shares)) < shares


def test_titles_nobody_met_are_told_by_what_came_of_hidden_ones_and_others_are_not() -> None:
    fit = np.random.default_rng(2).normal(0, 0.5, 5_000)
    known, hidden = told(0.0, fit), told(0.0, fit)
    known[:, COUNTS] = 1.0
    person, alike = np.arange(len(fit)) % 90, np.ones(len(fit))
    seldom, often = 1 / (1 + np.exp(1 - fit)), 1 / (1 + np.exp(-1 - fit))
    found = fitted(
        Labels(known, drawn(seldom, 3), person, alike), Labels(hidden, drawn(often, 4), person, alike), NOBODY, 0.05
    )
    met, unmet = found.probability(known, 10)[0], found.probability(hidden, 10)[0]
    assert abs(float(met.mean() - seldom.mean())) < 0.02
    assert abs(float(unmet.mean() - often.mean())) < 0.02
    order = np.argsort(fit)
    assert (np.diff(met[order]) >= -1e-6).all()
    assert (np.diff(unmet[order]) >= -1e-6).all()


def test_those_who_meet_much_count_by_the_root_of_it() -> None:
    rng = np.random.default_rng(5)
    fit, much = rng.normal(0, 0.1, 8_000), np.arange(8_000) % 4 == 0
    liked = drawn(np.where(much, 0.3, 0.6), 6)
    labels = Labels(told(0.0, fit), liked, rng.integers(0, 90, len(fit)), np.where(much, 9.0, 1.0))
    found = fitted(labels, NO_LABELS, NOBODY, 0.05)
    assert abs(float(found.probability(told(0.0, fit), 10)[0].mean()) - 0.45) < 0.02
    assert found.unmet is found.met

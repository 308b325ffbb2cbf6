"""How well known a title nobody met is likely to be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.columns.build import build_catalogue
from engine.columns.sparse import Sparse
from engine.domain.items import Collection, Item, MediaType
from engine.learning.cold_standing import SHRINK, reputes_of, standing_of, told_of
from engine.learning.components import STANDING
from engine.learning.crowd import learn
from engine.learning.history import History
from engine.learning.log import gathered
from engine.learning.sparse import table

MAKERS = np.array([[1.0, 0, 0], [0.5, 0.5, 0], [0, 1.0, 0], [0, 0.25, 0.75], [0, 0, 0]])
FAME = np.array([4.0, 2.0, 0.0, 9.0, 1.0], np.float32)


def makers(values: np.ndarray = MAKERS) -> Sparse:
    rows, columns = np.nonzero(values)
    return table(values[rows, columns], rows, columns, (len(values), 3))


def test_a_maker_is_as_well_known_as_the_titles_that_are_not_hidden_shrunken() -> None:
    shown = np.array([True, True, True, False, True])
    fame = reputes_of(makers(), FAME, shown)
    usual = FAME[shown].mean()
    np.testing.assert_allclose(fame, [(6 - 2 * usual) / (2 + SHRINK), (2 - 2 * usual) / (2 + SHRINK), 0], atol=1e-6)


def test_what_is_hidden_never_shows_in_what_makers_are_said_to_be() -> None:
    shown = np.array([True, True, False, False, True])
    other = np.where(shown, FAME, 50).astype(np.float32)
    np.testing.assert_array_equal(reputes_of(makers(), FAME, shown), reputes_of(makers(), other, shown))


def test_where_all_is_hidden_nothing_is_said() -> None:
    assert not reputes_of(makers(), FAME, np.zeros(5, np.bool_)).any()


def test_standing_is_the_mean_the_best_and_the_sum_of_the_makers_and_what_is_told() -> None:
    told = np.arange(15, dtype=np.float32).reshape(3, 5)
    reputes = np.array([2.0, -1.0, 0.5], np.float32)
    found = standing_of(makers(MAKERS * 2), told, reputes)
    assert len(found) == len(STANDING)
    np.testing.assert_allclose(found[0], [2, 0.5, -1, 0.125, 0], atol=1e-6)
    np.testing.assert_allclose(found[1], [2, 2, 0, 0.5, 0], atol=1e-6)
    np.testing.assert_allclose(found[2], [4, 1, -2, 0.25, 0], atol=1e-6)
    np.testing.assert_array_equal(found[3:], told)


def test_lengths_are_compared_among_their_kind_and_the_unknown_says_nothing() -> None:
    items = [
        Item("movie:1", MediaType.MOVIE, "A", runtime=90, keywords=("x", "y")),
        Item("movie:2", MediaType.MOVIE, "B", runtime=120, genres=("Drama", "Crime"), collection=Collection("S")),
        Item("movie:3", MediaType.MOVIE, "C", runtime=900),
        Item("movie:4", MediaType.MOVIE, "D"),
        Item("show:1", MediaType.TV, "E", runtime=45),
    ]
    subjects, series, hours = told_of(build_catalogue(items))
    np.testing.assert_allclose(subjects, np.log1p([2, 0, 0, 0, 0]), atol=1e-6)
    assert series.tolist() == [0, 1, 0, 0, 0]
    assert hours.tolist() == pytest.approx([-0.5, 0, 2, 0, 0])


@pytest.mark.parametrize("told", [{}, {"keywords": ("one", "two")}])
def test_catalogues_that_tell_little_are_learned_from_all_the_same(told: dict[str, Any]) -> None:
    catalogue = build_catalogue([Item(f"movie:{n:02d}", MediaType.MOVIE, f"Film {n}", **told) for n in range(20)])
    rng = np.random.default_rng(2)
    met = np.array([(person, title) for person in range(6) for title in rng.permutation(16)[:9].tolist()])
    log = gathered(
        catalogue.ids, tuple(f"v{n}" for n in range(6)), met, rng.random(len(met)), 1e9 + np.arange(len(met)), now=2e9
    )
    aligned = learn(log, catalogue, rng).aligned(catalogue)
    history = History(np.arange(3), np.full(3, 0.9, np.float32), np.full(3, 1.5e9))
    figures = aligned.fold_in(history).over(np.arange(20))
    assert np.isfinite(figures).all()
    assert np.ptp(figures.sum(axis=0)[16:]) == pytest.approx(0, abs=1e-5)  # nobody met them, nothing tells them apart

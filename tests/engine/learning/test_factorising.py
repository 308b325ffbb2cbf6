"""What the library learns: who likes alike is told alike, and the same every time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from engine.columns.sparse import Sparse
from engine.learning.factorising import Factors, als, bpr
from engine.learning.sparse import table

EACH, PEOPLE = 12, 40


def fitted_als(liked: Sparse) -> Factors:
    return als(liked, factors=4, regularization=0.1, iterations=10, random_state=1)


def fitted_bpr(liked: Sparse) -> Factors:
    return bpr(liked, factors=4, learning_rate=0.05, regularization=0.01, iterations=80, random_state=1)


FITTED = pytest.mark.parametrize("fitted", [fitted_als, fitted_bpr])


def two_tastes() -> Sparse:
    rng = np.random.default_rng(1)
    rows = [(row, title) for row in range(PEOPLE) for title in rng.permutation(EACH)[:8] + row % 2 * EACH]
    return table(np.ones(len(rows)), *np.array(rows).T, (PEOPLE, 2 * EACH))


@FITTED
def test_one_s_own_taste_stands_above_any_title_of_another(fitted: Callable[[Sparse], Factors]) -> None:
    model = fitted(two_tastes())
    told = model.user_factors @ model.item_factors.T
    own, others = told[::2, :EACH], told[::2, EACH:]
    assert (own.mean(axis=1) > others.max(axis=1)).all()


@FITTED
def test_it_is_the_same_every_time(fitted: Callable[[Sparse], Factors]) -> None:
    one, other = fitted(two_tastes()), fitted(two_tastes())
    np.testing.assert_array_equal(one.user_factors, other.user_factors)
    np.testing.assert_array_equal(one.item_factors, other.item_factors)

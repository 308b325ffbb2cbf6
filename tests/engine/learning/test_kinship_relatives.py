"""Titles that share their makers or their subjects: the nearest of each, by squared cosine."""

from __future__ import annotations

import numpy as np
import pytest

from engine.columns.sparse import Sparse
from engine.learning import kinship_relatives
from engine.learning.kinship_relatives import relatives_of
from engine.learning.sparse import table

TITLES, NAMES = 30, 12


def named(titles: int = TITLES) -> Sparse:
    rng = np.random.default_rng(7)
    rows, columns = np.nonzero(rng.random((titles, NAMES)) < 0.2)
    return table(rng.uniform(0.2, 2, len(rows)), rows, columns, (titles, NAMES))


def reference() -> np.ndarray:
    dense = named().toarray().astype(np.float64)
    level = dense / np.maximum(np.linalg.norm(dense, axis=1, keepdims=True), 1e-12)
    squares = (level @ level.T) ** 2
    np.fill_diagonal(squares, 0)
    return squares


def test_relatives_are_all_that_share_a_name_by_squared_cosine_and_never_oneself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kinship_relatives, "CHUNK", 7)
    np.testing.assert_allclose(relatives_of(named()).toarray(), reference(), atol=1e-6)


def test_of_many_relatives_the_nearest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinship_relatives, "MOST", 3)
    monkeypatch.setattr(kinship_relatives, "FEWEST", 3)
    found, whole = relatives_of(named()).toarray(), reference()
    assert ((found > 0).sum(axis=1) <= 3).all()
    for own, every in zip(found, whole, strict=True):
        np.testing.assert_allclose(np.sort(own)[-3:], np.sort(every)[-3:], atol=1e-6)


def test_names_that_too_many_share_make_nobody_a_relative() -> None:
    everybody = np.zeros(TITLES, np.int64)
    pair = np.array([3, 9])
    matrix = table(
        np.ones(TITLES + 2), np.append(np.arange(TITLES), pair), np.append(everybody, [1, 1]), (TITLES, NAMES)
    )
    found = relatives_of(matrix, pairs=1.0).toarray()
    assert set(zip(*np.nonzero(found), strict=True)) == {(3, 9), (9, 3)}
    # the common name still makes a title less alike than one that had no other
    assert found[3, 9] == pytest.approx(0.25)


@pytest.mark.parametrize("titles", [0, 1, 5])
def test_where_nothing_is_named_nobody_has_relatives(titles: int) -> None:
    nothing = np.zeros(0, np.int64)
    found = relatives_of(table(np.zeros(0), nothing, nothing, (titles, NAMES)))
    assert found.shape == (titles, titles)
    assert found.nnz == 0

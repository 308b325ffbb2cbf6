"""Inverses by blocks are inverses."""

from __future__ import annotations

import numpy as np
import pytest

from engine.learning.inverses import SMALL, inverse


@pytest.mark.parametrize("rows", [1, SMALL, SMALL + 1, 2 * SMALL + 3])
@pytest.mark.parametrize(("kind", "off"), [(np.float32, 1e-4), (np.float64, 1e-10)])
def test_times_its_inverse_a_matrix_is_one_and_stays_as_it_was(rows: int, kind: type[np.floating], off: float) -> None:
    drawn = np.random.default_rng(rows).normal(size=(40, rows)).astype(kind)
    matrix = drawn.T @ drawn + 30 * np.eye(rows, dtype=kind)
    before = matrix.copy()
    found = inverse(matrix)
    assert found.dtype == kind
    np.testing.assert_allclose(matrix @ found, np.eye(rows), atol=off)
    np.testing.assert_array_equal(matrix, before)


@pytest.mark.parametrize("people", [1e4, 1e5])
def test_where_thousands_met_the_very_same_it_is_still_an_inverse(people: float) -> None:
    rows = 2 * SMALL + 3
    matrix = np.full((rows, rows), people, np.float32)
    matrix[np.diag_indices(rows)] += np.float32(200)
    np.testing.assert_allclose(matrix.astype(np.float64) @ inverse(matrix), np.eye(rows), atol=0.01)

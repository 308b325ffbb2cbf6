"""What is compiled does what is written, and what is written is what numpy would do slowly."""

from __future__ import annotations

from collections.abc import Callable

import numba
import numpy as np
import pytest

from engine.learning import compiled
from engine.learning.compiled import Sides, Titles
from engine.learning.sparse import table

RNG = np.random.default_rng(8)
MATRIX = table(RNG.normal(size=60), RNG.integers(0, 9, 60), RNG.integers(0, 14, 60), (9, 14))
TABLE = RNG.normal(size=(14, 6)).astype(np.float32)
ROWS, TITLES = np.array([7, 0, 7]), np.array([13, 2, 5])
WEIGHTS = np.array([0.5, -1.0, 2.0], np.float32)
KNOWN = RNG.random(14).astype(np.float32)


def zeros(size: int = 14) -> np.ndarray:
    return np.full(size, 0.25, np.float32)


def listed() -> np.ndarray:
    compiled.add_listed(MATRIX, ROWS, WEIGHTS, onto := zeros())
    np.testing.assert_allclose(onto, 0.25 + WEIGHTS @ MATRIX.toarray()[ROWS], atol=1e-6)
    return onto


def products() -> np.ndarray:
    compiled.add_products(TABLE, TITLES, TABLE[0], onto := zeros())
    np.testing.assert_allclose(onto[TITLES], 0.25 + TABLE[TITLES] @ TABLE[0], atol=1e-5)
    return onto


def along() -> np.ndarray:
    compiled.add_dense_along(TABLE.T.copy(), np.array([1, 4]), WEIGHTS[:2], slice(3, 9), onto := zeros())
    compiled.add_binned_along(WEIGHTS, np.arange(14) % 3, slice(3, 9), onto)
    wanted = 0.25 + WEIGHTS[:2] @ TABLE.T[[1, 4], 3:9] + WEIGHTS[np.arange(3, 9) % 3]
    np.testing.assert_allclose(onto[3:9], wanted, atol=1e-6)
    assert (np.delete(onto, np.arange(3, 9)) == 0.25).all()
    return onto


def mixed() -> np.ndarray:
    known = np.where(np.arange(14) % 3, KNOWN, np.float32(0))
    compiled.add_mixed(TABLE, (TABLE[0], TABLE[1]), known, onto := zeros())
    np.testing.assert_allclose(onto, 0.25 + known * (TABLE @ TABLE[0]) + (1 - known) * (TABLE @ TABLE[1]), atol=1e-5)
    return onto


def met() -> np.ndarray:
    columns = np.where(np.arange(14) % 2, np.arange(14) // 2, -1)
    sides = Sides(np.append(TABLE[:7, 0], np.float32(0)), TABLE[:, 1].copy(), TABLE[:, 2].copy(), np.float32(0.5))
    compiled.meet(sides, Titles(columns, KNOWN), onto := zeros(), 0.1)
    said = np.where(columns >= 0, sides.met[columns], 0)
    wanted = KNOWN * (said + sides.warm) + (1 - KNOWN) * (sides.cold + 0.5)
    np.testing.assert_allclose(onto, 0.1 * (0.25 + wanted), atol=1e-6)
    return onto


def handed_out() -> np.ndarray:
    compiled.hand_out(TABLE[:, 0].copy(), np.array([2, 9]), np.array([5, 0]), KNOWN, onto := zeros())
    np.testing.assert_allclose(onto[[5, 0]], 0.25 + KNOWN[[5, 0]] * TABLE[[2, 9], 0], atol=1e-6)
    assert (np.delete(onto, [5, 0]) == 0.25).all()
    return onto


def in_a_row() -> np.ndarray:
    told = [compiled.in_a_row(np.array(rows, np.int64)) for rows in ([], [4], [4, 5, 6], [4, 6], [6, 5, 4], [4, 4])]
    assert told == [True, True, True, False, False, False]
    return np.array(told, np.float32)


def common() -> np.ndarray:
    compiled.add_common(MATRIX, onto := np.zeros((14, 14), np.float32))
    whole = MATRIX.toarray()
    np.testing.assert_allclose(onto, np.tril(whole.T @ whole), atol=1e-5)
    return onto


def at_column() -> np.ndarray:
    whole = MATRIX.toarray()
    picked = compiled.picked_columns(MATRIX, ROWS, TITLES)
    np.testing.assert_array_equal(picked, whole[np.ix_(ROWS, TITLES)])
    return picked


def highest() -> np.ndarray:
    values = np.array([3, -1, 3, 7, 7, 7, 0, -np.inf], np.float32)
    assert sorted(compiled.highest(values, 3).tolist()) == [3, 4, 5]
    assert set(compiled.highest(values, 4).tolist()) - {3, 4, 5} <= {0, 2}
    assert sorted(compiled.highest(values, 99).tolist()) == list(range(8))
    return np.sort(compiled.highest(values, 5))


LOOPS = [listed, products, along, mixed, met, handed_out, in_a_row, common, at_column, highest]


@pytest.mark.parametrize("loop", LOOPS, ids=[loop.__name__ for loop in LOOPS])
def test_what_is_compiled_does_what_is_written(loop: Callable[[], np.ndarray]) -> None:
    quick = loop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "compiled", lambda function: function)
        np.testing.assert_allclose(loop(), quick, atol=1e-5)


def test_where_nothing_can_be_kept_on_disk_it_is_compiled_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[bool] = []

    def refusing(**options: object) -> object:
        kept.append("cache" in options)
        if kept[-1]:
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: function

    monkeypatch.setattr(numba, "njit", refusing)
    assert compiled.compiled.__wrapped__(compiled.scatter) is compiled.scatter
    assert kept == [True, False]

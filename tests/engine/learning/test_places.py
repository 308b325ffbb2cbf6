"""Figures of sixteen bits say what the figures themselves say."""

from __future__ import annotations

import numpy as np
import pytest

from engine.learning.places import Places

RNG = np.random.default_rng(4)
TABLE = (RNG.normal(size=(101, 21)) * np.linspace(0.1, 3, 21)).astype(np.float32)
TABLE[:, 5] = 0
SIDES = RNG.normal(size=(2, 32)).astype(np.float32)
SIDES[:, 21:] = 7


def both() -> tuple[Places, Places]:
    plain = Places.of(TABLE)
    return plain, plain.brief()


def test_figures_as_they_are_stay_as_they_are() -> None:
    plain, _ = both()
    assert plain.width == 32
    np.testing.assert_array_equal(plain.part(slice(0, 21)), TABLE)
    np.testing.assert_array_equal(plain.some(np.array([3, 99]), slice(4, 9)), TABLE[[3, 99], 4:9])
    assert not plain.part(slice(21, 32)).any()


def test_short_ones_take_half_the_room_and_are_off_by_half_a_step_at_most() -> None:
    plain, brief = both()
    assert brief.values.nbytes * 2 == plain.values.nbytes
    off = np.abs(brief.part(slice(0, 21)) - TABLE)
    assert (off <= np.abs(TABLE).max(axis=0) / 65_534 * 1.01).all()
    np.testing.assert_array_equal(brief.some(np.arange(101), slice(2, 7)), brief.part(slice(2, 7)))


@pytest.mark.parametrize(
    "stretch", [slice(0, 101), slice(40, 41), slice(7, 31), slice(7, 29), slice(3, 10), slice(9, 9)]
)
def test_products_are_those_of_the_table(stretch: slice) -> None:
    known = np.where(np.arange(101) % 3, RNG.random(101), 0).astype(np.float32)[stretch]
    wanted = SIDES[:, :21] @ TABLE[stretch].T
    for places, tolerance in zip(both(), (1e-4, 5e-3), strict=True):
        np.testing.assert_allclose(places.times(SIDES)[:, stretch], wanted, atol=tolerance)
        places.add_mixed(stretch, SIDES, known, onto := np.ones(len(known), np.float32))
        np.testing.assert_allclose(onto, 1 + known * wanted[0] + (1 - known) * wanted[1], atol=tolerance)
        places.add_at(np.array([100, 2]), SIDES[0], onto := np.zeros(101, np.float32))
        np.testing.assert_allclose(onto[[100, 2]], SIDES[0, :21] @ TABLE[[100, 2]].T, atol=tolerance)
        assert np.count_nonzero(onto) == 2


def test_figures_too_small_for_a_step_are_nothing() -> None:
    table = TABLE.copy()
    table[:, 7] = 1e-42
    brief = Places.of(table).brief()
    assert not brief.part(slice(7, 8)).any()
    np.testing.assert_array_equal(brief.part(slice(0, 7)), both()[1].part(slice(0, 7)))

"""What each title of a history adds: nothing is lost on the way, whoever multiplies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from engine.learning import dealing
from engine.learning.components import FAMILIES
from engine.learning.signals import Signals
from tests.engine.learning.test_crowd import EVERY, aligned, history

TITLES = np.array([33, 45, 2, 58])


@cache
def signals() -> Signals:
    return aligned().fold_in(history([*range(0, 40, 2), 41, 59]), EVERY)


def plainly(function: Callable[..., None]) -> Callable[..., None]:
    return function


def test_what_the_titles_of_a_history_add_sums_to_what_is_said() -> None:
    shares = signals().shares(TITLES)
    for family in ("collaborative", "sequence"):
        said = [signals().figures(int(row))[FAMILIES.index(family)] for row in TITLES]
        np.testing.assert_allclose(shares.by_family[FAMILIES.index(family)].sum(axis=1), said, atol=2e-5)
    assert not shares.by_family[FAMILIES.index("popularity")].any()


def test_compiled_or_not_the_shares_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = signals().shares(TITLES)
    monkeypatch.setattr(dealing, "compiled", plainly)
    slow = signals().shares(TITLES)
    np.testing.assert_allclose(slow.by_family, quick.by_family, atol=1e-6)
    np.testing.assert_allclose(slow.tilt, quick.tilt, atol=1e-6)


def test_what_would_be_made_up_is_the_rest_older_titles_and_another_manner() -> None:
    shares = signals().shares(TITLES)
    one, gone = shares.of(2), np.array([3, 12])
    left = np.ones(len(one.back), np.bool_)
    left[gone] = False
    older = left & (one.back > one.back[gone].min())
    taste = one.brought("collaborative") + one.brought("attributes")
    wanted = one.tilt[0, gone].sum() + 2 * (
        dealt(one.brought("sequence")[older].sum(), np.expm1(1 / 4))
        + dealt(taste[older].sum(), 1 / 10)
        + dealt(taste[left].sum(), 1 / len(one.back))
    )
    assert one.made_up(gone) == pytest.approx(float(wanted), abs=1e-5)


def dealt(value: float, share: float) -> float:
    return max(float(value), 0.0) * share


def test_of_an_empty_history_nothing_is_divided() -> None:
    nobody = aligned().fold_in(history([]), EVERY)
    assert nobody.shares(TITLES).by_family.shape == (len(FAMILIES), len(TITLES), 0)

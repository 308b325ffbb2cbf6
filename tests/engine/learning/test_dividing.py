"""What each title of a history adds: nothing is lost on the way, whoever multiplies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from engine.learning import dealing
from engine.learning.components import FAMILIES
from engine.learning.signals import Signals
from tests.engine.learning.test_crowd import aligned, history

TITLES = np.array([33, 45, 2, 58])


@cache
def signals() -> Signals:
    return aligned().fold_in(history([*range(0, 40, 2), 41, 59]))


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


def test_of_an_empty_history_nothing_is_divided() -> None:
    nobody = aligned().fold_in(history([]))
    assert nobody.shares(TITLES).by_family.shape == (len(FAMILIES), len(TITLES), 0)

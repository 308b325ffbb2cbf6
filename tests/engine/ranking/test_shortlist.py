"""The best that are kept of a day tell what a look at all of them would, or that they cannot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scoring.shortlist import LENGTH, Shortlist, shortlist

SIZE = 3 * LENGTH


def masked(total: np.ndarray, *out: np.ndarray) -> np.ndarray:
    left = total.copy()
    for mask in out:
        left[mask] = -np.inf
    return left


def made(seed: int, *, vetoed: bool = True) -> tuple[Shortlist, np.ndarray, np.ndarray, np.ndarray]:
    """A list among four fifths of the titles, their figures, which these are, and what is left out."""
    rng = np.random.default_rng(seed)
    total = rng.permutation(SIZE).astype(np.float32)
    first, veto = rng.random(SIZE) < 0.8, rng.random(SIZE) < 0.1
    if not vetoed:
        veto[:] = False
    return shortlist(masked(total, ~first, veto), first, veto if vetoed else None), total, first, veto


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), share=st.floats(0.3, 1), count=st.integers(1, 400), vetoed=st.booleans())
def test_a_narrower_question_is_told_the_same_as_by_looking_at_all(
    seed: int, share: float, count: int, vetoed: bool
) -> None:
    known, total, first, veto = made(seed, vetoed=vetoed)
    allowed = first & (np.random.default_rng(seed + 1).random(SIZE) < share)
    found = known.best_of(allowed, count)
    assert found is not None
    left = masked(total, ~allowed, veto)
    assert found[0].tolist() == sorted(np.argsort(-left)[:count].tolist())
    assert found[1] == np.count_nonzero(np.isfinite(left)) - count


def test_a_question_that_allows_a_single_further_title_is_not_answered_from_it() -> None:
    known, _, first, _ = made(1)
    allowed = first.copy()
    allowed[np.flatnonzero(~first)[0]] = True
    assert known.best_of(first, 10) is not None
    assert known.best_of(allowed, 10) is None


def test_where_too_few_of_them_are_allowed_it_says_so() -> None:
    known, _, first, _ = made(2)
    allowed = first.copy()
    allowed[known.places[9:]] = False
    assert known.best_of(allowed, 9) is not None
    assert known.best_of(allowed, 10) is None


def test_what_may_have_risen_above_the_last_of_them_is_looked_at() -> None:
    known, total, first, veto = made(4)
    ordered = np.sort(masked(total, ~first, veto))[::-1]
    assert known.edge == ordered[LENGTH - 1]
    risen = replace(known, edge=float(ordered[99]))
    assert risen.best_of(first, 100) is not None
    assert risen.best_of(first, 101) is None


def test_it_is_small() -> None:
    known = made(3)[0]
    assert len(known.places) == LENGTH
    assert known.size == 8 * LENGTH + 2 * SIZE // 8

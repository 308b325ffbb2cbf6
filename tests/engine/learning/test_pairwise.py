"""Pairwise figures: what people like stands above what they do not, for who was there and for who comes later."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.learning import pairwise
from engine.learning.components import leanings, level
from engine.learning.history import History
from engine.learning.log import Log
from engine.learning.pairwise import FIGURES, levelled, pairwise_of
from engine.learning.sparse import Floats, table

TITLES, EACH = 41, 20
"""Two tastes: the first twenty titles and the next. The last is nobody's."""
NOBODYS = 40


def log_of(person: list[int], item: list[int], liking: list[float], people: int = 0) -> Log:
    people = people or max(person, default=-1) + 1
    return Log(
        tuple(f"t{title}" for title in range(TITLES)), tuple(f"p{row}" for row in range(people)),
        np.array(person, np.int32), np.array(item, np.int32), np.array(liking, np.float32),
        np.arange(len(person), dtype=np.float64),
    )  # fmt: skip


def two_tastes(people: int = 60) -> Log:
    rng = np.random.default_rng(1)
    rows = [(row, int(title)) for row in range(people) for title in rng.permutation(EACH)[:12] + row % 2 * EACH]
    return log_of([row for row, _ in rows], [title for _, title in rows], [0.9] * len(rows))


def said(figures: Floats, titles: list[int]) -> Floats:
    """Of every title to who met ``titles``, each alike."""
    weights = level(np.ones(len(titles), np.float32))
    return (weights @ figures[0][titles]) @ figures[1].T


def voices(log: Log) -> Floats:
    return np.ones(len(log.people), np.float32)


@pytest.mark.parametrize("taste", [0, 1])
def test_who_comes_later_is_told_what_those_like_who_began_alike(taste: int) -> None:
    log = two_tastes()
    told = said(pairwise_of(log, voices(log)), [taste * EACH, taste * EACH + 1, taste * EACH + 2])
    own, others = (told[start : start + EACH] for start in (taste * EACH, EACH - taste * EACH))
    assert own.min() > others.max()


def test_nothing_is_said_of_what_nobody_likes() -> None:
    log = two_tastes()
    disliked = log_of([*log.person.tolist(), 59], [*log.item.tolist(), NOBODYS], [*log.liking.tolist(), 0.1])
    assert not pairwise_of(disliked, voices(log))[1, NOBODYS].any()
    assert not pairwise_of(log_of([0, 1], [3, 4], [0.2, 0.3]), np.ones(2, np.float32)).any()
    assert not pairwise_of(log_of([], [], [], people=3), np.ones(3, np.float32)).any()


def test_the_same_log_teaches_the_same() -> None:
    log = two_tastes()
    np.testing.assert_array_equal(pairwise_of(log, voices(log)), pairwise_of(log, voices(log)))


def test_one_person_and_one_title_are_no_reason_to_fail() -> None:
    figures = pairwise_of(log_of([0], [0], [1.0]), np.ones(1, np.float32))
    assert figures.shape == (2, TITLES, FIGURES)
    assert np.isfinite(figures).all()


def test_who_has_no_voice_is_not_heard() -> None:
    log = two_tastes()
    false = [(60 + row, title) for row in range(60) for title in (0, NOBODYS)]
    shouted = log_of(
        [*log.person.tolist(), *(row for row, _ in false)], [*log.item.tolist(), *(title for _, title in false)],
        [*log.liking.tolist(), *[1.0] * len(false)],
    )  # fmt: skip
    said = {voice: pairwise_of(shouted, np.repeat(np.float32([1, voice]), 60))[1, NOBODYS] for voice in (0, 1)}
    assert said[1].any()
    assert not said[0].any()


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 4), st.floats(0, 1, width=32)), min_size=1, max_size=60))
def test_histories_are_read_as_they_are_when_they_are_folded_in(rows: list[tuple[int, float]]) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    person = [row for row, _ in rows]
    item = [sum(other == row for other in person[:place]) for place, row in enumerate(person)]
    log = log_of(person, [title % TITLES for title in item], [liking for _, liking in rows], people=5)
    log = log.only(np.array([title < TITLES for title in item]))
    found = levelled(log).toarray()
    for row in range(5):
        own = log.person == row
        history = History(log.item[own].astype(np.int64), log.liking[own], log.at[own])
        expected = np.zeros(TITLES, np.float32)
        expected[history.rows] = level(leanings(history).all) if own.any() else 0
        np.testing.assert_allclose(found[row], expected, atol=1e-5)


@pytest.mark.parametrize(("people", "titles"), [(1, 1), (7, 40), (40, 7)])
def test_the_regression_is_solved(people: int, titles: int) -> None:
    rng = np.random.default_rng(3)
    dense = np.where(rng.random((people, titles)) < 0.4, rng.random((people, titles)), 0).astype(np.float32)
    rows, columns = np.nonzero(dense)
    wanted = rng.normal(size=(people, 3)).astype(np.float32)
    wanted[:, 1] = 0
    found = pairwise._solved(table(dense[rows, columns], rows, columns, dense.shape), wanted)
    exact = np.linalg.solve(dense @ dense.T + pairwise.RIDGE * np.eye(people), wanted)
    np.testing.assert_allclose(found, exact, atol=2e-3 * np.abs(exact).max())


def test_of_several_models_directions_that_are_but_rounding_are_left_out() -> None:
    rng = np.random.default_rng(5)
    people, titles = (rng.normal(size=(rows, 3)) @ rng.normal(size=(3, 3 * FIGURES)) for rows in (40, 70))
    some, others = pairwise._strongest(people.astype(np.float32), titles.astype(np.float32))
    assert some.shape == (40, FIGURES)
    assert (np.abs(others).max(axis=0) > 0).sum() == 3
    np.testing.assert_allclose(some @ others.T, people @ titles.T, rtol=1e-3, atol=1e-2)

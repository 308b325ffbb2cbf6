"""Beginnings: what was met up to a moment stands beside what was liked after it, and tells those who came as far."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.learning import beginnings
from engine.learning.beginnings import beginnings_of
from engine.learning.components import leanings
from engine.learning.history import History
from engine.learning.log import Log
from engine.learning.neighbours import Neighbours
from engine.learning.sharing import without_people
from engine.learning.sparse import Floats, table
from tests.engine.learning.test_crowd import crowd

TITLES = 40


def log_of(histories: list[list[tuple[int, float]]]) -> Log:
    """Of titles and likings, person by person, in order of time."""
    person = [row for row, own in enumerate(histories) for _ in own]
    entries = [entry for own in histories for entry in own]
    return Log(
        tuple(str(title) for title in range(TITLES)), tuple(str(row) for row in range(len(histories))),
        np.array(person, np.int32), np.array([title for title, _ in entries], np.int32),
        np.array([liking for _, liking in entries], np.float32), np.arange(len(entries), dtype=np.float64),
    )  # fmt: skip


def liked(*titles: int) -> list[tuple[int, float]]:
    return [(title, 0.9) for title in titles]


def found_in(log: Log, trust: Floats | None = None) -> list[tuple[int, set[int], set[int]]]:
    """Whose each is, what had been met and what was liked after it."""
    trust = np.ones(len(log.people), np.float32) if trust is None else trust
    found = beginnings_of(log, np.maximum(log.liking, 0.1), trust)
    met, after = found.met.toarray(), found.liked.toarray()
    return [
        (int(person), set(np.flatnonzero(met[row]).tolist()), set(np.flatnonzero(after[row]).tolist()))
        for row, person in enumerate(found.people)
    ]


def test_a_beginning_stands_beside_what_was_liked_after_it() -> None:
    own = [*liked(*range(6)), (6, 0.2), *liked(7, 8), (9, 0.0), *liked(10, 11)]
    log = log_of([liked(30, 31), own])
    assert found_in(log) == [
        (1, set(range(5)), {5, 7, 8, 10, 11}),
        (1, set(range(9)), {10, 11}),
        (1, set(range(10)), {10, 11}),
    ]


def test_nothing_is_told_by_who_liked_nothing_afterwards() -> None:
    disliked = [(title, 0.1) for title in range(20, 30)]
    assert found_in(log_of([[*liked(*range(5)), *disliked], liked(1), []])) == []


def test_beginnings_are_bounded_in_number_and_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginnings, "MOST", 4)
    monkeypatch.setattr(beginnings, "REACH", 3)
    told = found_in(log_of([liked(*range(20)) for _ in range(5)]))
    assert len(told) == 4
    for _, met, after in told:
        assert max(met) + 1 == min(after)
        assert len(met) == len(after) == 3


def test_who_is_hardly_trusted_takes_hardly_anybodys_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginnings, "MOST", 6)
    trust = np.array([0.001] * 30 + [1, 1], np.float32)
    told = found_in(log_of([liked(*range(20)) for _ in range(32)]), trust)
    assert sum(person >= 30 for person, _, _ in told) >= 5


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.sampled_from((0.1, 0.9)), max_size=TITLES), max_size=6))
def test_before_and_after_never_share_a_title_and_are_of_one_person(likings: list[list[float]]) -> None:
    histories = [list(enumerate(own)) for own in likings]
    for person, met, after in found_in(log_of(histories)):
        wanted = {title for title, liking in histories[person] if liking > 0.5}
        assert met
        assert after
        assert max(met) < min(after)
        assert after == {title for title in wanted if title > max(met)}


def followed(history: list[int], person: int) -> np.ndarray:
    log = log_of([liked(*range(8)), liked(*range(20, 28)), liked(*range(12, 19), 0)])
    soft = table(log.liking, log.person, log.item, (3, TITLES))
    counts = np.bincount(log.item, minlength=TITLES).astype(np.float32)
    people = Neighbours.of(soft, counts, np.zeros(3), np.ones(3, np.float32))
    told = beginnings_of(log, log.liking, np.ones(3, np.float32))
    titles = np.array(history, np.int64)
    lean = leanings(History(titles, np.full(len(titles), 0.9, np.float32), np.arange(len(titles), dtype=np.float64)))
    (term,) = people.beginning(told).following(titles, lean, person).each
    return term.weights @ told.liked.toarray()[term.rows]


def test_what_followed_histories_that_began_alike_is_told() -> None:
    told = followed([0, 1, 2], -1)
    assert set(np.flatnonzero(told).tolist()) == {5, 6, 7}
    assert told[7] > 0


def test_nobody_is_told_by_what_they_began_themselves() -> None:
    assert not followed([0, 1, 2], 0).any()
    assert not followed([], -1).any()


def test_what_leaves_the_house_holds_nobodys_beginnings() -> None:
    assert len(crowd().parts.begun_by)
    shared = without_people(crowd()).parts
    assert (shared.begun.shape[0], shared.followed.shape[0], len(shared.begun_by)) == (0, 0, 0)

"""How a corpus is divided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.report import slices
from engine.evaluation.slices import _arrivals, main
from tests.engine.evaluation.conftest import START, film, rated

SLICES = slices()
CROWD = rated(
    {f"p{n}": [(t, t // 3, 9.0 if (t + n) % 3 else 3.0) for t in range(n % 4, 40)] for n in range(25)}, described=True
)


def every(name: str, corpus: Corpus = CROWD, seed: int = 0) -> tuple[Job, ...]:
    return SLICES[name].divide(corpus, seed)


def test_there_are_those_that_are_reported_and_as_many_for_tuning() -> None:
    assert [own.name for own in SLICES.values() if not own.tuning] == [
        "main", "colditem", "newuser@5", "newuser@10", "random",
    ]  # fmt: skip
    assert {own.name for own in SLICES.values() if own.tuning} == {
        "val", "colditemval", "newuserval@5", "newuserval@10", "randomval",
    }  # fmt: skip


@pytest.mark.parametrize("name", SLICES)
def test_nothing_that_is_to_be_found_is_known_and_a_seed_decides(name: str) -> None:
    jobs = every(name)
    assert any(job.truth for job in jobs)
    for job in jobs:
        for person in job.judged():
            own = person.viewer.id
            known, wanted = {meeting.item_id for meeting in job.train[own]}, job.truth[own]
            assert known
            assert wanted <= set(job.candidates(person)) <= set(job.corpus.open_to(person.viewer)) - known
            assert wanted == {meeting.item_id for meeting in job.held[own] if meeting.liked}
    assert jobs == every(name)
    assert jobs != every(name, seed=1)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=40))
@settings(max_examples=60)
def test_the_last_fifth_is_held_back_and_nothing_of_it_is_learned_from(told: list[tuple[int, bool]]) -> None:
    corpus = rated({"ada": [(n, hour, 9.0 if good else 2.0) for n, (hour, good) in enumerate(told)]})
    (job,) = main.divide(corpus, 0)
    known = job.train["ada"]
    assert len(known) == len(told) - max(1, len(told) // 5)
    if not known:
        assert not job.held
        assert not job.truth
        return
    after = job.held["ada"]
    assert len(after) == max(1, len(told) // 5)
    assert not {meeting.item_id for meeting in known} & {meeting.item_id for meeting in after}
    assert max(meeting.at for meeting in known) <= min(meeting.at for meeting in after)


def test_ties_fall_by_lot_and_not_in_the_order_of_titles() -> None:
    corpus = rated({"ada": [(n, 0, 9.0) for n in range(40)]})
    one, other = (main.divide(corpus, seed)[0].truth["ada"] for seed in (0, 1))
    assert one != other
    assert one != {f"movie:{n}" for n in range(32, 40)}
    order = [meeting.item_id for meeting in main.divide(corpus, 0)[0].train["ada"]]
    assert order != sorted(order)


def test_titles_behind_a_closed_door_are_neither_candidates_nor_to_be_found() -> None:
    corpus = rated({"ada": [(n, n, 9.0) for n in range(10)]})
    closed = Corpus(tuple(replace(item, library_ids=frozenset({"closed"})) for item in corpus.items), corpus.people)
    (job,) = main.divide(closed, 0)
    assert (job.truth, job.held, job.judged()) == ({}, {}, [])
    assert job.candidates(closed.people[0]) == []


def test_the_tuning_slice_sees_nothing_of_what_is_reported_on() -> None:
    (job,), (inner,) = every("main"), every("val")
    for own, wanted in job.truth.items():
        met = {meeting.item_id for meeting in (*inner.train.get(own, ()), *inner.held.get(own, ()))}
        assert not met & wanted


def test_shuffling_keeps_the_moments_and_changes_what_happened_at_them() -> None:
    (job,), (plain,) = every("random"), every("main")
    own = "p0"
    after, before = (sorted(m.at for m in (*known.train[own], *known.held[own])) for known in (job, plain))
    assert after == before
    assert {m.item_id for m in job.held[own]} != {m.item_id for m in plain.held[own]}


@pytest.mark.parametrize("known", [5, 10])
def test_newcomers_keep_their_first_titles_and_everybody_is_new_once(known: int) -> None:
    jobs = (*every(f"newuser@{known}"), *every(f"newuserval@{known}"))
    new = [own for job in jobs for own in job.held]
    assert sorted(new) == sorted(person.viewer.id for person in CROWD.people)
    for job in jobs:
        for person in CROWD.people:
            count = known if person.viewer.id in job.held else len(person.meetings)
            assert len(job.train[person.viewer.id]) == count
            assert max(m.at for m in job.train[person.viewer.id]) <= min(
                (m.at for m in job.held.get(person.viewer.id, ())), default=START.max.replace(tzinfo=START.tzinfo)
            )


def test_nobody_is_known_to_have_met_a_new_title_and_only_those_are_asked_for() -> None:
    (job,), (other,) = every("colditem"), every("colditemval")
    assert job.only
    assert other.only
    assert len(job.only) == len(other.only) == len(CROWD.items) // 10
    assert not job.only & other.only
    assert job.catalogue_size == 4
    assert not {meeting.item_id for own in job.train.values() for meeting in own} & job.only
    assert all(set(job.candidates(person)) == job.only for person in job.judged())
    met = {meeting.item_id for person in CROWD.people for meeting in person.meetings if meeting.liked}
    assert {item_id for wanted in job.truth.values() for item_id in wanted} == job.only & met


def test_only_fully_described_titles_are_drawn_as_new() -> None:
    bare = Corpus((*CROWD.items[:20], *(film(number) for number in range(20, 40))), CROWD.people)
    (job,) = every("colditem", bare)
    assert job.only
    assert job.only <= {item.id for item in bare.items[:20]}


def test_where_no_title_is_described_any_may_be_new() -> None:
    bare = Corpus(tuple(film(number) for number in range(40)), CROWD.people)
    (job,), (other,) = every("colditem", bare), every("colditemval", bare)
    assert job.only
    assert other.only
    assert len(job.only) == len(other.only) == 4
    assert job.truth


def test_of_many_fully_described_titles_a_fixed_number_is_drawn() -> None:
    items = tuple(film(number, described=True) for number in range(_arrivals.ENOUGH))
    (job,) = every("colditem", Corpus(items, CROWD.people))
    assert job.only is not None
    assert len(job.only) == _arrivals.ARRIVED


def test_people_who_then_have_nothing_are_not_judged() -> None:
    corpus = rated({"ada": [(1, 1, 9.0)], "bo": [(n, n, 9.0) for n in range(10)]})
    (job,) = main.divide(corpus, 0)
    assert [person.viewer.id for person in job.judged()] == ["bo"]
    assert [person.viewer.id for person in job.past().people] == ["bo"]


def test_a_stranger_to_all_libraries_is_not_asked() -> None:
    corpus = rated({"ada": [(n, n, 9.0) for n in range(10)]})
    outside = Corpus(corpus.items, (replace(corpus.people[0], viewer=Viewer("ada", "Ada")),))
    assert main.divide(outside, 0)[0].held == {}

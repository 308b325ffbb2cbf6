"""People, what they met, and how that is divided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus, corpus_of, liked, meetings_of
from engine.evaluation.slices.main import SLICE, halves

START = datetime(2020, 1, 1, tzinfo=UTC)
ADA = Viewer("ada", "Ada", library_ids=frozenset({"films"}))


def fact(item: str, hour: int, kind: InteractionKind = InteractionKind.RATING, **figures: float) -> Interaction:
    own = f"{item}:{hour}:{kind}"
    at = START + timedelta(hours=hour)
    return Interaction(own, "ada", f"movie:{item}", kind, at, figures.get("done"), figures.get("rating"))


def item(number: str, library: str = "films") -> Item:
    return Item(f"movie:{number}", MediaType.MOVIE, f"Film {number}", library_ids=frozenset({library} - {""}))


def corpus(*facts: Interaction, shelf: str = "films") -> Corpus:
    return corpus_of([item(str(number), shelf) for number in range(40)], [ADA], facts)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("1", 1, rating=8.0)], True),
        ([fact("1", 1, rating=7.0)], False),
        ([fact("1", 1, InteractionKind.WATCH, done=0.9)], True),
        ([fact("1", 1, InteractionKind.WATCH, done=0.5)], False),
        ([fact("1", 1, InteractionKind.SEEN)], True),
        ([fact("1", 1, InteractionKind.WATCH, done=1.0), fact("1", 2, InteractionKind.DISLIKE)], False),
        ([fact("1", 1, InteractionKind.WATCH, done=1.0), fact("1", 2, rating=3.0)], False),
        ([fact("1", 1, rating=3.0), fact("1", 2, InteractionKind.LIKE)], True),
        ([fact("1", 1, rating=9.0), fact("1", 2, InteractionKind.WATCH, done=0.1)], True),
    ],
)
def test_what_was_said_last_decides_and_else_whether_it_was_finished(facts: list[Interaction], expected: bool) -> None:
    assert liked(facts) is expected


def test_saving_and_waving_on_is_not_meeting() -> None:
    assert meetings_of([fact("1", 1, InteractionKind.SAVE), fact("2", 2, InteractionKind.SKIP)]) == ()
    later = meetings_of([fact("1", 1, InteractionKind.SAVE), fact("1", 5, rating=9.0)])
    assert later[0].at == START + timedelta(hours=5)
    assert len(later[0].facts) == 2


def test_facts_of_unknown_titles_and_people_are_left_out() -> None:
    stranger = Interaction("x", "eve", "movie:1", InteractionKind.SEEN, START)
    made = corpus(fact("1", 1, rating=9.0), fact("999", 2, rating=9.0), stranger)
    assert [(person.viewer.id, len(person.meetings)) for person in made.people] == [("ada", 1)]


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=40))
@settings(max_examples=60)
def test_the_last_fifth_is_held_back_and_nothing_of_it_is_learned_from(told: list[tuple[int, bool]]) -> None:
    facts = [fact(str(n), hour, rating=9.0 if good else 2.0) for n, (hour, good) in enumerate(told)]
    made = corpus(*facts)
    before, after = halves(made.people[0], np.random.default_rng(3))
    assert len(after) == max(1, len(told) // 5)
    assert len(before) + len(after) == len(told)
    assert not {meeting.item_id for meeting in before} & {meeting.item_id for meeting in after}
    assert max((meeting.at for meeting in before), default=START) <= min(meeting.at for meeting in after)
    job = SLICE.divide(made, np.random.default_rng(3))
    assert job.truth.get("ada", frozenset()) == {meeting.item_id for meeting in after if meeting.liked}
    known = {meeting.item_id for meeting in before}
    assert set(job.candidates(made.people[0])) == {f"movie:{n}" for n in range(40)} - known


def test_the_same_seed_divides_the_same_and_ties_fall_by_lot() -> None:
    made = corpus(*[fact(str(number), 0, rating=9.0) for number in range(40)])
    one, same, other = (SLICE.divide(made, np.random.default_rng(seed)).truth["ada"] for seed in (1, 1, 2))
    assert one == same != other
    assert one != {f"movie:{number}" for number in range(32, 40)}


def test_what_happened_to_an_earlier_title_after_the_cut_is_not_known() -> None:
    facts = [fact(str(number), number, InteractionKind.WATCH, done=0.3) for number in range(10)]
    made = corpus(*facts, fact("0", 100, rating=10.0))
    before, _ = halves(made.people[0], np.random.default_rng(1))
    assert [len(meeting.facts) for meeting in before] == [1] * 8
    assert not before[0].liked


def test_titles_behind_a_closed_door_are_neither_candidates_nor_to_be_found() -> None:
    facts = [fact(str(number), number, rating=9.0) for number in range(10)]
    job = SLICE.divide(corpus(*facts, shelf="closed"), np.random.default_rng(1))
    assert job.truth == {}
    assert job.judged() == []
    assert job.candidates(job.corpus.people[0]) == []

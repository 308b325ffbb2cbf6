"""People and what they met."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType
from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus, as_of, corpus_of, liked, meetings_of, moved, natural

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


def test_titles_and_people_are_in_the_order_of_their_numbers() -> None:
    viewers = [Viewer(f"person-{number}", "x") for number in (10, 9, 100)]
    facts = [Interaction(viewer.id, viewer.id, "movie:2", InteractionKind.SEEN, START) for viewer in viewers]
    made = corpus_of([item(str(number)) for number in (10, 9, 2)], viewers, facts)
    assert [known.id for known in made.items] == ["movie:2", "movie:9", "movie:10"]
    assert [person.viewer.id for person in made.people] == ["person-9", "person-10", "person-100"]


@given(st.lists(st.text(max_size=40)))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    keys = [natural(name) for name in sorted(names, key=natural)]
    assert keys == sorted(keys)


def test_what_was_said_later_was_not_known_then() -> None:
    (meeting,) = meetings_of([fact("1", 1, InteractionKind.WATCH, done=0.3), fact("1", 9, rating=10.0)])
    assert meeting.liked
    then = as_of(meeting, START + timedelta(hours=2))
    assert (len(then.facts), then.liked) == (1, False)
    assert as_of(meeting, START + timedelta(hours=9)) is meeting


def test_a_meeting_moves_with_all_that_belongs_to_it() -> None:
    ended = START + timedelta(hours=3)
    watch = Interaction("w", "ada", "movie:1", InteractionKind.WATCH, START + timedelta(hours=1), 1.0, ended_at=ended)
    (meeting,) = meetings_of([watch, fact("1", 5, rating=9.0)])
    then = moved(meeting, START + timedelta(hours=11))
    assert [known.at for known in then.facts] == [START + timedelta(hours=hours) for hours in (11, 15)]
    assert then.facts[0].ended_at == ended + timedelta(hours=10)
    assert then.facts[1].ended_at is None
    assert moved(meeting, meeting.at) is meeting

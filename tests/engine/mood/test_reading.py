"""What holds for every request: nothing raises, nothing forbidden shows, the later wins, and it is said back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.genres import GENRES
from engine.domain.query import Filters
from engine.mood.read import read_mood
from engine.mood.request import MoodRequest
from engine.mood.tones import TONES
from engine.search.titles import TitleIndex
from tests.engine.mood.asking import THIS_YEAR, facts, read
from tests.engine.mood.test_examples import EXAMPLES
from tests.engine.search.shelf import INDEX, SHELF, key

pytestmark = pytest.mark.untraced

PIECES = sorted({word for text, _ in EXAMPLES for word in text.split()})
requests = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
HOSTILE = [
    "like " * 1_000, '"a" ' * 1_250, "not " * 1_250, "a " * 2_500, "x" * 5_000, "1" * 5_000, "90 " * 1_600, "'" * 5_000,
    '"' * 5_000, "( " * 2_500, "between 90 and " * 330, "Tom Hanks " * 500, "Alien meets " * 400, "by Xyz " * 700,
    "\u202e" * 5_000, "😀 " * 2_500, "é" * 5_000, "-".join("x" * 2_500), "like Foo and " * 380,
    "1h" * 2_500, "\u0000" * 5_000,
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), requests))
def test_no_text_raises_and_every_answer_is_sound(text: str) -> None:
    request = read(text)
    low, high = request.filters.runtime_from, request.filters.runtime_to
    assert low is None or high is None or low <= high
    first, last = request.filters.year_from, request.filters.year_to
    assert first is None or last is None or first <= last
    assert not {t.name for t in request.wanted} & {t.name for t in request.unwanted}
    assert not request.filters.genres & request.filters.exclude_genres or request.family
    assert set(request.genres_up) | set(request.genres_down) <= set(GENRES)
    assert not set(request.references) & set(request.unlike)
    assert not request.filters.people & request.exclude_people
    assert all(word in text for word in request.residual.split())


@settings(max_examples=150, deadline=None)
@given(text=requests, hidden=st.sets(st.sampled_from([item.id for item in SHELF])))
def test_a_hidden_title_reads_as_an_unknown_one(text: str, hidden: set[str]) -> None:
    without = TitleIndex.build([item for item in SHELF if item.id not in hidden])
    seen = read_mood(text, INDEX, lambda item_id: item_id not in hidden, this_year=THIS_YEAR)
    assert seen == read_mood(text, without, None, this_year=THIS_YEAR)
    assert not hidden & {*seen.references, *seen.unlike}


def test_a_forbidden_reference_is_named_back_as_unknown() -> None:
    request = read_mood("like Parasite but funnier", INDEX, lambda item: key(item) != "parasite", this_year=THIS_YEAR)
    assert request.references == ()
    assert request.unknown_references == ("Parasite",)
    assert [tone.name for tone in request.wanted] == ["funny"]


def test_a_person_of_forbidden_titles_alone_is_not_known() -> None:
    assert read("with Tom Hanks").filters.people == {"Tom Hanks"}
    forbidden = {"big", "gump"}
    request = read_mood("with Tom Hanks", INDEX, lambda item: key(item) not in forbidden, this_year=THIS_YEAR)
    assert request.filters.people == frozenset()
    assert request.residual == "Tom Hanks"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_texts_are_read_without_complaint(text: str) -> None:
    assert isinstance(read(text), MoodRequest)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("like Parasite but funnier, under 100 minutes", ("Parasite", "funnier", "under 100 minutes")),
        ("nothing sad or violent", ("nothing sad", "nothing violent")),
        ("weniger brutal, ohne Horror", ("weniger brutal", "ohne Horror")),
        ("plus d'action, avec Penélope Cruz", ("plus d'action", "Penélope Cruz")),
        ("not by Tarantino", ("not by Tarantino",)),
        ("not like Alien", ("not like Alien",)),
        ("early 90s, for my 8 year old", ("early 90s", "8 year old")),
        ("gothic lighthouse keepers", ()),
    ],
)
def test_what_was_understood_is_said_back_as_typed(text: str, understood: tuple[str, ...]) -> None:
    assert read(text).understood == understood


def test_references_keep_the_order_in_which_they_were_named() -> None:
    request = read("like Oldboy, Parasite and Alien")
    assert [key(item) for item in request.references] == ["oldboy", "parasite", "alien"]


def test_an_empty_request_is_known_to_be_one() -> None:
    for text in ("", "   ", "something please", "🎬", "bitte etwas für heute Abend"):
        assert not read(text).has_meaning, text
    assert read("lighthouse").has_meaning
    assert read("like Foobarski").has_meaning
    assert read("").subject_text == read("").tone_text == ""
    assert read("") == MoodRequest()


def test_the_text_to_embed_says_tones_and_subjects_in_english() -> None:
    request = read("ein lustiger Film mit Zeitreise und Leuchtturm")
    text = f"{request.subject_text}. {request.tone_text}"
    assert "Leuchtturm" in text
    assert "time travel" in text
    assert TONES["funny"].sentence in text


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert facts(read("funny, " + "x " * 3_000 + "no horror"))["want"] == {"funny"}
    assert read("funny, " + "x " * 3_000 + "no horror").filters.exclude_genres == frozenset()


def test_children_are_spared_harshness_unless_it_is_asked_for() -> None:
    assert {tone.name for tone in read("scary, for the kids").unwanted} == {"violent", "bleak"}
    assert {tone.name for tone in read("scary, for the kids").wanted} == {"scary"}


def test_nothing_is_understood_where_nothing_is_meant() -> None:
    assert read("gothic lighthouse keepers").filters == Filters()


def test_what_was_asked_for_is_kept_in_the_words_it_was_typed_in():
    found = read("comme Arrival mais plus drôle, un film douillet pour jour de pluie, rien de triste")
    assert found.typed["funny"] == "plus drôle"
    assert found.typed["sad"] == "rien de triste"
    assert "sad" in {tone.name for tone in found.unwanted}
    assert found.typed["cozy"] == "douillet", "the first of two words for the same stays"


def test_what_is_spared_the_children_was_never_typed():
    found = read("for the kids")
    assert {"violent", "scary", "bleak"} <= {tone.name for tone in found.unwanted}
    assert set(found.typed) == {"Family"}

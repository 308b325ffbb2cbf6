"""Answers fit what a platform can show, and lose nothing that can be said another way."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fitting import fit, split_text, trim, typed, visible
from bot.vocabulary import Action, Answer, Capabilities, Card, Choice, Picture, Progress, Text

RICH = Capabilities(buttons=True, edit=True, images=True, extras=frozenset({"toast"}))
POOR = Capabilities(links=False, message_length=60, actions_per_message=2)
CARD = Card(
    "movie:1",
    "Parasite",
    "2019 · Film",
    "Because.",
    match="92 %",
    synopsis="A family. " * 20,
    badges=("new", "here"),
    number=2,
    poster_url="http://p",
    page_url="http://q",
    actions=(Action("Like", "like:slate-0000000:2"), Action("Page", url="http://q")),
)


def test_a_rich_platform_gets_the_answer_as_it_is() -> None:
    answer = Answer(
        (CARD, Picture("http://p", "chart")), actions=(Action("More", "more:x"),), toast="Hi", replaces=True
    )
    assert fit(answer, RICH) == answer


def test_without_buttons_choices_are_numbered_after_the_cards_and_buttons_become_words() -> None:
    answer = Answer(
        (CARD, Choice("Which?", (Action("Dune", "a:1"), Action("Saw", "a:2")))), actions=(Action("More!", "more:x"),)
    )
    fitted = fit(answer, Capabilities())
    card, choice = fitted.parts
    assert isinstance(card, Card)
    assert isinstance(choice, Choice)
    assert [action.label for action in card.actions] == ["like 2", "Page"]
    assert [action.label for action in choice.actions] == ["3 · Dune", "4 · Saw"]
    assert fitted.actions[0].label == "more"


def test_numbers_run_on_over_several_choices() -> None:
    choice = Choice("Which?", tuple(Action(str(n), f"a:{n}") for n in range(5)))
    fitted = fit(Answer((choice, choice)), Capabilities(actions_per_message=2))
    labels = [
        action.label.partition(" ")[0] for part in fitted.parts if isinstance(part, Choice) for action in part.actions
    ]
    assert labels == [str(n) for n in range(1, 11)]


def test_a_long_row_of_choices_is_split_not_cut() -> None:
    choice = Choice("Which?", tuple(Action(str(n), f"a:{n}") for n in range(7)))
    parts = fit(Answer((choice,)), Capabilities(buttons=True, actions_per_message=3)).parts
    assert [len(part.actions) for part in parts if isinstance(part, Choice)] == [3, 3, 1]


def test_without_edits_a_word_in_passing_stands_for_the_edited_card() -> None:
    fitted = fit(Answer((CARD,), toast="Noted.", replaces=True), Capabilities())
    assert fitted.parts == (Text("Noted."),)
    assert not fitted.replaces
    assert fitted.toast == ""


def test_without_toasts_the_word_comes_first_but_after_what_is_edited() -> None:
    able = Capabilities(buttons=True, edit=True)
    assert fit(Answer((CARD,), toast="Noted."), able).parts == (Text("Noted."), CARD)
    assert fit(Answer((CARD,), toast="Noted.", replaces=True), able).parts == (CARD, Text("Noted."))


def test_pictures_become_links_and_without_links_words() -> None:
    picture = Answer((Picture("http://p", "chart"),))
    assert fit(picture, Capabilities()).parts == (Text("chart\nhttp://p"),)
    assert fit(picture, Capabilities(links=False)).parts == (Text("chart"),)


def test_without_links_a_card_has_none() -> None:
    (card,) = fit(Answer((CARD,)), POOR).parts
    assert isinstance(card, Card)
    assert (card.poster_url, card.page_url) == (None, None)
    assert [action.url for action in card.actions] == [None]


@pytest.mark.parametrize("length", range(20, 220, 13))
def test_a_card_gives_up_its_synopsis_first_and_always_fits(length: int) -> None:
    (card,) = fit(Answer((CARD,)), Capabilities(message_length=length)).parts
    assert isinstance(card, Card)
    told = (card.title, card.facts, card.match, card.reason, card.synopsis, *card.badges)
    assert card.title
    if length >= 60:
        assert sum(map(len, told)) <= length
        assert card.title == "Parasite"
    assert not card.synopsis or card.reason == "Because."


def test_progress_is_trimmed() -> None:
    assert fit(Answer((Progress("x " * 200),)), POOR).parts == (Progress(trim("x " * 200, 60)),)


@given(st.text(), st.integers(1, 80))
def test_trimmed_text_is_short_enough_and_a_beginning(text: str, length: int) -> None:
    cut = trim(text, length)
    assert len(cut) <= length
    assert text.startswith(cut.removesuffix("…"))


def test_text_is_cut_at_word_borders_and_never_within_an_emoji() -> None:
    assert trim("one two three four", 12) == "one two…"
    family = "👩‍👩‍👧‍👦"
    assert trim("x" + family * 3, 10) == "x" + family + "…"
    assert trim("anything", 0) == ""


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400), st.integers(4, 60))
@settings(max_examples=80)
def test_split_text_loses_no_letter(text: str, length: int) -> None:
    pieces = split_text(text, length)
    assert all(len(piece) <= length for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_text_is_split_between_paragraphs_before_words() -> None:
    assert split_text("one two\n\nthree four five", 18) == ["one two", "three four five"]
    assert split_text("", 10) == [""]


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Why?", "why"),
        ("Gefällt mir", "gefällt mir"),
        ("Pourquoi\N{NO-BREAK SPACE}?", "pourquoi"),
        ("J’aime", "j’aime"),
    ],
)
def test_a_button_is_typed_by_its_label(label: str, word: str) -> None:
    assert typed(Action(label, "x:1"), 3).label == f"{word} 3"


def test_visible_text_keeps_letters_and_lines_and_nothing_that_steers() -> None:
    assert visible("a\x1b[2J\tb\r\nc\u202ed\u200d") == "a[2J b\ncd\u200d"


def test_nothing_that_steers_counts_as_printable() -> None:
    printable = [chr(sign) for sign in range(sys.maxunicode + 1) if chr(sign).isprintable()]
    line, block = "".join(printable), "\n".join(printable)
    assert visible(f"{line}\u202e") == line  # one such sign, so that each is looked at by itself
    assert visible(block) == block
    assert visible("1\u202f000\u00a0€\n\u2009!") == "1\u202f000\u00a0€\n\u2009!"

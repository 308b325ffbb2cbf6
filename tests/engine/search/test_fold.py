"""Bringing titles into one comparable form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.search.fold import (
    fold,
    split_year,
    with_arabic_numbers,
    with_article_in_front,
    without_article,
    without_bracketed_year,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Amélie", "amelie"), ("Die Straße", "die strasse"), ("Fast & Furious", "fast and furious"),
        ("WALL·E", "wall e"),
        ("S.W.A.T.", "swat"), ("V/H/S", "vhs"), ("Ocean's Eleven", "oceans eleven"),
        ("Ocean’s Eleven", "oceans eleven"),
        ("Spider-Man", "spider man"), ("8½", "8 1 2"), ("8 1/2", "8 1 2"), ("Æon Flux", "aeon flux"), ("Øst", "ost"),
        ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("a\u200bb", "ab"), ("a\u0000b", "a b"), ("ﬁlm", "film"),
        ("…", "..."),
        ("\u202e", ""), ("", ""), ("हिन्दी", "हिनदी"),
    ],
)  # fmt: skip
def test_accents_signs_and_case_do_not_matter(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=400))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once or len(once) >= 300 or not any(c.isalnum() for c in once)
    assert once == once.strip()
    assert "\0" not in once


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("The Matrix", "Matrix"), ("Matrix, The", "Matrix"), ("L'Avventura", "Avventura"), ("L’Avventura", "Avventura"),
        ("Les Misérables", "Misérables"), ("The", "The"), ("Das Boot", "Boot"), ("Un prophète", "prophète"),
        ("Alien", "Alien"),
        ("El laberinto del fauno", "laberinto del fauno"), ("Il postino", "postino"), ("L'", "L'"),
    ],
)  # fmt: skip
def test_articles_of_five_languages_are_left_out(typed: str, bare: str) -> None:
    assert without_article(typed) == bare


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        ("Matrix, The", "The Matrix"),
        ("Avventura, L'", "L'Avventura"),
        ("Good, the Bad", "Good, the Bad"),
        (", The", ", The"),
    ],
)
def test_an_article_at_the_end_comes_to_the_front(typed: str, put: str) -> None:
    assert with_article_in_front(typed) == put


@pytest.mark.parametrize(
    ("folded", "arabic"),
    [
        ("rocky ii", "rocky 2"), ("rocky 2", "rocky 2"), ("the godfather part ii", "the godfather 2"),
        ("part 2", "part 2"),
        ("kill bill vol 2", "kill bill 2"), ("seven samurai", "7 samurai"), ("v for vendetta", "v for vendetta"),
        ("star wars episode iv a new hope", "star wars 4 a new hope"), ("dune part two", "dune 2"), ("alien", "alien"),
    ],
)  # fmt: skip
def test_numbers_are_brought_to_digits(folded: str, arabic: str) -> None:
    assert with_arabic_numbers(folded) == arabic


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("dune 1984", ("dune", 1984)), ("Dune (2021)", ("Dune", 2021)), ("Dune, 2021", ("Dune", 2021)),
        ("1984", ("1984", None)),
        ("Blade Runner 2049", ("Blade Runner", 2049)), ("Room 237", ("Room 237", None)), ("", ("", None)),
        ("[1984]", ("[1984]", None)), ("12021", ("12021", None)),
    ],
)  # fmt: skip
def test_a_year_at_the_end_is_told_apart(typed: str, parts: tuple[str, int | None]) -> None:
    assert split_year(typed) == parts


def test_only_a_year_in_brackets_is_taken_out_of_a_title() -> None:
    assert without_bracketed_year("Dune (1984)") == "Dune"
    assert without_bracketed_year("Blade Runner 2049") == "Blade Runner 2049"
    assert without_bracketed_year("(1984)") == "(1984)"

"""Numbers written as words."""

from __future__ import annotations

import pytest

from engine.mood.numbers import read_number
from engine.mood.words import words_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("90", 90), ("ninety", 90), ("twenty-five", 25), ("a hundred", 100), ("one hundred and twenty", 120),
        ("hundred twenty", 120), ("two hundred", 200), ("one twenty", 120), ("neunzig", 90), ("hundertzwanzig", 120),
        ("einhundertzwanzig", 120), ("zweiundneunzig", 92), ("dreißig", 30), ("zwölf", 12), ("fünf", 5),
        ("quatre-vingt-dix", 90), ("quatre-vingts", 80), ("quatre vingt", 80), ("soixante-dix", 70),
        ("soixante et onze", 71),
        ("vingt et un", 21), ("cent vingt", 120), ("deux cents", 200), ("dix-sept", 17),
        ("quatre-vingt-dix-neuf", 99), ("eine", 1),
    ],
)  # fmt: skip
def test_a_number_is_read_whole(text: str, value: int) -> None:
    words = words_of(text)
    assert read_number(words, 0) == (value, len(words))


@pytest.mark.parametrize("text", ["hello", "", "12345", "٣"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_number(words_of(text), 0) is None


def test_a_number_ends_where_its_words_end() -> None:
    assert read_number(words_of("ninety minutes"), 0) == (90, 1)
    assert read_number(words_of("ninety"), 5) is None

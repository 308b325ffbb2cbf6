from __future__ import annotations

import pytest

from engine.mood.subjects import subjects_in

KEYWORDS = {
    name: place for place, name in enumerate(["robot", "robots", "time loop", "city", "bank robbery", "über-mensch"])
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("robot", {"robot": ("robot", "robots")}),
        ("Robots!", {"Robots": ("robots", "robot")}),
        ("a time loop in a city", {"time loop": ("time loop",), "city": ("city",)}),
        ("cities", {"cities": ("city",)}),
        ("the bank robbery", {"bank robbery": ("bank robbery",)}),
        ("nothing here", {}),
        ("", {}),
    ],
)
def test_words_left_over_name_subjects_of_the_catalogue(text, found):
    assert subjects_in(text, KEYWORDS) == found


def test_a_long_text_gives_a_few_subjects_and_no_trouble():
    assert len(subjects_in("robot city " * 5_000, KEYWORDS)) <= 6

from __future__ import annotations

import pytest

from engine.mood.subjects import speaks_plainly, subjects_in

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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a quiet film about two old friends", True),
        ("etwas mit viel Musik und wenig Worten", True),
        ("une histoire vraie dans la montagne", True),
        ("swashbuckling robots", True),
        ("qwlrm vbnty zzyzx", False),
        ("algo divertido y corto", False),
        ("algo de miedo", False),
        ("divertente e corto", False),
        ("ちょっと怖い映画が見たい", False),
        ("что-нибудь весёлое", False),
        ("?!", False),
        ("", False),
    ],
)
def test_words_that_are_read_are_told_from_those_that_are_not(text, plain):
    assert speaks_plainly(text, KEYWORDS) is plain

"""Titles that try to spoil the sentence around them."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n.typography import harmless, has_right_to_left, one_line, settled, shortened

FSI, PDI, OVERRIDE = "\u2068", "\u2069", "\u202e"


def test_a_title_that_turns_the_line_around_loses_that_power() -> None:
    assert harmless(f"Evil {OVERRIDE}txt.exe") == "Evil txt.exe"


def test_isolates_that_balance_are_kept_and_others_go() -> None:
    assert harmless(f"{FSI}שלום{PDI}") == f"{FSI}שלום{PDI}"
    assert harmless(f"{PDI}שלום{FSI}") == "שלום"
    assert harmless(f"שלום{FSI}") == "שלום"


def test_plain_text_carries_no_direction_marks() -> None:
    assert settled(f"Amélie {FSI}und{PDI} Ich") == "Amélie und Ich"


def test_text_with_a_right_to_left_title_keeps_its_marks() -> None:
    mixed = f"Close to “{FSI}ואלס עם באשיר{PDI}”"
    assert settled(mixed) == mixed


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "a ١ b"])
def test_right_to_left_is_recognised(text: str) -> None:
    assert has_right_to_left(text)


@pytest.mark.parametrize("text", ["", "Alien", "パラサイト", "Паразиты", "🎬 Köln"])
def test_left_to_right_is_recognised(text: str) -> None:
    assert not has_right_to_left(text)


def test_a_title_becomes_one_line() -> None:
    assert one_line("  A\nB\t\x00C  D ") == "A B C D"


def test_a_long_title_is_cut_at_a_word() -> None:
    assert shortened("The Assassination of Jesse James", 20) == "The Assassination…"


def test_a_long_title_without_spaces_is_cut_all_the_same() -> None:
    assert shortened("x" * 300, 20) == "x" * 19 + "…"


@settings(max_examples=80)
@given(st.text(max_size=200), st.integers(2, 60))
def test_a_shortened_title_never_exceeds_its_length_nor_breaks_a_line(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut) <= most
    assert "\n" not in cut
    assert "  " not in cut


def test_no_sign_of_unicode_that_is_written_from_right_to_left_is_missed() -> None:
    missed = [
        hex(sign)
        for sign in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(sign)) in {"R", "AL", "AN"} and not has_right_to_left(f"a {chr(sign)} b")
    ]
    assert missed == []

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.discord.escaping import calm, escape, escaped_within, isolated, pieces, plain_within
from adapters.chat.discord.limits import size
from tests.fakes.discord.people import literal

OWN = "http://127.0.0.1:8420"
LIVE = re.compile(r"(?<!\\)(?:\\\\)*([*_~`|\[\]@]|<(?!http))")
NASTY = st.text(alphabet="*_~`|>#-+.<>@:/[]()\\ \n1aé万א\u202e\u2068👩\u200d", max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "*bold* _thin_ __under__ ~~gone~~ `code` ||hidden|| ***",
        "# heading",
        "### heading",
        "-# small print",
        "> quoted",
        ">>> all quoted",
        "- item\n* item\n+ item\n1. item\n  2) item",
        "<@1> <@!1> <@&1> <#1> </play:1> <t:1700000000:R> <:name:1> <a:name:1> <id:guide>",
        "@everyone and @here",
        "[click me](https://evil.example) ![x](https://evil.example)",
        "https://evil.example/_a_ http://x.example discord.gg/abc steam://run",
        ":smile: :+1: 12:30",
        "back\\slash \\* ends \\",
        "```py\nprint(1)\n```",
    ],
)
def test_a_text_is_shown_as_it_is_written(text: str) -> None:
    shown = escape(text, OWN)
    assert literal(shown) == text
    assert not LIVE.search(shown)
    assert not re.search(r"(?m)^\s*(#|>|-|\+|\d+[.)]\s)", shown)
    assert not re.search(r"https?://|discord\.gg|(?<!\\):(smile|\+1):", shown)


def test_addresses_of_our_own_page_stay_links_without_a_preview() -> None:
    shown = escape(f"Look: {OWN}/item/movie_1?a_b=*. And {OWN}.", OWN)
    assert f"<{OWN}/item/movie_1?a_b=*>." in shown
    assert f"<{OWN}>." in shown


def test_a_host_that_only_begins_like_ours_is_no_link() -> None:
    assert "<" not in escape(f"{OWN.removesuffix('8420')}1 x", OWN)
    assert f"<{OWN}>" not in escape(f"{OWN}.evil.example/x and {OWN}0/x", OWN)


def test_a_title_from_right_to_left_turns_nothing_around_it() -> None:
    assert isolated("ואלס עם באשיר") == "\u2068ואלס עם באשיר\u2069"
    assert isolated("\u2068ואלס\u2069") == "\u2068ואלס\u2069"
    assert isolated("\u202egnorts") == "gnorts"
    assert isolated("plain \u2069title") == "plain title"


@given(NASTY)
def test_whatever_is_escaped_is_read_as_it_was(text: str) -> None:
    assert literal(escape(text)) == calm(text)
    assert not LIVE.search(escape(text))


@given(NASTY, st.integers(min_value=2, max_value=40))
def test_what_is_made_to_fit_fits_and_stays_harmless(text: str, length: int) -> None:
    shown = escaped_within(text, length)
    assert size(shown) <= length
    assert not LIVE.search(shown)
    assert size(plain_within(text, length)) <= length


@pytest.mark.parametrize(
    "words", ["word " * 2_000, "*" * 5_000, "万引き家族" * 2_000, "👩‍👩‍👧‍👦" * 2_000, "\\*" * 2_500]
)
def test_a_long_text_comes_in_pieces_that_lose_nothing(words: str) -> None:
    told = list(pieces(words, 2_000))
    assert all(0 < size(piece) <= 2_000 for piece in told)
    assert "".join(map(literal, told)).replace(" ", "") == words.replace(" ", "")
    assert not any(piece.startswith("\u200d") or piece.endswith("\u200d") for piece in told)

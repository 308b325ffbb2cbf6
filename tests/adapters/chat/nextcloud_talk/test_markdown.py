"""Whatever a title is made of is shown as it is, and calls nobody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from adapters.chat.nextcloud_talk.markdown import ISOLATE, JOINER, RELEASE, escape, line
from bot.fitting import visible
from tests.conversations.household import HOSTILE
from tests.fakes.talk.rooms import LINK, Written

SIGNS = st.text(alphabet="ab1 .-+*_~`#>|[]()<>!&;:/@\\=\"'\n{}", max_size=40)
READER = MarkdownIt("gfm-like", {"linkify": False, "breaks": True})


def shown(source: str) -> tuple[str, set[str]]:
    """What a reader of markdown makes of it: the words, and which markup is in it."""
    words: list[str] = []
    kinds: set[str] = set()

    def walk(tokens: list[Token]) -> None:
        for token in tokens:
            if token.children:
                walk(token.children)
            elif token.type == "text":
                words.append(token.content)
            elif token.type in {"softbreak", "hardbreak", "paragraph_close"}:
                words.append("\n")
            elif token.type not in {"paragraph_open", "inline"}:
                kinds.add(token.type)

    walk(READER.parse(source))
    return "".join(words), kinds


def bare(text: str) -> str:
    return " ".join(text.replace(JOINER, "").replace(ISOLATE, "").replace(RELEASE, "").split())


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE.values(), "**bold** _it_ ~~gone~~ `code`", "# Heading", "> quote", "- list", "1. one", "1999. A Year",
        "[link](https://evil.example)", "![x](https://evil.example/x.png)", "<https://evil.example>", "<b>html</b>",
        "a | b\n--|--\n1 | 2", "    indented", "```\nfence\n```", "~~~\nfence", "Heading\n===", "Heading\n---",
        "&amp; &#42;", "\\*", "[A2B1]", "snake_case_name", "***", "* * *", "+ plus", "$#*! My Dad Says",
        "Se7en (1995) *", "- [ ] task",
    ],
)  # fmt: skip
def test_it_is_shown_as_it_is(text: str) -> None:
    words, kinds = shown(escape(text))
    assert bare(words) == bare(visible(text))
    assert not kinds
    words, kinds = shown(f"**1 · {line(text)}** [K7F1]")
    assert kinds <= {"strong_open", "strong_close"}
    assert len(kinds) == 2
    assert bare(words) == bare(f"1 · {' '.join(visible(text).split())} [K7F1]")


@settings(max_examples=300, deadline=None)
@given(SIGNS)
def test_no_signs_make_markup(text: str) -> None:
    words, kinds = shown(escape(text))
    assert not kinds
    assert bare(words) == bare(visible(text))


@pytest.mark.parametrize(
    "text",
    ["@all", "@here", '@"all"', "@anna", "hello @anna!", '@"guest/abc123"', '@"group/admins"', "x@y.example", "@@all"],
)
def test_nobody_is_mentioned(text: str) -> None:
    for source in (escape(text), line(text), f"**1 · {line(text)}**"):
        assert Written(1, "bots/x", "Bot", text).mentions or "x@y" in text
        assert not Written(1, "bots/x", "Bot", source).mentions


def test_no_address_but_ours_becomes_a_link() -> None:
    text = "see https://evil.example/x, www.evil.example and https://our.example/item/1."
    escaped = escape(text, own="https://our.example")
    assert LINK.search(escaped) is None or "evil" not in LINK.search(escaped)[0]  # type: ignore[index]
    assert "https://our.example/item/1." in escaped
    assert "://evil" not in escaped
    assert "www.evil" not in escaped
    assert "https://our.example.evil" not in escape("https://our.example.evil/x", own="https://our.example")
    assert "https://our.example/a_b?c=d_e" in escape("https://our.example/a_b?c=d_e", own="https://our.example")


def test_what_runs_from_right_to_left_stands_apart() -> None:
    hebrew = line("ואלס עם באשיר")
    assert hebrew.startswith(ISOLATE)
    assert hebrew.endswith(RELEASE)
    assert ISOLATE not in line("Dune")
    forged = line(f"ואלס{RELEASE}{RELEASE}\u202e")
    assert forged.count(ISOLATE) == forged.count(RELEASE) == 1
    assert not re.search("[\u202a-\u202e]", forged)

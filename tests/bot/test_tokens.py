"""What is written on buttons can be read again, and nothing else can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tokens import (
    LIMIT,
    PickTarget,
    find_item,
    item_token,
    pick_token,
    read_pick,
    read_words,
    split,
    word_token,
)
from engine.errors import InvalidQuery


def test_a_picks_token_comes_back() -> None:
    token = pick_token("like", "k3Jx_-9aBcDeFgHi", 12)
    assert token == "like:k3Jx_-9aBcDeFgHi:12"
    verb, rest = split(token)
    assert verb == "like"
    assert read_pick(rest) == PickTarget("k3Jx_-9aBcDeFgHi", 12)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=3))
def test_words_come_back_or_do_not_fit(words: list[str]) -> None:
    token = word_token("choose", *words)
    if token is None:
        return
    assert len(token.encode("ascii")) <= LIMIT
    assert list(read_words(split(token)[1], len(words))) == words


@given(st.text(min_size=1, max_size=200))
def test_any_item_fits_on_a_button_and_is_found_again(item_id: str) -> None:
    token = item_token("similar", item_id)
    assert token is not None
    assert len(token) <= LIMIT
    _, _, name = read_words(split(token)[1], 3)
    assert name.startswith("~") or find_item(name, ()) == item_id
    assert find_item(name, ["movie:1", item_id]) in {item_id, name}


def test_an_item_that_is_gone_is_not_found_by_its_digest() -> None:
    assert find_item("~AAAAAAAAAAAAAAAA", ["movie:1"]) is None


@pytest.mark.parametrize(
    "token", ["", "like", ":x", "Like:x", "li ke:x", "like:ü", "like:a b", "l:x", "like:" + "x" * 60, "like:%zz"]
)
def test_what_the_bot_cannot_have_written_is_refused(token: str) -> None:
    with pytest.raises(InvalidQuery):
        split(token)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "slate",
        "slate-0000000",
        "slate-0000000:0",
        "slate-0000000:01",
        "slate-0000000:100",
        "slate-0000000:1:2",
        "s:1",
        "slate-0000000:1\n",
    ],
)
def test_a_place_that_cannot_be_is_refused(rest: str) -> None:
    with pytest.raises(InvalidQuery):
        read_pick(rest)


@pytest.mark.parametrize("rest", ["", "a", "a:", "%FF:b"])
def test_missing_words_are_refused(rest: str) -> None:
    with pytest.raises(InvalidQuery):
        read_words(rest, 2)


def test_a_slate_id_that_would_not_fit_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="too long"):
        pick_token("like", "x" * 60, 1)

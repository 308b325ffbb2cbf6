"""Reading the feed's address: garbage is as good as not there."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from multidict import MultiDict

from bot.web.asked import Asked, read_asked
from engine.domain.items import MediaType
from engine.domain.query import Filters


def asked(**params: str) -> Asked:
    return read_asked(MultiDict(params))


def test_an_empty_address_asks_for_tonight() -> None:
    assert asked() == Asked()


def test_every_filter_is_read() -> None:
    params = MultiDict(
        [("type", "movie"), ("type", "anime"), ("genre", "Drama"), ("language", "ko"), ("library", "films")]
    )
    params.extend(year_from="1990", year_to="1999", runtime_to="100", sure="high", mode="shuffle", attempt="2")
    read = read_asked(params)
    assert read.filters == Filters(
        media_types=frozenset({MediaType.MOVIE, MediaType.ANIME}),
        genres=frozenset({"Drama"}),
        languages=frozenset({"ko"}),
        library_ids=frozenset({"films"}),
        year_from=1990,
        year_to=1999,
        runtime_to=100,
        minimum_confidence=0.75,
    )
    assert (read.mode, read.attempt, read.filter_count) == ("shuffle", 2, 7)


@pytest.mark.parametrize(
    "params",
    [
        {"type": "podcast"},
        {"genre": "<script>"},
        {"language": "english"},
        {"year_from": "nineteen"},
        {"year_from": "-5"},
        {"year_to": "99999999999999999999"},
        {"year_to": "²⁰⁰⁰"},
        {"runtime_to": "0"},
        {"runtime_to": "1e3"},
        {"sure": "absolutely"},
        {"attempt": "-1"},
        {"attempt": "10000"},
        {"slate": "../../x"},
        {"mode": "Tonight; DROP TABLE"},
        {"from": "x" * 500},
        {"from": "a\nb"},
    ],
)
def test_what_makes_no_sense_is_left_out(params: dict[str, str]) -> None:
    assert asked(**params) == Asked()


def test_a_text_is_shortened_and_put_on_one_line() -> None:
    assert asked(text="  like \n Heat ").text == "like Heat"
    assert len(asked(text="a" * 9_000).text) == 300


def test_an_address_reads_back_as_what_it_was_made_from() -> None:
    first = asked(mode="mood", text="cosy & rainy", genre="Drama", sure="medium", attempt="3", slate="abcdefgh1234")
    again = read_asked(MultiDict(parse_qsl(urlsplit(first.address()).query)))
    assert again == first


def test_changing_one_thing_in_an_address_keeps_the_others() -> None:
    address = asked(genre="Drama", text="x", mode="mood").address(attempt=1)
    assert set(parse_qsl(urlsplit(address).query)) == {
        ("mode", "mood"),
        ("text", "x"),
        ("genre", "Drama"),
        ("attempt", "1"),
    }


@settings(suppress_health_check=[HealthCheck.too_slow])  # a machine that is busy is no fault of the addresses
@given(st.lists(st.tuples(st.sampled_from(["mode", "type", "genre", "year_from", "text", "from", "x"]), st.text())))
def test_no_address_whatever_is_an_error(pairs: list[tuple[str, str]]) -> None:
    read = read_asked(MultiDict(pairs))
    assert read.address().startswith("/")

"""Filters as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.filtered import merged
from bot.filters.reading import read_filters
from bot.filters.words import FilterWords
from engine.domain.items import MediaType
from engine.domain.query import Filters
from engine.errors import InvalidQuery
from tests.conversations.household import TRANSLATIONS

WORDS = FilterWords.load(TRANSLATIONS)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("", Filters()),
        ("comedy", Filters(genres=frozenset({"Comedy"}))),
        ("science fiction drama", Filters(genres=frozenset({"Science Fiction", "Drama"}))),
        ("sci-fi", Filters(genres=frozenset({"Science Fiction"}))),
        ("genre:comedy,drama", Filters(genres=frozenset({"Comedy", "Drama"}))),
        ('genre:"Science Fiction"', Filters(genres=frozenset({"Science Fiction"}))),
        ("not:horror", Filters(exclude_genres=frozenset({"Horror"}))),
        ("-horror !war", Filters(exclude_genres=frozenset({"Horror", "War"}))),
        ("no horror", Filters(exclude_genres=frozenset({"Horror"}))),
        ("kein Horror", Filters(exclude_genres=frozenset({"Horror"}))),
        ("sans horreur", Filters(exclude_genres=frozenset({"Horror"}))),
        ("<100min", Filters(runtime_to=100)),
        ("<2h", Filters(runtime_to=120)),
        ("<1h30", Filters(runtime_to=90)),
        (">90", Filters(runtime_from=90)),
        ("90-120min", Filters(runtime_from=90, runtime_to=120)),
        ("runtime:<100", Filters(runtime_to=100)),
        ("1990s", Filters(year_from=1990, year_to=1999)),
        ("90er", Filters(year_from=1990, year_to=1999)),
        ("20s", Filters(year_from=2020, year_to=2029)),
        ("1990-1995", Filters(year_from=1990, year_to=1995)),
        ("1990-", Filters(year_from=1990)),
        ("1999", Filters(year_from=1999, year_to=1999)),
        ("<1980", Filters(year_to=1979)),
        ("<=1980", Filters(year_to=1980)),
        (">1980", Filters(year_from=1981)),
        ("≥1980", Filters(year_from=1980)),
        ("korean", Filters(languages=frozenset({"ko"}))),
        ("koreanischen", Filters(languages=frozenset({"ko"}))),
        ("coréennes", Filters(languages=frozenset({"ko"}))),
        ("language:ko", Filters(languages=frozenset({"ko"}))),
        ("sprache: Japanisch", Filters(languages=frozenset({"ja"}))),
        ("South Korea", Filters(countries=frozenset({"KR"}))),
        ("Südkorea", Filters(countries=frozenset({"KR"}))),
        ("country:KR", Filters(countries=frozenset({"KR"}))),
        ("british", Filters(countries=frozenset({"GB"}))),
        ("type:anime", Filters(media_types=frozenset({MediaType.ANIME}))),
        ("art:serie", Filters(media_types=frozenset({MediaType.TV}))),
        ("films", Filters(media_types=frozenset({MediaType.MOVIE}))),
        ("tag:4K", Filters(tags=frozenset({"4k"}))),
        ("confidence:high", Filters(minimum_confidence=0.75)),
        ("sicherheit:mittel", Filters(minimum_confidence=0.5)),
        ("a good comedy, please", Filters(genres=frozenset({"Comedy"}))),
    ],
)
def test_what_is_typed_bounds(text: str, filters: Filters) -> None:
    request = read_filters(text, WORDS, this_year=2026)
    assert request.filters == filters
    assert not request.rest
    assert request.limit is None


def test_everything_at_once() -> None:
    natural = "comedy <100min 1990s korean not:horror"
    text = f'{natural} type:anime library:films confidence:high like:"Parasite" without:"Saw" 5'
    request = read_filters(text, WORDS, this_year=2026)
    assert request.limit == 5
    assert request.named == (("library", "films"), ("like", "Parasite"), ("without", "Saw"))
    assert request.filters == Filters(
        media_types=frozenset({MediaType.ANIME}),
        genres=frozenset({"Comedy"}),
        exclude_genres=frozenset({"Horror"}),
        languages=frozenset({"ko"}),
        year_from=1990,
        year_to=1999,
        runtime_to=100,
        minimum_confidence=0.75,
    )
    assert not request.rest


@pytest.mark.parametrize(
    "text",
    [
        "foo:bar",
        "genre:nonsense",
        "year:abc",
        "limit:0",
        "limit:11",
        "not:nothing",
        "language:xx",
        "country:ZZ",
        "type:opera",
        "confidence:maybe",
        "runtime:soon",
    ],
)
def test_a_wrong_key_or_value_is_named(text: str) -> None:
    with pytest.raises(InvalidQuery) as raised:
        read_filters(text, WORDS, this_year=2026)
    told = raised.value.arguments
    assert str(told.get("word", told.get("number"))).rstrip(":") in text


def test_other_words_are_left_over_in_order() -> None:
    assert read_filters("comedy with dragons 3", WORDS, this_year=2026).rest == ("with", "dragons")


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        request = read_filters(text, WORDS, this_year=2026)
    except InvalidQuery:
        return
    assert request.limit is None or 1 <= request.limit <= 10


def test_two_sets_of_filters_are_joined() -> None:
    one, other = (
        Filters(genres=frozenset({"Drama"}), year_from=1990),
        Filters(genres=frozenset({"War"}), year_from=1980, runtime_to=90),
    )
    assert merged(one, other) == Filters(genres=frozenset({"Drama", "War"}), year_from=1990, runtime_to=90)

"""Which title a row means."""

from __future__ import annotations

from typing import Any

import pytest

from bot.importing.matching import Match, Matcher
from bot.importing.rows import HistoryRow, Place
from engine.domain.interactions import InteractionKind
from engine.domain.items import Item, MediaType
from engine.testing.memory import MemoryStorage

ITEMS = (
    Item("movie:1", MediaType.MOVIE, "Dune", 1984, tmdb_id=1, imdb_id="tt0000001", vote_count=10),
    Item("movie:2", MediaType.MOVIE, "Dune", 2021, tmdb_id=2, external_ids={"movielens": "77,78"}),
    Item("tv:2", MediaType.TV, "Night Watch", 2010, tmdb_id=2),
    Item("movie:4", MediaType.MOVIE, "Night Watch", 2010, tmdb_id=4),
    Item("movie:5", MediaType.MOVIE, "Parasite", 2019, original_title="기생충", titles={"de": "Der Schmarotzer"}),
    Item("movie:6", MediaType.MOVIE, "The Assassination of a Very Long Title", 2007),
    Item("anime:mal:9", MediaType.ANIME, "Kitchen Wars", 2015, external_ids={"mal": "9"}),
    Item("movie:7", MediaType.MOVIE, "Undated"),
)


@pytest.fixture
async def matcher() -> Matcher:
    storage = MemoryStorage()
    async with storage.unit() as unit:
        await unit.items.upsert(ITEMS)
    loaded = await Matcher.load(storage)
    await loaded.index_titles(storage)
    return loaded


def row(title: str = "", year: int | None = None, **more: Any) -> HistoryRow:
    return HistoryRow(Place("x.csv", 1), InteractionKind.SEEN, title, year, **more)


def found(matcher: Matcher, **told: Any) -> str | None:
    known = matcher.by_id(row(**told))
    return known.id if known else None


def by_title(matcher: Matcher, *told: Any, **more: Any) -> str | tuple[str, tuple[str, ...]]:
    match: Match = matcher.by_title(row(*told, **more))
    return match.known.id if match.known else (match.reason, match.candidates)


def test_ids_of_every_service_find_their_title(matcher: Matcher) -> None:
    assert found(matcher, ids={"imdb": "tt0000001"}) == "movie:1"
    assert found(matcher, ids={"movielens": "78"}) == "movie:2"
    assert found(matcher, ids={"mal": "9"}) == "anime:mal:9"
    assert found(matcher, ids={"item": "movie:5"}) == "movie:5"
    assert found(matcher, ids={"trakt": "1", "imdb": "tt9999999"}) is None


def test_a_tmdb_id_means_the_kind_of_title_that_the_row_is_about(matcher: Matcher) -> None:
    assert found(matcher, ids={"tmdb": "2"}, media_types=(MediaType.TV,)) == "tv:2"
    assert found(matcher, ids={"tmdb": "2"}, media_types=(MediaType.MOVIE, MediaType.ANIME)) == "movie:2"
    assert found(matcher, ids={"tmdb": "4"}) == "movie:4"


def test_title_and_year_find_the_right_one_of_two(matcher: Matcher) -> None:
    assert by_title(matcher, "Dune", 1984) == "movie:1"
    assert by_title(matcher, "dune", 2021) == "movie:2"


def test_the_year_may_be_off_by_one(matcher: Matcher) -> None:
    assert by_title(matcher, "Dune", 2020) == "movie:2"
    assert by_title(matcher, "Undated", 1950) == "movie:7"


def test_a_name_that_two_titles_bear_is_ambiguous_without_a_year(matcher: Matcher) -> None:
    assert by_title(matcher, "Dune") == ("ambiguous", ("Dune (2021)", "Dune (1984)")) or by_title(matcher, "Dune") == (
        "ambiguous",
        ("Dune (1984)", "Dune (2021)"),
    )


def test_a_name_of_another_year_is_not_taken(matcher: Matcher) -> None:
    assert by_title(matcher, "Parasite", 1982) == ("other-year", ("Parasite (2019)",))


def test_the_kind_decides_between_namesakes(matcher: Matcher) -> None:
    assert by_title(matcher, "Night Watch", 2010, media_types=(MediaType.TV, MediaType.ANIME)) == "tv:2"
    assert by_title(matcher, "Night Watch", 2010, media_types=(MediaType.MOVIE, MediaType.TV)) == "movie:4"
    assert by_title(matcher, "Night Watch", 2010, media_types=(MediaType.MANGA,)) == ("not-here", ())


def test_original_and_translated_titles_count(matcher: Matcher) -> None:
    assert by_title(matcher, "기생충", 2019) == "movie:5"
    assert by_title(matcher, "Der Schmarotzer", 2019) == "movie:5"
    assert by_title(matcher, "Gisaengchung", 2019, original_title="기생충") == "movie:5"


def test_a_title_spelt_nearly_so_is_taken_only_with_its_very_year(matcher: Matcher) -> None:
    assert by_title(matcher, "The Assasination of a Very Long Title", 2007) == "movie:6"
    reason, candidates = by_title(matcher, "The Assasination of a Very Long Title", 2006)
    assert (reason, candidates) == ("not-here", ("The Assassination of a Very Long Title (2007)",))


def test_a_namesake_with_another_id_is_not_taken(matcher: Matcher) -> None:
    assert by_title(matcher, "Dune", 1984, ids={"imdb": "tt0000002"}) == ("other-year", ("Dune (2021)",))
    assert by_title(matcher, "Dune", 2021, ids={"imdb": "tt0000002"}) == "movie:2"


def test_what_is_not_here_is_said(matcher: Matcher) -> None:
    assert by_title(matcher, "Completely Unknown", 1999) == ("not-here", ())
    assert by_title(matcher, "") == ("not-here", ())
    assert Matcher().by_title(row("Dune", 1984)).reason == "not-here"

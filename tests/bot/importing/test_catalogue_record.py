"""One title from one JSON object."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.importing.catalogue import BadRecord, read_item, slug
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType

FULL = {
    "type": "series",
    "title": "  The\tKitchen ",
    "original_title": "Die Küche",
    "titles": {"DE": "Die Küche", "fr": ""},
    "year": 2008,
    "runtime": 49.0,
    "genres": ["Sci-Fi", "Drama", "IMAX", "drama"],
    "keywords": ["Chef", "chef", "Rivalry"],
    "countries": ["de", "us"],
    "language": "DE",
    "creators": ["Ana Cook"],
    "cast": ["Bo Plate", "Cy Spoon"],
    "studios": "Pan House",
    "collection": {"name": "Kitchens", "order": 2},
    "seasons": 3,
    "episodes": 30,
    "tmdb_id": 77,
    "imdbId": "tt0000077",
    "movieId": 5,
    "external_ids": {"tvdb": "9"},
    "vote_average": 7.5,
    "vote_count": 1_000,
    "popularity": 3,
    "library": "Series",
    "tags": ["4k"],
    "added_at": "2024-05-31",
    "synopsis": {"en": "Cooks cook.", "de": "Köche kochen."},
}


def test_every_field_finds_its_place() -> None:
    item = read_item(FULL)
    assert (item.id, item.media_type, item.title, item.original_title) == (
        "tv:77", MediaType.TV, "The Kitchen", "Die Küche",
    )  # fmt: skip
    assert (dict(item.titles), dict(item.synopses)) == (
        {"de": "Die Küche"}, {"en": "Cooks cook.", "de": "Köche kochen."},
    )  # fmt: skip
    assert (item.genres, item.keywords, item.countries) == (
        ("Science Fiction", "Drama"), ("chef", "rivalry"), ("DE", "US"),
    )  # fmt: skip
    assert (item.language, item.runtime, item.seasons, item.episodes) == ("de", 49, 3, 30)
    assert Credit("Cy Spoon", CreditRole.ACTOR, 1) in item.credits
    assert item.people(CreditRole.STUDIO) == ("Pan House",)
    assert item.collection == Collection("Kitchens", 2)
    assert item.external_ids == {"tvdb": "9", "movielens": "5"}
    assert (item.vote_average, item.vote_count, item.popularity) == (7.5, 1_000, 3.0)
    assert (item.library_ids, item.tags) == ({"Series"}, {"4k"})
    assert item.added_at == datetime(2024, 5, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"tmdbId": 4, "imdb_id": "tt0000004"}, "movie:4"),
        ({"imdb_id": "tt0000004", "movieId": 3}, "movie:imdb:tt0000004"),
        ({"movieId": 3}, "movie:movielens:3"),
        ({"year": 1999}, "movie:title:a-film-1999"),
        ({"type": "manga"}, "manga:title:a-film-undated"),
    ],
)
def test_the_id_is_the_best_there_is(record: dict[str, Any], expected: str) -> None:
    assert read_item({"title": "A Film", **record}).id == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", None),
        ("title", "  \x00 "),
        ("title", 7),
        ("type", "opera"),
        ("year", "1999"),
        ("year", True),
        ("imdb_id", "nm0000001"),
        ("genres", {"a": 1}),
        ("genres", ["a", 1]),
        ("cast", 5),
        ("collection", 5),
        ("titles", ["x"]),
        ("titles", {"de": 5}),
        ("synopsis", 5),
        ("vote_average", "7"),
        ("vote_average", True),
        ("added_at", "last year"),
    ],
)
def test_a_field_of_the_wrong_type_is_named(field: str, value: object) -> None:
    with pytest.raises(BadRecord) as caught:
        read_item({"title": "A Film", field: value})
    assert field in str(caught.value) or field in {"titles", "synopsis", "year"}


def test_impossible_figures_are_left_out() -> None:
    item = read_item({"title": "A", "year": 12, "runtime": 0, "vote_average": 11, "vote_count": -1, "collection": {}})
    assert (item.year, item.runtime, item.vote_average, item.vote_count, item.collection) == (None,) * 5
    assert read_item({"title": "A", "collection": "Saga Collection"}).collection == Collection("Saga")
    assert read_item({"title": "A", "collection": ""}).collection is None
    assert read_item({"title": "A", "overview": " "}).synopses == {}


def test_texts_have_bounds_and_no_control_characters() -> None:
    item = read_item({"title": "x" * 10_000, "overview": "a\u202eb\ud800c", "keywords": [str(n) for n in range(2_000)]})
    assert (len(item.title), len(item.keywords)) == (500, 500)
    assert item.synopses["en"] == "a b c"


def test_slugs_keep_letters_of_every_script() -> None:
    assert (slug("Amélie & Co."), slug("千と千尋"), slug("!!!")) == ("amelie-co", "千と千尋", "")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*FULL, "tmdbId", "director", "overview"]), VALUES, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_object_is_a_title_or_says_why_not(record: dict[str, Any]) -> None:
    with suppress(BadRecord):
        assert isinstance(read_item({"title": "A Film", **record}), Item)


@pytest.mark.parametrize(
    ("sorted_title", "title"),
    [
        ("Matrix, The", "The Matrix"),
        ("Avventura, L' (Adventure, The)", "L'Avventura (Adventure, The)"),
        ("Me, Myself & I", "Me, Myself & I"),
        ("Heat", "Heat"),
    ],
)
def test_an_article_at_the_end_goes_to_the_front(sorted_title, title):
    assert read_item({"title": sorted_title, "year": 1999}).title == title

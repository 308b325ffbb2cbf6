"""Answers of every shape are read without an error, and the official examples as they are meant."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.metadata.tmdb.candidates import language, read_candidates
from adapters.metadata.tmdb.parsers import Frame, place_in, poster, read_details
from adapters.metadata.tmdb.pruning import prune
from adapters.metadata.tmdb.texts import titles_in
from engine.domain.items import CreditRole, MediaType
from engine.ports.metadata import Details
from tests.fakes.openapi import CONTRACTS
from tests.fakes.tmdb import titles

RECORDED = CONTRACTS.parent / "fixtures" / "tmdb"
recorded = pytest.mark.skipif(not RECORDED.exists(), reason="the recorded answers are not here")
FRAME = Frame(("en", "de"), "https://pictures/w500", date(2026, 3, 14))


def read(answer: dict[str, Any], *, series: bool = False) -> Details | None:
    return read_details(prune(answer, FRAME.languages), series, FRAME)


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@recorded
def test_the_official_example_of_a_film_is_read() -> None:
    found = read(load(RECORDED / "movie-11-append_to_response.json"))
    assert found
    item = found.item
    assert (item.id, item.title, item.year, item.runtime) == ("movie:11", "Star Wars", 1977, 121)
    assert item.genres == ("Adventure", "Action", "Science Fiction")
    assert item.people(CreditRole.ACTOR)[:2] == ("Edward Norton", "Brad Pitt")
    assert item.people(CreditRole.DIRECTOR) == ("David Fincher",)
    assert item.people(CreditRole.STUDIO) == ("Lucasfilm Ltd.", "20th Century Fox")
    assert "based on novel or book" in item.keywords
    assert item.collection
    assert item.collection.name == "Star Wars Collection"
    assert (found.ids.imdb, found.trailer, found.similar[:2]) == ("tt0137523", "BdJKm16Co6M", (9300, 9311))


@recorded
def test_the_official_example_of_a_series_is_read() -> None:
    found = read(load(RECORDED / "official-spec-examples" / "GET__3__tv__series_id.json"), series=True)
    assert found
    assert (found.item.id, found.item.title, found.item.seasons) == ("tv:1399", "Game of Thrones", 8)
    assert found.item.genres == ("Science Fiction", "Fantasy", "Drama", "Action", "Adventure")
    assert found.item.people(CreditRole.CREATOR) == ("David Benioff", "D.B. Weiss")


@recorded
@pytest.mark.parametrize("name", ["trending__movie__time_window", "discover__tv", "search__movie", "movie__upcoming"])
def test_the_official_examples_of_lists_are_read(name: str) -> None:
    told = load(RECORDED / "official-spec-examples" / f"GET__3__{name}.json")
    found = read_candidates(told["results"], MediaType.MOVIE)
    assert len(found) == len([row for row in told["results"] if not row.get("adult")])
    assert all(entry.title and entry.language for entry in found)
    assert found[0].genres
    assert found[0].year


def test_pruning_loses_nothing_that_is_read() -> None:
    for series in (False, True):
        answer = (titles.series if series else titles.film)(41) | titles.parts(41, is_series=series, count=100)
        assert read(answer, series=series) == read_details(answer, series, FRAME)


def test_a_known_film_takes_little_room() -> None:
    cast = [{"name": f"Person {n}", "order": n, "biography": "x" * 500} for n in range(500)]
    words = [{"iso_639_1": "zz", "iso_3166_1": "ZZ", "data": {"overview": "x" * 3_000}}] * 60
    answer = titles.film(1) | {"credits": {"cast": cast, "crew": cast}, "translations": {"translations": words}}
    assert len(json.dumps(prune(answer, ("de",)))) < 5_000


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2020-13-45"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "results"]), inner),
    max_leaves=6,
)
FIELDS = sorted({*titles.film(1), *titles.series(1), *titles.parts(1, is_series=True, count=3)})


@settings(max_examples=25, deadline=None)
@given(changes=st.dictionaries(st.sampled_from(FIELDS), SHAPES, max_size=12), series=st.booleans())
def test_no_shape_of_an_answer_is_an_error(changes: dict[str, Any], series: bool) -> None:
    whole = (titles.series if series else titles.film)(41) | titles.parts(41, is_series=series, count=100)
    found = read(whole | changes, series=series)
    assert found is None or (found.item.title and found.item.tmdb_id)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(SHAPES | st.fixed_dictionaries({"id": SHAPES, "title": SHAPES, "genre_ids": SHAPES}), max_size=4))
def test_no_shape_of_a_list_is_an_error(rows: list[Any]) -> None:
    assert all(entry.title and entry.tmdb_id > 0 for entry in read_candidates(rows, MediaType.TV))


def test_texts_that_no_database_takes_are_mended() -> None:
    found = read(titles.film(7) | {"title": "Nul\x00 and half \ud83d a sign", "overview": "line\nline"})
    assert found
    assert found.item.title == "Nul and half  a sign"
    assert found.item.title.encode()


def test_the_right_countrys_words_are_taken() -> None:
    def said(country: str, title: str) -> dict[str, Any]:
        return {"iso_639_1": "pt", "iso_3166_1": country, "data": {"title": title, "overview": ""}}

    answer = titles.film(1) | {"translations": {"translations": [said("BR", "do Brasil"), said("PT", "de Portugal")]}}
    assert titles_in(answer, ("pt", "pt-BR"))["pt"] == "de Portugal"
    assert titles_in(answer, ("pt-BR",))["pt-BR"] == "do Brasil"
    assert "fr" not in titles_in(answer, ("fr",))


def test_a_film_in_its_own_language_keeps_its_name() -> None:
    answer = {"title": "Spirited Away", "original_title": "千と千尋の神隠し", "original_language": "ja"}
    assert titles_in(answer, ("ja",)) == {"en": "Spirited Away", "ja": "千と千尋の神隠し"}


@pytest.mark.parametrize(("told", "meant"), [("cn", "zh"), ("xx", None), ("EN", "en"), ("", None), (7, None)])
def test_languages_have_the_codes_that_others_know(told: object, meant: str | None) -> None:
    assert language(told) == meant


@pytest.mark.parametrize("path", [None, "", "//evil.example/x.jpg", "/../x.jpg", "/a b.jpg", "javascript:1", "/x.svg"])
def test_only_pictures_of_tmdb_are_shown(path: object) -> None:
    assert poster(path, "https://pictures/w500") is None


def test_films_without_a_date_have_no_place_in_a_franchise() -> None:
    parts = [
        {"id": 3, "release_date": "2030-01-01"},
        {"id": 2, "release_date": ""},
        {"id": 1, "release_date": "1999-01-01"},
    ]
    assert [place_in({"parts": parts}, number) for number in (1, 2, 3)] == [1, None, 2]


def test_what_is_to_come_is_not_released() -> None:
    def released(**changes: object) -> bool:
        found = read(titles.film(7) | changes)
        assert found
        return found.released

    assert released(release_date="2026-03-14")
    assert not released(release_date="2026-03-15")
    assert not released(status="Post Production", release_date="1999-01-01")
    assert not released(status="", release_date="")

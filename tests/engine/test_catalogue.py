"""Titles as columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from engine.catalogue import MEDIA_TYPES, roles_of
from engine.columns.build import CatalogueBuilder, build_catalogue, empty_catalogue
from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType

FILM = Item(
    "movie:1",
    MediaType.MOVIE,
    "Ran",
    year=1985,
    runtime=162,
    genres=("Drama", "War"),
    keywords=("samurai",),
    countries=("JP", "FR"),
    language="ja",
    credits=(
        Credit("Akira Kurosawa", CreditRole.WRITER),
        Credit("Akira Kurosawa", CreditRole.DIRECTOR),
        Credit("Tatsuya Nakadai", CreditRole.ACTOR, 0),
        Credit("Mieko Harada", CreditRole.ACTOR, 1),
    ),
    collection=Collection("Late works", 2),
    vote_average=8.1,
    vote_count=1_500,
    library_ids=frozenset({"films"}),
    tags=frozenset({"4k", "hdr"}),
    added_at=datetime(1970, 1, 11, 5, tzinfo=UTC),
)
BARE = Item("tv:2", MediaType.TV, "Nothing known")


def test_a_title_becomes_a_row():
    catalogue = build_catalogue([FILM, BARE], finishes={"movie:1": 3, "movie:99": 5})

    assert catalogue.ids == ("movie:1", "tv:2")
    assert MEDIA_TYPES[catalogue.media_type[1]] is MediaType.TV
    assert (catalogue.year[0], catalogue.runtime[0], catalogue.added_day[0]) == (1985, 162, 10)
    assert catalogue.languages[catalogue.language[0]] == "ja"
    assert catalogue.countries.names_of(0) == ("JP", "FR")
    assert catalogue.tags.names_of(0) == ("4k", "hdr")
    assert catalogue.collection_names[catalogue.collection[0]] == "Late works"
    assert catalogue.collection_order[0] == 2
    assert catalogue.popularity.tolist() == [3, 0]


def test_what_is_not_known_of_a_title_is_marked_so():
    catalogue = build_catalogue([BARE])

    assert (catalogue.year[0], catalogue.runtime[0], catalogue.language[0]) == (0, 0, -1)
    assert (catalogue.added_day[0], catalogue.collection[0], catalogue.collection_order[0]) == (-1, -1, 0)
    assert np.isnan(catalogue.vote_average[0])
    assert np.isnan(catalogue.quality[0])
    assert catalogue.genres.names_of(0) == ()


@pytest.mark.parametrize(("year", "runtime", "average", "votes"), [(-5, -1, 11.0, -3), (99_999, 10**9, -1.0, 10**15)])
def test_senseless_figures_become_unknown_and_break_nothing(year: int, runtime: int, average: float, votes: int):
    catalogue = build_catalogue([replace(FILM, year=year, runtime=runtime, vote_average=average, vote_count=votes)])

    assert (catalogue.year[0], catalogue.runtime[0]) == (0, 0)
    assert np.isnan(catalogue.vote_average[0])
    assert catalogue.vote_count[0] >= 0


def test_genre_rows_have_unit_length_and_people_weigh_by_what_they_did():
    catalogue = build_catalogue([FILM])

    assert np.linalg.norm(catalogue.genres.matrix.toarray()[0]) == pytest.approx(1)
    weights = dict(zip(catalogue.people.names_of(0), catalogue.people.of(0)[1].tolist(), strict=True))
    assert weights == pytest.approx({"Akira Kurosawa": 1.0, "Tatsuya Nakadai": 0.9, "Mieko Harada": 0.9 * 0.85})


def test_a_person_is_known_for_the_role_that_weighs_most_over_the_titles_that_may_be_known():
    acting = [
        replace(FILM, id=f"movie:{n}", credits=(Credit("Clint Eastwood", CreditRole.ACTOR, 0),)) for n in range(2, 5)
    ]
    directing = replace(FILM, credits=(Credit("Clint Eastwood", CreditRole.DIRECTOR),))

    catalogue = build_catalogue([directing, *acting])

    person, films = catalogue.people.index["Clint Eastwood"], np.array([one == FILM.id for one in catalogue.ids])
    assert catalogue.role_of(person, np.ones(4, np.bool_)) is CreditRole.ACTOR
    assert catalogue.role_of(person, films) is CreditRole.DIRECTOR


def test_everything_that_a_person_did_for_a_title_is_known():
    written = replace(FILM, id="movie:2", credits=(Credit("Akira Kurosawa", CreditRole.WRITER),))
    catalogue = build_catalogue([FILM, written, BARE])

    person = catalogue.people.index["Akira Kurosawa"]
    bits = catalogue.credits_in(person, np.array([2, 1, 0])).tolist()
    assert [roles_of(one) for one in bits] == [(), (CreditRole.WRITER,), (CreditRole.DIRECTOR, CreditRole.WRITER)]
    assert catalogue.people_credits.nbytes == catalogue.people.matrix.nnz
    assert empty_catalogue().people_credits.tolist() == []


def test_only_titles_on_an_open_shelf_are_open():
    closed = replace(FILM, id="movie:2", library_ids=frozenset({"cellar"}))
    both = replace(FILM, id="movie:3", library_ids=frozenset({"cellar", "films"}))
    catalogue = build_catalogue([FILM, closed, both, BARE])

    assert catalogue.open_to(frozenset({"films"})).tolist() == [True, False, True, False]
    assert catalogue.visible_to(frozenset({"films"})).tolist() == [True, False, True, True]
    assert catalogue.visible_rows(frozenset({"films"}), np.array([3, -1, 1])).tolist() == [True, False, False]
    assert not catalogue.open_to(frozenset({"unheard of"})).any()
    assert not catalogue.open_to(frozenset()).any()


def test_more_libraries_than_fit_one_word_are_kept_apart():
    items = [replace(FILM, id=f"movie:{n:03d}", library_ids=frozenset({f"library {n}"})) for n in range(150)]
    catalogue = build_catalogue(items)

    for number in (0, 63, 64, 127, 128, 149):
        assert np.flatnonzero(catalogue.open_to(frozenset({f"library {number}"}))).tolist() == [number]


def test_features_can_be_asked_for_by_name_and_for_many_rows():
    catalogue = build_catalogue([FILM, replace(FILM, id="movie:2", genres=("War",)), BARE])

    assert catalogue.genres.any_of(["War", "Unheard"]).tolist() == [True, True, False]
    assert catalogue.genres.having(catalogue.genres.index["Drama"]).tolist() == [0]
    places, columns, values = catalogue.genres.entries(np.array([2, 1, 0, 1]))
    assert places.tolist() == [1, 2, 2, 3]
    assert [catalogue.genres.names[column] for column in columns] == ["War", "Drama", "War", "War"]
    assert values[0] == 1


def test_the_columns_by_row_and_by_column_are_the_same_matrix():
    catalogue = build_catalogue([FILM, BARE, replace(FILM, id="movie:2", credits=FILM.credits[2:])])
    assert (catalogue.people.matrix.toarray() == catalogue.people.columns.toarray()).all()


def test_the_same_item_twice_counts_once_and_repeated_names_too():
    builder = CatalogueBuilder()
    builder.add([replace(FILM, genres=("Drama", "Drama", ""))])
    builder.add([FILM])

    catalogue = builder.finish("v")

    assert len(catalogue) == 1
    assert catalogue.genres.names_of(0) == ("Drama",)


def test_unknown_ids_are_left_out_of_rows():
    catalogue = build_catalogue([FILM, BARE])
    assert catalogue.rows_of(["tv:2", "tv:3", "movie:1"]).tolist() == [1, 0]
    assert catalogue.of_type(MediaType.TV).tolist() == [False, True]


def test_an_empty_catalogue_answers_every_question():
    catalogue = empty_catalogue()

    assert len(catalogue) == 0
    assert catalogue.open_to(frozenset({"films"})).tolist() == []
    assert catalogue.rows_of(["movie:1"]).tolist() == []
    assert catalogue.genres.any_of(["Drama"]).tolist() == []


def test_another_catalogue_has_another_version():
    assert build_catalogue([FILM]).version == build_catalogue([FILM]).version
    assert build_catalogue([FILM]).version != build_catalogue([replace(FILM, year=1986)]).version

"""A model's titles in another catalogue: by their ids first, then by name and year, never by guessing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.domain.items import Item, MediaType
from engine.learning.manifest import Reference
from engine.learning.recognising import TitlesHere, check_overlap, recognised, reference_of
from engine.ports.models import ModelRejected

MATRIX = Item("movie:603", MediaType.MOVIE, "The Matrix", year=1999, tmdb_id=603, imdb_id="tt0133093")
DUNE = Item("movie:imdb:tt0087182", MediaType.MOVIE, "Dune", year=1984, imdb_id="tt0087182")
NEW_DUNE = Item("movie:438631", MediaType.MOVIE, "Dune", year=2021, tmdb_id=438631)
CHIHIRO = Item(
    "movie:129", MediaType.MOVIE, "Chihiros Reise ins Zauberland", year=2001, original_title="千と千尋の神隠し",
    titles={"en": "Spirited Away"}, tmdb_id=129,
)  # fmt: skip
SERIES = Item("tv:603", MediaType.TV, "The Matrix", year=1999, tmdb_id=603)
HERE = (MATRIX, DUNE, NEW_DUNE, CHIHIRO, SERIES)


def here(*items: Item) -> TitlesHere:
    known = TitlesHere()
    known.note(items or HERE)
    return known


def film(title: str = "", year: int | None = None, **ids: object) -> Reference:
    return Reference("movie:movielens:1", MediaType.MOVIE, title, year, **ids)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        (film("Anything", 1950, tmdb_id=603), "movie:603"),
        (film("Anything", 1950, imdb_id="tt0087182"), "movie:imdb:tt0087182"),
        (film("Matrix, The", 1999), "movie:603"),
        (film("THE MATRIX!", 1999), "movie:603"),
        (film("Dune", 1984), "movie:imdb:tt0087182"),
        (film("Dune", 2021), "movie:438631"),
        (film("Spirited Away", 2001), "movie:129"),
        (film("千と千尋の神隠し", 2001), "movie:129"),
        (Reference("tv:603", MediaType.TV), "tv:603"),
        (Reference("tv:1", MediaType.TV, "The Matrix", 1999), "tv:603"),
        (Reference("tv:1", MediaType.TV, "Dune", 1984), None),
        (film("Dune", 1990), None),
        (film("Dune"), None),
        (film("", 1984), None),
        (film("Alien", 1979, tmdb_id=348), None),
    ],
)
def test_a_title_is_recognised(reference: Reference, found: str | None) -> None:
    assert here().find(reference) == found


def test_two_titles_of_one_name_and_year_are_not_guessed_between() -> None:
    twin = replace(DUNE, id="movie:9", imdb_id=None)
    assert here(DUNE, twin).find(film("Dune", 1984)) is None
    assert here(DUNE, twin).find(film("Dune", 1984, imdb_id="tt0087182")) == DUNE.id
    assert here(DUNE, DUNE).find(film("Dune", 1984)) == DUNE.id


def test_every_title_gets_one_id_and_what_is_not_here_none_of_ours() -> None:
    references = [reference_of(item) for item in HERE]
    again = replace(references[0], item_id="movie:movielens:2")
    gone = film("Alien", 1979)
    names = recognised([*references, again, gone], here())
    assert names[:5] == [item.id for item in HERE]
    assert len(set(names)) == len(names)
    assert not {*names[5:]} & {item.id for item in HERE}


def test_a_catalogue_without_any_of_the_titles_is_another_catalogue() -> None:
    with pytest.raises(ModelRejected) as told:
        recognised([film("Alien", 1979)], here())
    assert (told.value.key, told.value.arguments["known"]) == ("model-other-catalogue", 0)
    with pytest.raises(ModelRejected):
        recognised([], here())
    with pytest.raises(ModelRejected):
        recognised([film("Alien", 1979)], TitlesHere())


@pytest.mark.parametrize(
    ("known", "in_model", "in_catalogue", "fits"),
    [
        (0, 100, 100, False),
        (19, 9_000, 800, False),
        (20, 9_000, 800, True),
        (100, 9_000, 90_000, False),
        (180, 9_000, 90_000, True),
        (3, 9_000, 6, True),
        (2, 9_000, 6, False),
        (1, 1, 1, True),
    ],
)
def test_how_much_must_be_known_to_both(known: int, in_model: int, in_catalogue: int, fits: bool) -> None:
    if fits:
        check_overlap(known, in_model, in_catalogue)
    else:
        with pytest.raises(ModelRejected, match="model-other-catalogue"):
            check_overlap(known, in_model, in_catalogue)

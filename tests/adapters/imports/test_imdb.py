"""IMDb's tables of ratings, lists and the watchlist."""

from __future__ import annotations

from engine.domain.interactions import InteractionKind as Kind
from engine.domain.items import MediaType
from tests.adapters.imports.conftest import Reader, facts, problems

RATINGS = (
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
    "Num Votes,Release Date,Directors\r\n"
    'tt1000001,9,2024-03-15,Night Train,Nachtzug,https://example.test/,Movie,8.7,136,1999,"Action, War",20,,"A, B"\r\n'
    "tt1000002,10,2024-03-16,The Kitchen,The Kitchen,https://example.test/,TV Series,9.5,49,2008,Drama,21,,\r\n"
    "tt1000003,9,2024-03-17,Pilot,Pilot,https://example.test/,TV Episode,9.0,58,2008,Drama,6,,\r\n"
    "tt1000004,eleven,2024-03-17,Odd,Odd,https://example.test/,Movie,9.0,58,2008,Drama,6,,\r\n"
)
LIST = (
    "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,"
    "Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n"
    "1,tt1000005,2023-07-09,2024-02-01,,Seen,Seen,https://example.test/,Movie,9.0,152,2008,Crime,30,,C D,8,2025-02-02\n"
    '2,tt1000006,2023-07-11,,"has, comma",Saved,Saved,https://example.test/,Movie,9.3,142,1994,Drama,29,,E F,,\n'
)


def test_ratings_carry_their_id_kind_and_day(read: Reader) -> None:
    rows = read(ratings_csv=RATINGS)
    film, series = facts(rows)
    assert (film.ids, film.rating, film.title, film.original_title) == (
        {"imdb": "tt1000001"}, 9.0, "Night Train", "Nachtzug",
    )  # fmt: skip
    assert film.media_types[0] is MediaType.MOVIE
    assert series.media_types[0] is MediaType.TV
    assert film.at is not None
    assert film.at.isoformat() == "2024-03-15T00:00:00+00:00"


def test_episodes_and_impossible_ratings_are_named(read: Reader) -> None:
    assert problems(read(ratings_csv=RATINGS)) == [("other-kind", 4), ("bad-rating", 5)]


def test_a_list_saves_what_is_not_rated(read: Reader) -> None:
    rated, saved = facts(read(watchlist_csv=LIST))
    assert (rated.kind, rated.rating) == (Kind.RATING, 8.0)
    assert (saved.kind, saved.title) == (Kind.SAVE, "Saved")
    assert saved.at is not None
    assert saved.at.date().isoformat() == "2023-07-11"


def test_a_row_without_id_and_title_is_a_problem(read: Reader) -> None:
    assert problems(read(list_csv="Const,Title,Your Rating\n,,5\n")) == [("no-title", 2)]


def test_semicolons_and_other_encodings_are_read(read: Reader) -> None:
    text = "Const;Title;Year;Your Rating\ntt1000009;Amélie à Liège;2001;8\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"):
        (row,) = facts(read(ratings_csv=text.encode(encoding)))
        assert (row.title, row.year, row.ids) == ("Amélie à Liège", 2001, {"imdb": "tt1000009"}), encoding

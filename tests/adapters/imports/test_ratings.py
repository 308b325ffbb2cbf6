"""Plain tables of people, titles and scores."""

from __future__ import annotations

import gzip

import pytest

from bot.importing.rows import Note
from tests.adapters.imports.conftest import Reader, facts, problems


def test_the_usual_headings_of_a_public_data_set_are_understood(read: Reader) -> None:
    rows = read(ratings_csv="userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n2,31,5.0,1260759179\n")
    first, second = facts(rows)
    assert (first.person, first.ids, first.rating) == ("1", {"movielens": "31"}, 5.0)
    assert first.at is not None
    assert first.at.isoformat() == "2009-12-14T02:52:24+00:00"
    assert second.rating == 10.0
    assert Note("rating-scale", 5.0) in rows


@pytest.mark.parametrize(
    ("scores", "scale", "expected"),
    [
        (("0.5", "5"), 5, (1.0, 10.0)),
        (("0", "3"), 5, (1.0, 6.0)),
        (("1", "10"), 10, (1.0, 10.0)),
        (("7,5", "8"), 10, (7.5, 8.0)),
        (("50", "100"), 100, (5.0, 10.0)),
    ],
)
def test_scores_of_every_usual_scale_become_one_to_ten(
    read: Reader, scores: tuple[str, str], scale: int, expected: tuple[float, float]
) -> None:
    lines = "".join(f"ana;tt00000{n};{value};\n" for n, value in enumerate(scores, start=10))
    rows = read(ratings_csv=f"user;item;rating;timestamp\n{lines}")
    assert rows[0] == Note("rating-scale", float(scale))
    assert tuple(row.rating for row in facts(rows)) == expected


def test_items_may_be_ids_of_many_kinds_or_titles(read: Reader) -> None:
    rows = read(ratings_csv="user,item,rating\na,tt0000123,3\na,movie:7,3\na,88,3\na,Night Train,3\n")
    assert [(row.ids, row.title) for row in facts(rows)] == [
        ({"imdb": "tt0000123"}, ""),
        ({"item": "movie:7"}, ""),
        ({"movielens": "88"}, ""),
        ({}, "Night Train"),
    ]
    (row,) = facts(read(ratings_csv="userId,imdbId,tmdbId,score,date\nb,114709,862,4,2020-02-02\n"))
    assert row.ids == {"imdb": "tt0114709", "tmdb": "862"}


def test_a_compressed_table_is_read_as_it_is(read: Reader) -> None:
    content = gzip.compress(b"userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n")
    assert len(facts(read(ratings_gz=content))) == 1


def test_a_compressed_table_that_breaks_off_gives_what_came_before(read: Reader) -> None:
    lines = "".join(f"{n},{n * 7919 % 9973},{n % 10 / 2 + 0.5},{1260759144 + n * 31}\n" for n in range(20_000))
    content = gzip.compress(f"userId,movieId,rating,timestamp\n{lines}".encode())
    rows = read(ratings_gz=content[: len(content) * 3 // 4])
    assert 10_000 < len(facts(rows)) < 20_000
    assert problems(rows)[-1][0] == "cut-off"


def test_bad_rows_are_named_by_line_and_good_ones_are_kept(read: Reader) -> None:
    rows = read(
        ratings_csv="userId,movieId,rating,timestamp\n,31,2.5,1\n1,,3,1\n1,31,good,1\n1,31,-3,1\n1\n\n1,32,4,never\n"
    )
    assert problems(rows) == [
        ("no-person", 2), ("no-title", 3), ("bad-rating", 4), ("bad-rating", 5), ("too-few-columns", 6),
    ]  # fmt: skip
    (good,) = facts(rows)
    assert (good.ids, good.at) == ({"movielens": "32"}, None)

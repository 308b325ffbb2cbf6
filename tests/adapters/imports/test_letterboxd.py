"""Letterboxd's export: one viewing is one fact, however many of its tables tell it."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.imports.letterboxd import IMPORTER
from bot.importing.bundle import open_bundle
from engine.domain.interactions import InteractionKind as Kind
from tests.adapters.imports.conftest import Reader, facts, problems

DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    '2024-05-02,"Good, the Bad and the Lost, The",1999,https://example.test/1,4.5,,,2024-05-01\n'
    '2025-01-10,"Good, the Bad and the Lost, The",1999,https://example.test/2,5,Yes,,2025-01-09\n'
    "2025-02-01,Quiet Harbour,2011,https://example.test/3,,,,2025-01-31\n"
)
RATINGS = (
    "Date,Name,Year,Letterboxd URI,Rating\n"
    '2025-01-10,"Good, the Bad and the Lost, The",1999,https://example.test/a,5\n'
    "2024-03-01,Heatwave,1995,https://example.test/b,0.5\n"
)
WATCHED = (
    "Date,Name,Year,Letterboxd URI\n"
    '2024-05-02,"Good, the Bad and the Lost, The",1999,https://example.test/a\n'
    "2024-03-01,Heatwave,1995,https://example.test/b\n"
    "2023-01-01,First Steps,2020,https://example.test/c\n"
)
WATCHLIST = "Date,Name,Year,Letterboxd URI\n2024-01-01,Some Day,2016,https://example.test/d\n"
LIKES = "Date,Name,Year,Letterboxd URI\n2024-01-02,Quiet Harbour,2011,https://example.test/e\n"


def archive(files: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return content.getvalue()


def test_the_whole_export_tells_each_viewing_rating_like_and_save_once(read: Reader) -> None:
    content = archive(
        {
            "watched.csv": WATCHED,
            "ratings.csv": RATINGS,
            "diary.csv": DIARY,
            "watchlist.csv": WATCHLIST,
            "likes/films.csv": LIKES,
            "deleted/diary.csv": DIARY.replace("Quiet", "Deleted"),
            "profile.csv": "Date Joined,Username\n2020-01-01,somebody\n",
        }
    )
    rows = facts(read(export_zip=content))
    told = [(row.kind, row.title, row.at and row.at.date().isoformat(), row.rating) for row in rows]
    film = "Good, the Bad and the Lost, The"
    assert told == [
        (Kind.SEEN, film, "2024-05-01", None),
        (Kind.RATING, film, "2024-05-01", 9.0),
        (Kind.SEEN, film, "2025-01-09", None),
        (Kind.RATING, film, "2025-01-09", 10.0),
        (Kind.SEEN, "Quiet Harbour", "2025-01-31", None),
        (Kind.RATING, "Heatwave", "2024-03-01", 1.0),
        (Kind.SEEN, "First Steps", "2023-01-01", None),
        (Kind.LIKE, "Quiet Harbour", "2024-01-02", None),
        (Kind.SAVE, "Some Day", "2024-01-01", None),
    ]
    assert rows[0].year == 1999


def test_single_tables_are_understood_by_their_columns_and_names(read: Reader) -> None:
    assert [row.kind for row in facts(read(diary_csv=DIARY))].count(Kind.SEEN) == 3


@pytest.mark.parametrize(
    ("name", "kind"), [("watched", Kind.SEEN), ("watchlist-me-2024", Kind.SAVE), ("likes", Kind.LIKE)]
)
def test_tables_of_equal_columns_are_told_apart_by_name(tmp_path: Path, name: str, kind: Kind) -> None:
    (tmp_path / f"{name}.csv").write_text(WATCHED)
    files = open_bundle(tmp_path / f"{name}.csv")
    assert IMPORTER.recognises(files)
    assert {row.kind for row in facts(list(IMPORTER.read(files)))} == {kind}


def test_a_table_that_does_not_say_which_it_is_is_asked_about(read: Reader) -> None:
    assert problems(read(films_csv=WATCHED)) == [("which-list", 2), ("which-list", 3), ("which-list", 4)]


def test_reviews_stand_in_for_a_missing_diary(read: Reader) -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
        '2024-05-02,Heatwave,1995,https://example.test/1,4,,"Two lines\nof ""praise""",,2024-05-01\n'
        "2024-06-02,Quiet Harbour,2011,https://example.test/2,3,,Fine,,2024-06-01\n"
    )
    rows = facts(read(reviews_csv=text))
    assert [(row.title, row.kind) for row in rows] == [
        ("Heatwave", Kind.SEEN),
        ("Heatwave", Kind.RATING),
        ("Quiet Harbour", Kind.SEEN),
        ("Quiet Harbour", Kind.RATING),
    ]
    assert facts(read(reviews_csv=text, diary_csv=DIARY)) == facts(read(diary_csv=DIARY))


def test_bad_rows_are_named_by_line_and_good_ones_are_kept(read: Reader) -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating\n"
        "2024-01-01,,1995,https://example.test/a,4\n"
        "2024-01-01,Heatwave,1995,https://example.test/b,seven\n"
        "2024-01-01,Heatwave,1995,https://example.test/b,9\n"
        "nonsense\n"
        '2024-01-01,"Never closed,1995,https://example.test/b,3\n'
        "not a date,Quiet Harbour,soon,https://example.test/c,3\n"
    )
    rows = read(ratings_csv=text)
    assert problems(rows) == [
        ("no-title", 2),
        ("bad-rating", 3),
        ("bad-rating", 4),
        ("too-few-columns", 5),
        ("open-quote", 6),
    ]
    (good,) = facts(rows)
    assert (good.title, good.year, good.at, good.rating) == ("Quiet Harbour", None, None, 6.0)


def test_dates_are_days_in_utc(read: Reader) -> None:
    assert facts(read(watchlist_csv=WATCHLIST))[0].at == datetime(2024, 1, 1, tzinfo=UTC)


def test_watched_and_likes_without_a_name_are_problems(read: Reader) -> None:
    text = "Date,Name,Year,Letterboxd URI\n2024-01-01,,1995,https://example.test/a\n"
    assert problems(read(watched_csv=text)) == [("no-title", 2)]
    assert problems(read(watched_csv=text, likes_csv=text, diary_csv=DIARY.replace("Quiet Harbour", ""))) == [
        ("no-title", 4),
        ("no-title", 2),
        ("no-title", 2),
    ]

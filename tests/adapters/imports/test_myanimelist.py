"""MyAnimeList's XML, of anime and of manga, also as others write it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from adapters.imports.myanimelist import IMPORTER
from bot.importing.bundle import open_bundle
from engine.domain.interactions import InteractionKind as Kind
from engine.domain.items import MediaType
from tests.adapters.imports.conftest import facts, problems


def anime(key: int, status: str, *, seen: int = 0, of: int = 12, score: str = "0", more: str = "") -> str:
    return (
        f"<anime>\n<series_animedb_id>{key}</series_animedb_id>\n"
        f"<series_title><![CDATA[Title {key} & more]]></series_title>\n"
        f"<series_episodes>{of}</series_episodes>\n<my_watched_episodes>{seen}</my_watched_episodes>\n"
        f"<my_start_date>2019-06-00</my_start_date>\n<my_finish_date>0000-00-00</my_finish_date>\n"
        f"<my_score>{score}</my_score>\n<my_status>{status}</my_status>\n{more}</anime>\n"
    )


def rows_of(path: Path, *entries: str, head: str = '<?xml version="1.0" encoding="UTF-8" ?>\n') -> list:
    path = path / "animelist.xml"
    path.write_text(f"{head}<myanimelist>\n<myinfo><user_name>x</user_name></myinfo>\n{''.join(entries)}</myanimelist>")
    files = open_bundle(path)
    assert IMPORTER.recognises(files)
    return list(IMPORTER.read(files))


def test_each_status_becomes_what_it_means(tmp_path: Path) -> None:
    rows = facts(
        rows_of(
            tmp_path,
            anime(1, "Completed", seen=12, score="9", more="<my_times_watched>2</my_times_watched>"),
            anime(2, "Watching", seen=1),
            anime(3, "On-Hold", seen=6),
            anime(4, "Dropped", seen=1),
            anime(5, "Dropped", seen=2, of=0),
            anime(6, "Dropped", seen=40, of=0),
            anime(7, "Plan to Watch"),
        )
    )
    assert [(row.ids["mal"], row.kind, row.times, row.completion, row.rating) for row in rows] == [
        ("1", Kind.SEEN, 3, None, None),
        ("1", Kind.RATING, 1, None, 9.0),
        ("2", Kind.WATCH, 1, 0.2, None),
        ("3", Kind.WATCH, 1, 0.5, None),
        ("4", Kind.WATCH, 1, pytest.approx(1 / 12), None),
        ("5", Kind.WATCH, 1, 0.0, None),
        ("6", Kind.WATCH, 1, None, None),
        ("7", Kind.SAVE, 1, None, None),
    ]
    assert rows[0].title == "Title 1 & more"
    assert rows[0].media_types[0] is MediaType.ANIME
    assert rows[0].at is not None
    assert rows[0].at.date().isoformat() == "2019-06-01"


def test_manga_has_ids_of_its_own(tmp_path: Path) -> None:
    (row,) = facts(
        rows_of(
            tmp_path,
            "<manga><manga_mangadb_id>30</manga_mangadb_id><manga_title>Ink</manga_title><manga_chapters>0</manga_chapters>"
            "<my_read_chapters>0</my_read_chapters><my_status>Plan to Read</my_status></manga>",
        )
    )
    assert (row.ids, row.media_types, row.kind) == ({"mal-manga": "30"}, (MediaType.MANGA,), Kind.SAVE)


def test_a_compressed_list_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "animelist.xml.gz"
    path.write_bytes(gzip.compress(f"<myanimelist>{anime(1, 'Completed')}</myanimelist>".encode()))
    assert len(facts(list(IMPORTER.read(open_bundle(path))))) == 1


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n',
        '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>\n',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">\n',
    ],
)
def test_documents_that_declare_something_are_refused(tmp_path: Path, declared: str) -> None:
    rows = rows_of(tmp_path, anime(1, "Completed"), head=declared)
    assert facts(rows) == []
    assert [reason for reason, _ in problems(rows)] == ["xml-declarations"]


def test_a_list_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, anime(1, "Completed"), "<anime><series_title>Broken & lost</series_title>")
    assert len(facts(rows)) == 1
    assert [reason for reason, _ in problems(rows)] == ["broken-xml"]


def test_bad_entries_are_named_by_line(tmp_path: Path) -> None:
    rows = rows_of(
        tmp_path,
        anime(1, "Completed", score="excellent"),
        anime(2, "Whatever"),
        "<anime><series_animedb_id>0</series_animedb_id><my_status>Completed</my_status></anime>",
    )
    assert problems(rows) == [("bad-rating", 4), ("unknown-status", 14), ("no-title", 24)]
    assert len(facts(rows)) == 1


def test_endless_comments_take_no_room(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, anime(1, "Completed", more=f"<my_comments>{'long ' * 200_000}</my_comments>\n"))
    assert len(facts(rows)) == 1

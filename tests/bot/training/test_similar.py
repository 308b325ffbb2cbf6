"""Lists of similar titles: read, joined under one id a title, and learned from."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.training import similar
from bot.training.reading import PublicData
from bot.training.similar import read_similar
from engine.errors import InvalidQuery

NOW = 1.7e9


def read(tmp_path: Path, *lines: object) -> PublicData:
    path = tmp_path / "similar.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return read_similar(path, NOW)


def rows(data: PublicData) -> list[set[str]]:
    found: list[set[str]] = [set() for _ in data.log.people]
    for person, item in zip(data.log.person.tolist(), data.log.item.tolist(), strict=True):
        found[person].add(data.log.items[item])
    return found


def test_every_list_becomes_a_row_with_the_title_it_belongs_to(tmp_path: Path) -> None:
    data = read(
        tmp_path,
        {"tmdbId": 603, "title": "The Matrix", "year": 1999, "genres": ["Action"], "similar": [605, 78]},
        {"id": 605, "recommended": [603, "78"], "similar": None},
        "",
        {"id": 78, "title": "Blade Runner"},
    )
    assert rows(data) == [{"movie:603", "movie:605", "movie:78"}] * 2
    matrix = next(item for item in data.items if item.id == "movie:603")
    assert (matrix.title, matrix.year, matrix.tmdb_id, matrix.genres) == ("The Matrix", 1999, 603, ("Action",))


def test_the_same_title_by_either_id_is_one(tmp_path: Path) -> None:
    data = read(
        tmp_path,
        {"imdbId": "tt0083658", "similar": ["tt0133093", 605]},
        {"tmdbId": 603, "imdbId": "tt0133093", "similar": ["movie:imdb:tt0083658"]},
        {"type": "series", "id": 603, "similar": [1]},
    )
    assert rows(data) == [
        {"movie:imdb:tt0083658", "movie:603", "movie:605"},
        {"movie:603", "movie:imdb:tt0083658"},
        {"tv:603", "tv:1"},
    ]
    assert {item.imdb_id for item in data.items if item.id == "movie:603"} == {"tt0133093"}


def test_a_title_listed_twice_counts_once_and_endless_lists_are_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "MOST_LISTED", 3)
    assert rows(read(tmp_path, {"id": 1, "similar": [2, 2, 1, 3, 4, 5]})) == [{"movie:1", "movie:2"}]
    assert rows(read(tmp_path, {"id": 1, "similar": [2, 3, 4, 5]})) == [{f"movie:{number}" for number in range(1, 5)}]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "7",
        "[" * 50_000,
        {"title": "no id"},
        {"id": True, "similar": []},
        {"id": 1, "similar": "2"},
        {"id": 1, "similar": [2.5]},
        {"id": 1, "similar": [None]},
        {"id": 1, "similar": ["Alien"]},
        {"id": 1, "similar": ["song:1"]},
        {"id": "x" * 300, "similar": [2]},
        {"id": 1, "type": "song", "similar": [2]},
        {"id": 1, "title": 7, "similar": [2]},
        '{"id": 1, "similar": [' + "1" * 5_000 + "]}",
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: object) -> None:
    with pytest.raises(InvalidQuery) as told:
        read(tmp_path, {"id": 1, "similar": [2]}, line)
    assert (told.value.key, told.value.arguments["line"]) == ("similar-bad-line", 2)


@pytest.mark.parametrize("spoil", [lambda data: data[:30], lambda data: b"x" + data, lambda _: b"\xff\xfe"])
def test_a_packed_file_is_read_and_a_broken_one_is_said(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "lists.jsonl.gz"
    packed = gzip.compress(b'{"id": 1, "similar": [2]}\n' * 3)
    path.write_bytes(packed)
    assert len(rows(read_similar(path, NOW))) == 3
    path.write_bytes(spoil(packed))
    with pytest.raises(InvalidQuery, match="similar-bad-line"):
        read_similar(path, NOW)
    with pytest.raises(InvalidQuery, match="evaluate-no-file"):
        read_similar(tmp_path / "nothing", NOW)

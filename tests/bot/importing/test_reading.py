"""Lines, tables and values out of files of every making."""

from __future__ import annotations

import io
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.importing import documents, lines
from bot.importing.bundle import Reader, SourceFile
from bot.importing.documents import json_entries
from bot.importing.lines import lines_of
from bot.importing.rows import Problem
from bot.importing.tables import MOST_LINES, Record, columns_of, records
from bot.importing.values import imdb_id, moment, score, whole, year


def source(content: bytes) -> SourceFile:
    return SourceFile("x.csv", content[:16_384], lambda: Reader(io.BytesIO(content), "x.csv"))


def table(content: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[tuple[str, int]]]:
    rows = list(records(source(content)))
    good = [(row.place.line, row.values) for row in rows if isinstance(row, Record)]
    return good, [(row.reason, row.place.line) for row in rows if isinstance(row, Problem)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_end_is_read(encoding: str, end: str) -> None:
    text = end.join(("first", "zwölf Jünger", "été", ""))
    assert list(lines_of(source(text.encode(encoding)))) == [(1, "first"), (2, "zwölf Jünger"), (3, "été")]


def test_a_single_wrong_byte_spoils_only_its_own_line() -> None:
    assert list(lines_of(source("é\n".encode() + b"\xe9\n" + "é\n".encode()))) == [(1, "é"), (2, "é"), (3, "é")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_without_end_is_a_problem_and_takes_no_memory(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 10_000)
    content = f"a\n{'x' * 3_000_000}\nb\n".encode(encoding)
    tracemalloc.start()
    found = list(lines_of(source(content)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [entry if isinstance(entry, tuple) else entry.reason for entry in found] == [
        (1, "a"),
        "line-too-long",
        (3, "b"),
    ]
    assert peak < 3_000_000


def test_nul_characters_are_dropped() -> None:
    assert list(lines_of(source(b"a\x00b\n"))) == [(1, "ab")]


def test_quotes_separators_and_line_ends_within_texts_are_understood() -> None:
    good, bad = table(b'Name;Text;N\n\n"a; b";"two\nlines with ""quotes""";3\nc;7" single;4\n')
    assert good == [
        (3, {"name": "a; b", "text": 'two\nlines with "quotes"', "n": "3"}),
        (5, {"name": "c", "text": '7" single', "n": "4"}),
    ]
    assert bad == []


def test_a_quote_that_never_closes_costs_its_own_line_only() -> None:
    rest = "".join(f"good,{n}\n" for n in range(MOST_LINES + 50))
    good, bad = table(f'name,n\n"never closed,1\n{rest}"again\n'.encode())
    assert bad == [("open-quote", 2), ("open-quote", MOST_LINES + 53)]
    assert len(good) == MOST_LINES + 50


def test_a_cell_of_any_length_is_read() -> None:
    good, _ = table(b'name,n\n"' + b"x" * 300_000 + b'",1\n')
    assert good == [(2, {"name": "x" * 300_000, "n": "1"})] or len(good) == 1


def test_a_broken_quote_is_read_as_well_as_can_be() -> None:
    good, _ = table(b'name,n\n"a"b,1\n')
    assert good[0][1]["n"] == "1"


def test_a_long_line_within_a_quote_does_not_swallow_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 1_000)
    good, bad = table(b'name,n\n"open,1\n' + b"x" * 5_000 + b"\ngood,2\n")
    assert [values["n"] for _, values in good] == ["2"]
    assert bad == [("open-quote", 2), ("line-too-long", 3)]


def test_headings_are_found_behind_empty_lines_and_in_any_case() -> None:
    assert columns_of(source(b"\n\nUserId\tMovieId\n1\t2\n")) == {"userid", "movieid"}
    assert columns_of(source(b"")) == frozenset()
    assert columns_of(source(b"x" * 30_000)) == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-01", datetime(2024, 5, 1, tzinfo=UTC)),
        ("2024-05-01T20:00:00Z", datetime(2024, 5, 1, 20, tzinfo=UTC)),
        ("2024-05-01T20:00:00+02:00", datetime(2024, 5, 1, 18, tzinfo=UTC)),
        ("2019-06-00", datetime(2019, 6, 1, tzinfo=UTC)),
        ("2019-00-00", datetime(2019, 1, 1, tzinfo=UTC)),
        ("964982703", datetime(2000, 7, 30, 18, 45, 3, tzinfo=UTC)),
        ("964982703000", datetime(2000, 7, 30, 18, 45, 3, tzinfo=UTC)),
        ("0000-00-00", None),
        ("2019-13-45", None),
        ("1970-01-01", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("99999999999999999999", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments_are_read_as_they_are_written(text: str, expected: datetime | None) -> None:
    assert moment(text) == expected


@given(st.text(max_size=60))
def test_no_text_makes_a_value_fail(text: str) -> None:
    found = moment(text)
    assert found is None or found.tzinfo is UTC
    score(text)
    whole(text)
    year(text)
    imdb_id(text)


def test_numbers_are_read_as_people_write_them() -> None:
    assert (score("7,5"), score("nan"), score("inf"), score("x")) == (7.5, None, None, None)
    assert (whole("7.0"), whole("1e12"), year("1999"), year("1066")) == (7, None, 1999, None)
    assert imdb_id("https://www.imdb.com/title/tt0111161/") == "tt0111161"
    assert imdb_id("nothing") == ""


def test_a_single_object_is_an_entry_too() -> None:
    found = list(json_entries(source(b' {"a": 1} ')))
    assert [entry[1] for entry in found if isinstance(entry, tuple)] == [{"a": 1}]
    assert list(json_entries(source(b""))) == []
    assert [entry.reason for entry in json_entries(source(b'[{"a": 1}')) if isinstance(entry, Problem)] == ["cut-off"]


def test_a_document_too_large_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST", 10)
    assert [entry.reason for entry in json_entries(source(b"[" + b" " * 50)) if isinstance(entry, Problem)] == [
        "too-large"
    ]


def test_endless_nesting_is_a_problem(tmp_path: Path) -> None:
    found = list(json_entries(source(b"[" * 100_000)))
    assert [entry.reason for entry in found if isinstance(entry, Problem)] == ["broken-json"]

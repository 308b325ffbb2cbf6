"""Whatever a file holds, a reader gives rows and problems, never an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.importing.bundle import open_bundle
from bot.importing.formats import importer_for, importers
from bot.importing.rows import CatalogueRow, HistoryRow, Note, Problem
from engine.errors import InvalidQuery

HEADS = (
    b"",
    b"Const,Your Rating,Date Rated,Title,Title Type,Year\n",
    b"Date,Name,Year,Letterboxd URI,Rating\n",
    b"userId;movieId;rating;timestamp\n",
    b'[{"watched_at": "2024-01-01", "movie": {"title": "x", "ids": {}}}, ',
    b"<myanimelist><anime><series_title>x</series_title><my_status>Completed</my_status>",
    b'{"title": "x"}\n',
    b"\xff\xfe",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
)
CELLS = st.sampled_from(
    [
        b",",
        b";",
        b'"',
        b"\n",
        b"\r\n",
        b"\x00",
        b"tt0000001",
        b"9",
        b"4.5",
        b"2024-01-01",
        b"</anime>",
        b"{}",
        b"]",
        b"\xe9",
    ]
)
CONTENT = st.one_of(st.binary(max_size=300), st.lists(CELLS, max_size=60).map(b"".join))


def test_the_formats_are_these() -> None:
    assert list(importers()) == ["catalogue", "imdb", "letterboxd", "myanimelist", "ratings", "trakt"]


@pytest.mark.parametrize("name", list(importers()))
@given(head=st.sampled_from(HEADS), content=CONTENT)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_content_makes_a_reader_fail(tmp_path: Path, name: str, head: bytes, content: bytes) -> None:
    path = tmp_path / "anything.csv"
    path.write_bytes(head + content)
    try:
        files = open_bundle(path)
    except InvalidQuery:
        return
    for importer in importers().values():
        importer.recognises(files)
    for row in importer_for(files, name).read(files):
        assert isinstance(row, HistoryRow | CatalogueRow | Problem | Note)
        if isinstance(row, HistoryRow):
            assert row.rating is None or 1 <= row.rating <= 10
            assert row.completion is None or 0 <= row.completion <= 1
            assert row.times >= 1
            assert row.at is None or row.at.tzinfo is not None

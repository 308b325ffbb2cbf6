"""Catalogues as JSON lines."""

from __future__ import annotations

import gzip
import json

from bot.importing.rows import CatalogueRow
from tests.adapters.imports.conftest import Reader, problems

FIELDS = {"movieId": 9, "tmdbId": 42, "imdbId": "tt0000042", "title": "Night Train", "year": 1999, "genres": ["Crime"]}


def test_titles_keep_their_ids_elsewhere(read: Reader) -> None:
    (row,) = read(items_jsonl=json.dumps(FIELDS) + "\n")
    assert isinstance(row, CatalogueRow)
    assert (row.item.id, row.item.imdb_id, row.item.external_ids) == ("movie:42", "tt0000042", {"movielens": "9"})


def test_bad_lines_are_named_and_good_ones_are_kept(read: Reader) -> None:
    lines = [json.dumps(FIELDS), "{", "[1]", '{"year": 3}', "", "\x00", json.dumps(FIELDS | {"year": "soon"})]
    rows = read(items_jsonl="\n".join(lines))
    assert problems(rows) == [("broken-json", 2), ("no-object", 3), ("bad-record", 4), ("bad-record", 7)]
    assert sum(isinstance(row, CatalogueRow) for row in rows) == 1


def test_a_compressed_catalogue_with_a_very_long_first_title_is_recognised(read: Reader) -> None:
    long = json.dumps(FIELDS | {"overview": "word " * 5_000})
    rows = read(items_gz=gzip.compress(f"{long}\n".encode()))
    assert isinstance(rows[0], CatalogueRow)

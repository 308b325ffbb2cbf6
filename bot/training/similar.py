"""Lists of similar and recommended titles, such as public catalogues give them, as something to learn from.

Every list is read as if somebody had liked what is on it: what stands together often belongs together.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO, cast

import numpy as np

from bot.importing.catalogue import BadRecord, read_item
from bot.training.reading import PublicData
from engine.domain.items import Item, MediaType, item_id
from engine.errors import InvalidQuery
from engine.learning.log import gathered

MOST_LISTED = 500
"""Titles of one list that are read."""
LONGEST_LINE = 2**20
LISTS = ("similar", "recommended", "recommendations")
_IMDB = re.compile(r"tt\d{5,10}")
_KINDS = {"film": "movie", "series": "tv", "show": "tv"}
Record = Mapping[str, object]


@dataclass(slots=True)
class _Lists:
    """What was read so far."""

    items: dict[str, Item] = field(default_factory=dict[str, Item])
    alias: dict[str, str] = field(default_factory=dict[str, str])
    """IMDb id to the id of a title that is known by TMDB's."""
    rows: list[tuple[str, list[str]]] = field(default_factory=list[tuple[str, list[str]]])

    def take(self, record: Record) -> None:
        """One line. Raises ValueError."""
        media_type = _media_type(record)
        listed = [key for name in LISTS for key in _keys(record.get(name), media_type)]
        item = _item(record, media_type)
        if item.imdb_id:
            self.alias[item_id(media_type, provider="imdb", key=item.imdb_id)] = item.id
        self.items[item.id] = item
        if listed:
            self.rows.append((item.id, listed[:MOST_LISTED]))

    def data(self, now: float) -> PublicData:
        """A log with a row for every list."""
        pairs = [
            (row, self.alias.get(key, key))
            for row, (own, listed) in enumerate(self.rows)
            for key in dict.fromkeys((own, *listed))
        ]
        for _, key in pairs:
            if key not in self.items:
                self.items[key] = _named(key)
        ids = tuple(sorted(self.items))
        place = {key: number for number, key in enumerate(ids)}
        keys = np.array([(row, place[key]) for row, key in pairs], np.int64).reshape(-1, 2)
        lists = tuple(f"list {row}" for row in range(len(self.rows)))
        log = gathered(ids, lists, keys, np.ones(len(keys)), np.full(len(keys), now), now=now)
        return PublicData(tuple(self.items[key] for key in ids), log, 0)


def read_similar(path: Path, now: float) -> PublicData:
    """Everything in ``path``, JSON lines. Raises InvalidQuery: evaluate-no-file, similar-bad-line."""
    lists = _Lists()
    for number, line in _lines(path):
        try:
            lists.take(_object(json.loads(line)))
        except (ValueError, TypeError, RecursionError, BadRecord) as problem:
            raise InvalidQuery("similar-bad-line", file=path.name, line=number, reason=str(problem)[:200]) from problem
    return lists.data(now)


def _object(value: object) -> Record:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return cast("Record", value)


def _media_type(record: Record) -> MediaType:
    told = str(record.get("type", record.get("media_type")) or "movie").lower()
    return MediaType(_KINDS.get(told, told))


def _item(record: Record, media_type: MediaType) -> Item:
    """The title a line is about; all but one id may be missing."""
    own = next((record[name] for name in ("tmdbId", "tmdb_id", "id", "imdbId", "imdb_id") if record.get(name)), None)
    key = _key(own, media_type)
    described = read_item({**_without_ids(record), "title": record.get("title") or key})
    tmdb_id, imdb_id = _named(key).tmdb_id, record.get("imdbId", record.get("imdb_id"))
    known = imdb_id if isinstance(imdb_id, str) and _IMDB.fullmatch(imdb_id) else _named(key).imdb_id
    return replace(described, id=key, tmdb_id=tmdb_id, imdb_id=known)


def _without_ids(record: Record) -> dict[str, object]:
    return {name: value for name, value in record.items() if not name.lower().endswith("id") and name not in LISTS}


def _keys(value: object, media_type: MediaType) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError("similar and recommended are lists of ids")
    return [_key(entry, media_type) for entry in cast("list[object]", value)]


def _key(value: object, media_type: MediaType) -> str:
    """A TMDB id, an IMDb id or an id of ours."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not 0 < len(text) <= 200:
        raise TypeError(f"no id: {str(value)[:40]}")
    if text.isascii() and text.isdecimal() and 0 < int(text) < 2**31:
        return item_id(media_type, tmdb_id=int(text))
    if _IMDB.fullmatch(text):
        return item_id(media_type, provider="imdb", key=text)
    kind, _, rest = text.partition(":")
    if not rest or kind not in set(MediaType):
        raise ValueError(f"no id: {text[:40]}")
    return text


def _named(key: str) -> Item:
    """A title of which only the id is known."""
    kind, _, rest = key.partition(":")
    imdb = rest.removeprefix("imdb:") if rest.startswith("imdb:") else None
    return Item(key, MediaType(kind), key, tmdb_id=int(rest) if rest.isdecimal() else None, imdb_id=imdb)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with _opened(path) as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE):
            number += 1
            if len(line) >= LONGEST_LINE:
                raise InvalidQuery("similar-bad-line", file=path.name, line=number, reason="too long")
            if line.strip():
                yield number, line


@contextmanager
def _opened(path: Path) -> Generator[TextIO]:
    if not path.is_file():
        raise InvalidQuery("evaluate-no-file", file=str(path))
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield lines
    except (OSError, EOFError, UnicodeDecodeError) as problem:
        raise InvalidQuery("similar-bad-line", file=path.name, line=0, reason=str(problem)[:200]) from problem

"""Reads a folder with ``ratings.csv`` and ``items.jsonl``, or the same with ``.gz``."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from bot.importing.catalogue import BadRecord, read_item
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item, MediaType, item_id
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus, corpus_of

COLUMNS = ("userId", "movieId", "rating", "timestamp")
LIBRARY = "all"
STARS = 5.0
"""Highest rating in the files."""


def read_corpus(folder: Path, *, votes: bool = False) -> Corpus:
    """Everything in ``folder``; public ``votes`` are left out unless asked for, as they were counted later.

    Raises InvalidQuery: evaluate-no-file, evaluate-bad-line.
    """
    items = {item.id: item for item in _items(_existing(folder, "items.jsonl"), votes=votes)}
    facts = list(_ratings(_existing(folder, "ratings.csv")))
    people = sorted({fact.viewer_id for fact in facts})
    viewers = [Viewer(viewer_id, viewer_id, library_ids=frozenset({LIBRARY})) for viewer_id in people]
    return corpus_of(items.values(), viewers, facts)


def _existing(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise InvalidQuery("evaluate-no-file", file=str(folder / name))


def _items(path: Path, *, votes: bool) -> Iterator[Item]:
    with _lines(path) as lines:
        for number, line in enumerate(lines, start=1):
            try:
                record = json.loads(line)
                item = read_item(record, default_library=LIBRARY)
                own_id = _own_id(record["movieId"])
            except (ValueError, TypeError, KeyError, AttributeError, BadRecord) as problem:
                raise _bad_line(path, number, problem) from problem
            item = replace(item, id=own_id, library_ids=frozenset({LIBRARY}))
            yield item if votes else replace(item, vote_average=None, vote_count=None, popularity=None)


def _ratings(path: Path) -> Iterator[Interaction]:
    with _lines(path) as lines:
        rows = csv.DictReader(lines)
        if missing := set(COLUMNS) - set(rows.fieldnames or ()):
            raise _bad_line(path, 1, f"no column {', '.join(sorted(missing))}")
        for number, row in enumerate(rows, start=2):
            try:
                yield _rating(row, number)
            except (ValueError, TypeError, OverflowError) as problem:
                raise _bad_line(path, number, problem) from problem


def _rating(row: dict[str, str], number: int) -> Interaction:
    stars = float(row["rating"])
    if not 0 <= stars <= STARS:
        raise ValueError(f"rating {stars}")
    return Interaction(
        id=f"rating:{number}",
        viewer_id=f"person-{row['userId']}",
        item_id=_own_id(row["movieId"]),
        kind=InteractionKind.RATING,
        at=datetime.fromtimestamp(float(row["timestamp"]), UTC),
        rating=max(1.0, 10 * stars / STARS),
        source="evaluation",
    )


def _own_id(key: object) -> str:
    return item_id(MediaType.MOVIE, provider="movielens", key=str(int(str(key))))


def _bad_line(path: Path, number: int, problem: object) -> InvalidQuery:
    return InvalidQuery("evaluate-bad-line", file=path.name, line=number, reason=str(problem)[:200])


@contextmanager
def _lines(path: Path) -> Generator[TextIO]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield lines
    except (OSError, EOFError, UnicodeDecodeError) as problem:
        raise _bad_line(path, 0, problem) from problem

"""Reads a folder with ``ratings.csv`` and ``items.jsonl``, or the same with ``.gz``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.evaluating.columns import Columns, read_columns
from bot.evaluating.lines import each, existing, lines_of
from bot.evaluating.moments import dated, impossible
from bot.evaluating.notes import Note, note, note_of
from bot.evaluating.rows import LIBRARY, item_of, rating_of
from bot.evaluating.scale import LIKED, STARS
from bot.importing.catalogue import BadRecord
from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus, corpus_of

Rows = NDArray[np.int64]
OF_TEN, LEAST = 10.0, 1.0
"""Ratings of ten, and the least there is."""


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """The titles of a folder, what people gave them, and what was odd about that."""

    items: tuple[Item, ...]
    """In the order of the file."""
    ratings: Columns
    """Of these titles, one for each person and title, ``stars`` of ten from 1, ``at`` without gaps."""
    skipped: int
    """Ratings of other titles."""
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read, what was odd about it, and a fingerprint of the files."""

    corpus: Corpus
    notes: tuple[Note, ...]
    fingerprint: str


def read_rated(folder: Path, now: float, *, votes: bool = False) -> Rated:
    """Everything in ``folder``; public ``votes`` are left out unless asked for, as they were counted later.

    Of several ratings of one title by one person the latest counts, of the same moment the last line.
    Timestamps after ``now``, in seconds since 1970, are none.
    Raises InvalidQuery: evaluate-no-file, evaluate-bad-file, evaluate-bad-line, evaluate-bad-lines, evaluate-no-match.
    """
    titles, path = existing(folder, "items.jsonl"), existing(folder, "ratings.csv")
    items, notes = _titles(titles, votes=votes)
    read = read_columns(path)
    known = np.array([item_id in items for item_id in read.titles], np.bool_)[read.item]
    ratings, skipped = read.some(known), read.line[~known]
    wrong = impossible(ratings.at, now)
    ratings = replace(ratings, at=np.where(wrong, np.nan, ratings.at))
    undated = np.isnan(ratings.at) & ~wrong
    latest, again = _latest(ratings)
    least = LIKED * read.highest
    if not len(ratings.line):
        raise InvalidQuery("evaluate-no-match", file=path.name, ratings=len(skipped), titles=len(items))
    if not read.rated:
        notes.append(note("folder-all-liked", path))
    elif read.highest != STARS:
        notes.append(note("folder-scale", path, highest=f"{read.highest:g}", least=f"{least:g}"))
    if read.stars.max() < least:
        notes.append(note("folder-none-liked", path, least=f"{least:g}"))
    if undated.all():
        notes.append(note("folder-timeless", path))
        undated[:] = False
    said = {
        "folder-rated-again": again,
        "folder-unknown": skipped,
        "folder-undated": ratings.line[undated],
        "folder-no-dates": ratings.line[wrong],
    }
    notes += [note_of(key, path, lines.tolist()) for key, lines in said.items() if len(lines)]
    return Rated(tuple(items.values()), _of_ten(_with_moments(ratings, items).some(latest)), len(skipped), tuple(notes))


def read_folder(folder: Path, now: float, *, votes: bool = False) -> Folder:
    """The same as people with what they met. Raises as ``read_rated``."""
    rated = read_rated(folder, now, votes=votes)
    rows = rated.ratings
    viewers = [Viewer(viewer_id, viewer_id, library_ids=frozenset({LIBRARY})) for viewer_id in sorted(rows.people)]
    people = map(rows.people.__getitem__, rows.person.tolist())
    titles = map(rows.titles.__getitem__, rows.item.tolist())
    facts = map(rating_of, people, titles, rows.stars.tolist(), rows.at.tolist(), rows.line.tolist())
    files = existing(folder, "items.jsonl"), existing(folder, "ratings.csv")
    return Folder(corpus_of(rated.items, viewers, facts), rated.notes, _fingerprint(*files))


def read_corpus(folder: Path, now: float, *, votes: bool = False) -> Corpus:
    """What was read alone. Raises as ``read_rated``."""
    return read_folder(folder, now, votes=votes).corpus


def _titles(path: Path, *, votes: bool) -> tuple[dict[str, Item], list[Note]]:
    """By their id."""
    items: dict[str, Item] = {}
    again: list[int] = []
    for line, item in _items(path, votes=votes):
        if item.id in items:
            again.append(line)
        items[item.id] = item
    return items, [note_of("folder-titles-again", path, again)] if again else []


def _items(path: Path, *, votes: bool) -> Iterator[tuple[int, Item]]:
    def read(line: str) -> Item:
        try:
            record = json.loads(line)
        except json.JSONDecodeError as problem:
            raise BadRecord(f"each line is to be one JSON object, and this is none: {problem.msg}") from None
        if not isinstance(record, dict):
            raise BadRecord("each line is to be one JSON object, and this is none")
        return item_of(record, votes=votes)  # pyright: ignore[reportUnknownArgumentType] - checked field by field

    with lines_of(path) as lines:
        yield from each(path, ((number, line) for number, line in enumerate(lines, start=1) if line.strip()), read)


def _latest(ratings: Columns) -> tuple[Rows, Rows]:
    """Rows of the latest rating of each person and title, and the lines that rate what was rated before them."""
    met = ratings.person.astype(np.int64) * max(len(ratings.titles), 1) + ratings.item
    first = np.unique(met, return_index=True)[1]
    again = np.delete(ratings.line, first)
    order = np.lexsort((np.nan_to_num(ratings.at, nan=-1.0), met))  # stable: of one moment the last line comes last
    return np.sort(order[np.diff(met[order], append=-1) != 0]), again


def _with_moments(ratings: Columns, items: Mapping[str, Item]) -> Columns:
    years = np.array([(items[title].year or 0) if title in items else 0 for title in ratings.titles], np.int64)
    newest = max((item.year for item in items.values() if item.year is not None), default=None)
    return replace(ratings, at=dated(ratings.at, years[ratings.item], newest))


def _of_ten(ratings: Columns) -> Columns:
    return replace(ratings, stars=np.maximum(LEAST, OF_TEN * ratings.stars / ratings.highest), highest=OF_TEN)


def _fingerprint(*paths: Path) -> str:
    digest = sha256()
    for path in paths:
        with path.open("rb") as bytes_of:
            while block := bytes_of.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]

"""Reads a folder with ``ratings.csv`` and ``items.jsonl``, or the same with ``.gz``."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TextIO, TypeVar

from bot.evaluating.rows import LIBRARY, item_of, rating_of
from bot.importing.catalogue import BadRecord
from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus, corpus_of

COLUMNS = ("userId", "movieId", "rating", "timestamp")
NAMED = 5
"""Lines that are named when more are amiss."""
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read, what was odd about it, and a fingerprint of the files."""

    corpus: Corpus
    notes: tuple[str, ...]
    fingerprint: str


@dataclass(slots=True)
class _Amiss:
    """Lines with one thing amiss."""

    lines: list[int] = field(default_factory=list[int])
    reason: str = ""

    def add(self, line: int, reason: object = "") -> None:
        self.reason = self.reason or str(reason)[:200]
        self.lines.append(line)

    @property
    def named(self) -> str:
        more = "" if len(self.lines) <= NAMED else " …"
        return ", ".join(map(str, self.lines[:NAMED])) + more


def read_folder(folder: Path, *, votes: bool = False) -> Folder:
    """Everything in ``folder``; public ``votes`` are left out unless asked for, as they were counted later.

    Of several ratings of one title by one person the latest counts, of the same moment the last line.
    Raises InvalidQuery: evaluate-no-file, evaluate-bad-line, evaluate-bad-lines.
    """
    titles, ratings = _existing(folder, "items.jsonl"), _existing(folder, "ratings.csv")
    again, unknown, twice = _Amiss(), _Amiss(), _Amiss()
    items: dict[str, Item] = {}
    for line, item in _items(titles, votes=votes):
        if item.id in items:
            again.add(line)
        items[item.id] = item
    latest: dict[tuple[str, str], Interaction] = {}
    for line, fact in _ratings(ratings):
        met = (fact.viewer_id, fact.item_id)
        if fact.item_id not in items:
            unknown.add(line)
            continue
        if met in latest:
            twice.add(line)
            if fact.at < latest[met].at:
                continue
        latest[met] = fact
    people = sorted({viewer_id for viewer_id, _ in latest})
    viewers = [Viewer(viewer_id, viewer_id, library_ids=frozenset({LIBRARY})) for viewer_id in people]
    said = (
        (titles, again, "titles given again; the last line counts"),
        (ratings, twice, "ratings of a title by a person who had rated it; the latest counts"),
        (ratings, unknown, f"ratings of titles that {titles.name} does not have, left out"),
    )
    notes = tuple(
        f"{path.name}: {len(amiss.lines):,} {what} (line {amiss.named})" for path, amiss, what in said if amiss.lines
    )
    return Folder(corpus_of(items.values(), viewers, latest.values()), notes, _fingerprint(titles, ratings))


def read_corpus(folder: Path, *, votes: bool = False) -> Corpus:
    """What was read alone. Raises as ``read_folder``."""
    return read_folder(folder, votes=votes).corpus


def read_items(folder: Path, *, votes: bool = False) -> Iterator[Item]:
    """The titles alone, as they come. Raises as ``read_folder``."""
    return (item for _, item in _items(_existing(folder, "items.jsonl"), votes=votes))


def read_ratings(folder: Path) -> Iterator[Interaction]:
    """The ratings alone, as they come, each as often as it is there. Raises as ``read_folder``."""
    return (fact for _, fact in _ratings(_existing(folder, "ratings.csv")))


def _existing(folder: Path, name: str) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise InvalidQuery("evaluate-no-file", file=str(folder / name))


def _items(path: Path, *, votes: bool) -> Iterator[tuple[int, Item]]:
    def read(line: str) -> Item:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise BadRecord("not a JSON object")
        return item_of(record, votes=votes)  # pyright: ignore[reportUnknownArgumentType] - checked field by field

    with _lines(path) as lines:
        yield from _each(path, ((number, line) for number, line in enumerate(lines, start=1) if line.strip()), read)


def _ratings(path: Path) -> Iterator[tuple[int, Interaction]]:
    with _lines(path) as lines:
        rows = csv.DictReader(lines)
        if missing := set(COLUMNS) - set(rows.fieldnames or ()):
            raise _bad_line(path, 1, f"no column {', '.join(sorted(missing))}")
        yield from _each(
            path, ((rows.line_num, (rows.line_num, row)) for row in rows), lambda own: rating_of(own[1], own[0])
        )


_Line = TypeVar("_Line")


def _each(
    path: Path, lines: Iterator[tuple[int, _Line]], read: Callable[[_Line], _Read]
) -> Iterator[tuple[int, _Read]]:
    """What can be read, by line; afterwards an error that names all lines that cannot."""
    amiss = _Amiss()
    for number, line in lines:
        try:
            yield number, read(line)
        except (ValueError, RecursionError) as problem:
            amiss.add(number, problem)
    if len(amiss.lines) == 1:
        raise _bad_line(path, amiss.lines[0], amiss.reason)
    if amiss.lines:
        raise InvalidQuery(
            "evaluate-bad-lines", file=path.name, count=len(amiss.lines), lines=amiss.named, reason=amiss.reason
        )


def _bad_line(path: Path, number: int, problem: object) -> InvalidQuery:
    return InvalidQuery("evaluate-bad-line", file=path.name, line=number, reason=str(problem)[:200])


@contextmanager
def _lines(path: Path) -> Generator[TextIO]:
    try:
        with _opened(path) as lines:
            yield lines
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as problem:
        raise _bad_line(path, 0, problem) from problem


def _opened(path: Path) -> TextIO:
    """As text; a mark of byte order is no part of it."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _fingerprint(*paths: Path) -> str:
    digest = sha256()
    for path in paths:
        with path.open("rb") as bytes_of:
            while block := bytes_of.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]

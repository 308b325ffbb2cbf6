"""Reads a folder with ``ratings.csv`` and ``items.jsonl``, or the same with ``.gz``."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from bot.evaluating.lines import Amiss, bad_line, each, existing, lines_of
from bot.evaluating.rows import LIBRARY, STARS, UNDATED, item_of, rating_of
from bot.evaluating.scale import scale_of
from bot.importing.catalogue import BadRecord
from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus, corpus_of

COLUMNS = {"userid": "userId", "movieid": "movieId", "rating": "rating", "timestamp": "timestamp"}
"""What is read, by its head in small letters without spaces and underscores."""
MAY_LACK = frozenset({"timestamp"})
Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read, what was odd about it, and a fingerprint of the files."""

    corpus: Corpus
    notes: tuple[str, ...]
    fingerprint: str


def read_folder(folder: Path, *, votes: bool = False) -> Folder:
    """Everything in ``folder``; public ``votes`` are left out unless asked for, as they were counted later.

    Of several ratings of one title by one person the latest counts, of the same moment the last line.
    Raises InvalidQuery: evaluate-no-file, evaluate-bad-file, evaluate-bad-line, evaluate-bad-lines.
    """
    titles, ratings = existing(folder, "items.jsonl"), existing(folder, "ratings.csv")
    again, unknown, twice, undated = Amiss(), Amiss(), Amiss(), Amiss()
    items: dict[str, Item] = {}
    for line, item in _items(titles, votes=votes):
        if item.id in items:
            again.add(line)
        items[item.id] = item
    latest: dict[tuple[str, str], Interaction] = {}
    highest = _scale(ratings)
    for line, fact in _ratings(ratings, highest):
        met = (fact.viewer_id, fact.item_id)
        if fact.item_id not in items:
            unknown.add(line)
            continue
        if fact.at == UNDATED:
            undated.add(line)
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
        (ratings, undated, "ratings without a timestamp; they count as older than all others, in an order by lot"),
    )
    notes = [f"{ratings.name}: ratings reach up to {highest:g}; liked from {0.8 * highest:g}"] * (highest != STARS)
    notes += [
        f"{path.name}: {len(amiss.lines):,} {what} (line {amiss.named})" for path, amiss, what in said if amiss.lines
    ]
    facts = _dated(list(latest.values()), items.values())
    return Folder(corpus_of(items.values(), viewers, facts), tuple(notes), _fingerprint(titles, ratings))


def read_corpus(folder: Path, *, votes: bool = False) -> Corpus:
    """What was read alone. Raises as ``read_folder``."""
    return read_folder(folder, votes=votes).corpus


def read_items(folder: Path, *, votes: bool = False) -> Iterator[Item]:
    """The titles alone, as they come. Raises as ``read_folder``."""
    return (item for _, item in _items(existing(folder, "items.jsonl"), votes=votes))


def read_ratings(folder: Path) -> Iterator[Interaction]:
    """The ratings alone, as they come, each as often as it is there. Raises as ``read_folder``."""
    path = existing(folder, "ratings.csv")
    return (fact for _, fact in _ratings(path, _scale(path)))


def _dated(facts: list[Interaction], items: Iterable[Item]) -> list[Interaction]:
    """What has no timestamp gets one just before all others; with none at all, one at which every title is out.

    There end also timestamps that are no dates but an order, by which most titles were not out when they were rated:
    people are asked a moment after what is known of them, and are not offered what is not out by then.
    """
    years = {item.id: item.year for item in items if item.year is not None}
    out = datetime(max(years.values(), default=UNDATED.year) + 1, 1, 1, tzinfo=UTC)
    dated = [fact for fact in facts if fact.at != UNDATED]
    early = sum(years.get(fact.item_id, 0) > fact.at.year for fact in dated)
    step = out - max(fact.at for fact in dated) if 2 * early > len(dated) else timedelta()
    if len(dated) == len(facts) and not step:
        return facts
    then = min(fact.at for fact in dated) + step - timedelta(seconds=1) if dated else out
    return [replace(fact, at=then if fact.at == UNDATED else fact.at + step) for fact in facts]


def _items(path: Path, *, votes: bool) -> Iterator[tuple[int, Item]]:
    def read(line: str) -> Item:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise BadRecord("not a JSON object")
        return item_of(record, votes=votes)  # pyright: ignore[reportUnknownArgumentType] - checked field by field

    with lines_of(path) as lines:
        yield from each(path, ((number, line) for number, line in enumerate(lines, start=1) if line.strip()), read)


def _ratings(path: Path, highest: float) -> Iterator[tuple[int, Interaction]]:
    """One by one; ``highest`` is what a rating may be at most."""
    rows = ((line, (line, row)) for line, row in _rows(path))
    yield from each(path, rows, lambda own: rating_of(own[1], own[0], highest))


def _scale(path: Path) -> float:
    return scale_of(row["rating"] for _, row in _rows(path))


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Lines of the table by their number, with the columns' own names."""
    with lines_of(path) as lines:
        rows = csv.DictReader(lines)
        try:
            heads = rows.fieldnames or ()
            named = [COLUMNS.get("".join(head.casefold().replace("_", " ").split()), head) for head in heads]
            if missing := set(COLUMNS.values()) - MAY_LACK - set(named):
                there = f"there is {', '.join(heads)}"[:100] if heads else "the file is empty"
                raise bad_line(path, 1, f"no column {', '.join(sorted(missing))}; {there}")
            rows.fieldnames = named
            for row in rows:
                yield rows.line_num, row
        except csv.Error as problem:
            raise bad_line(path, rows.line_num, problem) from problem


def _fingerprint(*paths: Path) -> str:
    digest = sha256()
    for path in paths:
        with path.open("rb") as bytes_of:
            while block := bytes_of.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]

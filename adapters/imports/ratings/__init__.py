"""A plain table of people, titles and scores, as public data sets publish them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bot.importing.bundle import SourceFile
from bot.importing.rows import HistoryRow, Importer, Note, Problem, Row
from bot.importing.tables import Record, columns_of, records
from bot.importing.values import imdb_id, moment, score
from engine.domain.interactions import InteractionKind

PEOPLE = ("user", "userid", "user_id", "viewer", "person", "username")
SCORES = ("rating", "score", "stars")
TIMES = ("timestamp", "time", "date", "rated_at")
IDS: Mapping[str, str] = {
    "movieid": "movielens",
    "movie_id": "movielens",
    "movielens_id": "movielens",
    "imdbid": "imdb",
    "imdb_id": "imdb",
    "tmdbid": "tmdb",
    "tmdb_id": "tmdb",
}
ITEMS = ("item", "itemid", "item_id", "title", *IDS)
SAMPLE = 200_000
"""Rows that are looked at for the scale."""
SCALES = (5.0, 10.0, 100.0)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Every table names people, titles and scores."""
    return bool(files) and all(
        all(columns & set(wanted) for wanted in (PEOPLE, ITEMS, SCORES)) for columns in map(columns_of, files)
    )


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """Ratings, brought to 1–10; the report says which scale was found."""
    for file in files:
        scale = _scale(file)
        yield Note("rating-scale", scale)
        for record in records(file):
            yield record if isinstance(record, Problem) else _row(record, scale)


def _scale(file: SourceFile) -> float:
    """The smallest usual scale that holds every score of the file."""
    table = (record for record in islice(records(file), SAMPLE) if isinstance(record, Record))
    scores = (score(record.get(*SCORES)) for record in table)
    highest = max((found for found in scores if found is not None and 0 <= found <= SCALES[-1]), default=0.0)
    return next(scale for scale in SCALES if highest <= scale)


def _row(record: Record, scale: float) -> Row:
    person = record.get(*PEOPLE)[:100]
    told = record.get(*SCORES)
    rating = score(told)
    if not person:
        return Problem(record.place, "no-person")
    if rating is None or not 0 <= rating <= scale:
        return Problem(record.place, "bad-rating", told[:40])
    title, ids = _named(record)
    if not title and not ids:
        return Problem(record.place, "no-title")
    return HistoryRow(
        record.place,
        InteractionKind.RATING,
        title=title,
        ids=ids,
        at=moment(record.get(*TIMES)),
        rating=max(1.0, rating * 10 / scale),
        person=person,
    )


def _named(record: Record) -> tuple[str, Mapping[str, str]]:
    """Title and ids, whichever the table has; a column called ``item`` holds an id of ours, IMDb's, or a title."""
    ids = {service: found for name, service in IDS.items() if (found := record.get(name))}
    item = record.get("item", "itemid", "item_id")
    if const := imdb_id(item):
        ids["imdb"] = const
    elif item.isdecimal():
        ids.setdefault("movielens", item)
    elif ":" in item and " " not in item:
        ids["item"] = item
    if ids.get("imdb", "").isdecimal():
        ids["imdb"] = f"tt{ids['imdb']:0>7}"
    return record.get("title") or (item if not ids else ""), ids


IMPORTER = Importer("ratings", recognises, read, many_people=True)

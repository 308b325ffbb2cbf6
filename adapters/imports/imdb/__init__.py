"""IMDb: the ratings export, and exports of lists and of the watchlist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.importing.bundle import SourceFile
from bot.importing.rows import HistoryRow, Importer, Problem, Row
from bot.importing.tables import Record, columns_of, records
from bot.importing.values import imdb_id, moment, score, year
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType

FILMS = (MediaType.MOVIE, MediaType.ANIME)
SERIES = (MediaType.TV, MediaType.ANIME)
TYPES = {
    "movie": FILMS,
    "short": FILMS,
    "tv movie": FILMS,
    "tvmovie": FILMS,
    "tv special": FILMS,
    "tvspecial": FILMS,
    "tv short": FILMS,
    "video": FILMS,
    "tv series": SERIES,
    "tvseries": SERIES,
    "tv mini series": SERIES,
    "tv mini-series": SERIES,
    "tvminiseries": SERIES,
}
"""Games, single episodes, podcasts and music videos are not among them: nothing here stands for those."""


def recognises(files: Sequence[SourceFile]) -> bool:
    """Every table has IMDb's own column ``Const``."""
    return bool(files) and all("const" in columns_of(file) for file in files)


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """A rating each, or, on lists, a save where it is not rated."""
    for file in files:
        for record in records(file):
            yield record if isinstance(record, Problem) else _row(record)


def _row(record: Record) -> Row:
    const, title = imdb_id(record.get("const")), record.get("title")
    if not const and not title:
        return Problem(record.place, "no-title")
    kind = record.get("title type").casefold()
    if kind and kind not in TYPES:
        return Problem(record.place, "other-kind", record.get("title type")[:40])
    told = record.get("your rating")
    rating = score(told) if told else None
    if told and (rating is None or not 1 <= rating <= 10):
        return Problem(record.place, "bad-rating", told[:40])
    return HistoryRow(
        record.place,
        InteractionKind.SAVE if rating is None else InteractionKind.RATING,
        title=title,
        year=year(record.get("year")),
        original_title=record.get("original title"),
        media_types=TYPES.get(kind, ()),
        ids={"imdb": const} if const else {},
        at=moment(record.get("date rated") if rating is not None else record.get("created", "modified")),
        rating=rating,
    )


IMPORTER = Importer("imdb", recognises, read)

"""Letterboxd: the export as it is downloaded (ZIP), unpacked, or single tables of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.importing.bundle import SourceFile
from bot.importing.rows import HistoryRow, Importer, Problem, Row
from bot.importing.tables import Record, columns_of, records
from bot.importing.values import moment, score, year
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType

FILMS = (MediaType.MOVIE, MediaType.ANIME, MediaType.TV)
_OURS = frozenset({"name", "letterboxd uri"})
Film = tuple[str, int | None]


@dataclass(slots=True)
class _Known:
    """What the diary and the ratings told already; the other tables repeat it."""

    seen: set[Film] = field(default_factory=set[Film])
    rated: set[tuple[Film, float]] = field(default_factory=set[tuple[Film, float]])


def recognises(files: Sequence[SourceFile]) -> bool:
    """One of the tables is about films on Letterboxd."""
    return any(columns_of(file) >= _OURS for file in files)


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """The diary first: it knows every viewing, and what the ratings and the list of watched films only repeat."""
    tables = [(table, file) for file in files if (table := _table(file))]
    known = _Known()
    told = {table for table, _ in tables}
    for wanted, reader in _READERS.items():
        if wanted == "reviews" and "diary" in told:
            continue
        for table, file in tables:
            if table == wanted:
                for record in records(file):
                    yield from (record,) if isinstance(record, Problem) else reader(record, known)


def _table(file: SourceFile) -> str:
    """Which table a file is, by its columns and, where two tables have the same, by its name."""
    columns, name = columns_of(file), file.name.replace("\\", "/").casefold()
    if not columns >= _OURS or name.startswith(("deleted/", "orphaned/")) or "/deleted/" in name:
        return ""
    if "watched date" in columns:
        return "reviews" if "review" in columns else "diary"
    if "rating" in columns:
        return "ratings"
    return next((table for table in ("watchlist", "likes", "watched") if table in name), "unclear")


def _diary(record: Record, known: _Known) -> Iterator[Row]:
    """A viewing each, rewatches among them, and the rating given with it."""
    at = record.get("watched date", "date")
    if film := _film(record):
        known.seen.add(film)
        yield _row(record, film, InteractionKind.SEEN, at)
        if record.get("rating"):
            yield _rating(record, film, at, known)
    else:
        yield Problem(record.place, "no-title")


def _ratings(record: Record, known: _Known) -> Iterator[Row]:
    film, stars = _film(record), score(record.get("rating"))
    if film is None:
        yield Problem(record.place, "no-title")
    elif stars is None or (film, stars) not in known.rated:
        known.seen.add(film)
        yield _rating(record, film, record.get("date"), known)


def _watched(record: Record, known: _Known) -> Iterator[Row]:
    film = _film(record)
    if film is None:
        yield Problem(record.place, "no-title")
    elif film not in known.seen:
        yield _row(record, film, InteractionKind.SEEN, record.get("date"))


def _plain(kind: InteractionKind) -> Callable[[Record, _Known], Iterator[Row]]:
    def read_plain(record: Record, known: _Known) -> Iterator[Row]:
        del known
        film = _film(record)
        yield Problem(record.place, "no-title") if film is None else _row(record, film, kind, record.get("date"))

    return read_plain


def _unclear(record: Record, known: _Known) -> Iterator[Row]:
    del known
    yield Problem(record.place, "which-list")


_READERS = {
    "diary": _diary,
    "reviews": _diary,
    "ratings": _ratings,
    "watched": _watched,
    "likes": _plain(InteractionKind.LIKE),
    "watchlist": _plain(InteractionKind.SAVE),
    "unclear": _unclear,
}


def _film(record: Record) -> Film | None:
    name = record.get("name")
    return (name, year(record.get("year"))) if name else None


def _rating(record: Record, film: Film, at: str, known: _Known) -> Row:
    """Half stars to five are 1–10."""
    told = record.get("rating")
    stars = score(told)
    if stars is None or not 0.5 <= stars <= 5:
        return Problem(record.place, "bad-rating", told[:40])
    known.rated.add((film, stars))
    return _row(record, film, InteractionKind.RATING, at, stars * 2)


def _row(record: Record, film: Film, kind: InteractionKind, at: str, rating: float | None = None) -> HistoryRow:
    title, year_of = film
    return HistoryRow(record.place, kind, title, year_of, media_types=FILMS, at=moment(at), rating=rating)


IMPORTER = Importer("letterboxd", recognises, read)

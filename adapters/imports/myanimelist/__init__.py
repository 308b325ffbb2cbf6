"""MyAnimeList: the anime and manga lists as XML, which other services write, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from adapters.imports.myanimelist.entries import Entry, entries
from bot.importing.bundle import SourceFile
from bot.importing.lines import head_text
from bot.importing.rows import HistoryRow, Importer, Problem, Row
from bot.importing.values import moment, score, whole
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType

MOST_TIMES = 10
IN_PROGRESS = 0.2
"""Completion from which a title counts as begun, not as abandoned."""
EARLY = 3
"""Episodes after which a series of unknown length was dropped early."""
SEEN, MIDWAY, DROPPED, PLANNED = "seen", "midway", "dropped", "planned"
STATUSES = {
    "completed": SEEN,
    "2": SEEN,
    "rewatching": SEEN,
    "rereading": SEEN,
    "watching": MIDWAY,
    "reading": MIDWAY,
    "1": MIDWAY,
    "on-hold": MIDWAY,
    "onhold": MIDWAY,
    "3": MIDWAY,
    "dropped": DROPPED,
    "4": DROPPED,
    "plan to watch": PLANNED,
    "plan to read": PLANNED,
    "6": PLANNED,
}
TYPES = {
    "anime": (MediaType.ANIME, MediaType.TV, MediaType.MOVIE),
    "manga": (MediaType.MANGA,),
}
IDS = {"anime": "mal", "manga": "mal-manga"}


def recognises(files: Sequence[SourceFile]) -> bool:
    """Every file is a ``<myanimelist>``."""
    return bool(files) and all("<myanimelist" in head_text(file).casefold() for file in files)


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """What was finished, begun, dropped or planned, and the scores."""
    for file in files:
        for entry in entries(file):
            yield from (entry,) if isinstance(entry, Problem) else _rows(entry)


def _rows(entry: Entry) -> Iterator[Row]:
    number = whole(entry.first("series_animedb_id", "anime_animedb_id", "manga_mangadb_id")) or 0
    title, told = entry.first("series_title", "manga_title"), entry.first("my_status")
    status = STATUSES.get(told.casefold())
    if not title and number < 1:
        yield Problem(entry.place, "no-title")
    elif status is None:
        yield Problem(entry.place, "unknown-status", told[:40])
    else:
        at = moment(entry.first("my_finish_date")) or moment(entry.first("my_start_date"))
        ids = {IDS[entry.kind]: str(number)} if number > 0 else {}
        plain = HistoryRow(entry.place, InteractionKind.SAVE, title, media_types=TYPES[entry.kind], ids=ids, at=at)
        yield _status(entry, plain, status)
        yield from _score(entry, plain)


def _status(entry: Entry, plain: HistoryRow, status: str) -> HistoryRow:
    if status == PLANNED:
        return plain
    if status == SEEN:
        again = whole(entry.first("my_times_watched", "my_times_read", "my_reread")) or 0
        return replace(plain, kind=InteractionKind.SEEN, times=min(max(again, 0), MOST_TIMES - 1) + 1)
    done = whole(entry.first("my_watched_episodes", "my_read_chapters")) or 0
    total = whole(entry.first("series_episodes", "manga_chapters")) or 0
    share = min(max(done / total, 0.0), 1.0) if total > 0 else None
    if status == MIDWAY:
        share = None if share is None else max(share, IN_PROGRESS)
    elif share is None and done <= EARLY:
        share = 0.0
    return replace(plain, kind=InteractionKind.WATCH, completion=share)


def _score(entry: Entry, plain: HistoryRow) -> Iterator[Row]:
    """0 stands for none."""
    told = entry.first("my_score")
    rating = score(told) if told else 0.0
    if rating is None or not 0 <= rating <= 10:
        yield Problem(entry.place, "bad-rating", told[:40])
    elif rating > 0:
        yield replace(plain, kind=InteractionKind.RATING, rating=max(rating, 1.0))


IMPORTER = Importer("myanimelist", recognises, read)

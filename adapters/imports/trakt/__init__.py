"""Trakt: the export of one's data (ZIP of JSON), and lists as its API answers them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from adapters.imports.trakt.history import History
from adapters.imports.trakt.titles import text_of, title_of
from bot.importing.bundle import SourceFile
from bot.importing.documents import json_entries
from bot.importing.lines import head_text
from bot.importing.rows import HistoryRow, Importer, Place, Problem, Row
from bot.importing.values import moment, score
from engine.domain.interactions import InteractionKind

SIGNS = ("watched_at", "last_watched_at", "rated_at", "listed_at", "collected_at", "last_collected_at")
_NOT_TITLES = frozenset({"episode", "season", "person", "list", "comment", "user"})


def recognises(files: Sequence[SourceFile]) -> bool:
    """One of the files is a list of movies or shows with one of Trakt's times."""
    return any(_looks_like(file) for file in files)


def read(files: Sequence[SourceFile]) -> Iterator[Row]:
    """Ratings and lists as they come; viewings in the end, when all that belongs to a series is known."""
    history = History()
    for file in files:
        if not _looks_like(file):
            continue
        for entry in json_entries(file):
            yield from (entry,) if isinstance(entry, Problem) else _entry(*entry, history)
    yield from history.rows()


def _entry(place: Place, entry: Mapping[str, object], history: History) -> Iterator[Row]:
    if "rated_at" in entry or "rating" in entry:
        yield _rating(place, entry)
    elif "listed_at" in entry:
        yield from _listed(place, entry)
    elif title_of(place, entry) is None:
        yield Problem(place, "no-title")
    elif "watched_at" in entry:
        history.viewing(place, entry)
    elif "plays" in entry or "last_watched_at" in entry:
        history.summary(place, entry)
    elif "collected_at" in entry or "last_collected_at" in entry:
        history.collected(place, entry)
    else:
        yield Problem(place, "unknown-entry")


def _rating(place: Place, entry: Mapping[str, object]) -> Row:
    if (kind := text_of(entry, "type")) in _NOT_TITLES:
        return Problem(place, "other-kind", kind)
    plain, rating = title_of(place, entry), score(str(entry.get("rating")))
    if plain is None:
        return Problem(place, "no-title")
    if rating is None or not 1 <= rating <= 10:
        return Problem(place, "bad-rating", str(entry.get("rating"))[:40])
    return plain.fact(InteractionKind.RATING, moment(text_of(entry, "rated_at")), rating=rating)


def _listed(place: Place, entry: Mapping[str, object]) -> Iterator[HistoryRow | Problem]:
    """The watchlist and the favourites; one's other lists can mean anything."""
    name = place.file.casefold()
    if (kind := text_of(entry, "type")) in _NOT_TITLES:
        yield Problem(place, "other-kind", kind)
    elif plain := title_of(place, entry):
        liked = "favorite" in name or "recommend" in name
        if liked or "watchlist" in name or "list-" not in name:
            wanted = InteractionKind.LIKE if liked else InteractionKind.SAVE
            yield plain.fact(wanted, moment(text_of(entry, "listed_at")))
    else:
        yield Problem(place, "no-title")


def _looks_like(file: SourceFile) -> bool:
    head = head_text(file).lstrip()
    return head.startswith("[") and ('"movie"' in head or '"show"' in head) and any(f'"{s}"' in head for s in SIGNS)


IMPORTER = Importer("trakt", recognises, read)

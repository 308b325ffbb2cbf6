"""The film or series an entry of Trakt's is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.importing.rows import HistoryRow, Place
from bot.importing.values import year
from engine.domain.interactions import InteractionKind
from engine.domain.items import MediaType

FILMS = (MediaType.MOVIE, MediaType.ANIME)
SERIES = (MediaType.TV, MediaType.ANIME)
SERVICES = ("imdb", "tmdb", "tvdb", "trakt")
Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Title:
    """What is known of it."""

    place: Place
    title: str
    year: int | None
    media_types: tuple[MediaType, ...]
    ids: Mapping[str, str]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same title."""
        return (self.media_types, self.ids.get("trakt") or (self.title.casefold(), self.year))

    def fact(self, kind: InteractionKind, at: datetime | None, *, rating: float | None = None) -> HistoryRow:
        """One fact about it."""
        return HistoryRow(
            self.place, kind, self.title, self.year, media_types=self.media_types, ids=self.ids, at=at, rating=rating
        )


def title_of(place: Place, entry: Entry) -> Title | None:
    """None where the entry names neither a film nor a series."""
    for field, media_types in (("movie", FILMS), ("show", SERIES)):
        about = object_of(entry, field)
        if about is None:
            continue
        given = object_of(about, "ids") or {}
        ids = {service: str(given[service]) for service in SERVICES if isinstance(given.get(service), str | int)}
        title = text_of(about, "title")
        if title or ids:
            return Title(place, title, year(str(about.get("year"))), media_types, ids)
    return None


def object_of(entry: Entry, field: str) -> Entry | None:
    """The object in a field, None where there is something else."""
    value = entry.get(field)
    return cast("Entry", value) if isinstance(value, dict) else None


def text_of(entry: Entry, field: str) -> str:
    """The text in a field, empty where there is something else."""
    value = entry.get(field)
    return value if isinstance(value, str) else ""


def objects_of(entry: Entry, field: str) -> list[Entry]:
    """The objects of the list in a field."""
    value = entry.get(field)
    if not isinstance(value, list):
        return []
    return [cast("Entry", one) for one in cast("list[object]", value) if isinstance(one, dict)]

"""What every format is read into, and the shape of a reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.importing.bundle import SourceFile
from engine.domain.interactions import InteractionKind
from engine.domain.items import NO_TEXTS, Item, MediaType


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: what a person can look up with an editor."""

    file: str
    line: int
    """From 1; of a list without lines, the number of the entry."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One fact about one person and one title, as a file tells it."""

    place: Place
    kind: InteractionKind
    title: str = ""
    year: int | None = None
    original_title: str = ""
    media_types: tuple[MediaType, ...] = ()
    """What it may be, likeliest first; empty: anything."""
    ids: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    """Per service: imdb, tmdb, movielens, mal …; ``item`` for our own."""
    at: datetime | None = None
    """Timezone-aware; midnight UTC where only the day is known, None where not even that."""
    rating: float | None = None
    """1–10."""
    completion: float | None = None
    """0–1; for a series told by episodes, None until the title is known."""
    episodes: int | None = None
    """Of a series, how many were watched; gives ``completion`` where the title says how many there are."""
    times: int = 1
    """How often, for formats that only count."""
    available_at: datetime | None = None
    person: str = ""
    """Whose it is, in files of many people."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One title of a catalogue. Its ``library_ids`` are names until they are stored."""

    place: Place
    item: Item


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that could not be read; the others are read all the same."""

    place: Place
    reason: str
    """Message key without its ``import-problem-``."""
    detail: str = ""
    """The value at fault, or what was expected."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something the report should say about how the file was read."""

    key: str
    """Message key without its ``import-note-``."""
    figure: float


Row = HistoryRow | CatalogueRow | Problem | Note


@dataclass(frozen=True, slots=True)
class Importer:
    """A format. ``recognises`` looks at names and heads only, and is right or says no."""

    name: str
    recognises: Callable[[Sequence[SourceFile]], bool]
    read: Callable[[Sequence[SourceFile]], Iterator[Row]]
    """Raises nothing for a bad row: yields a Problem."""
    many_people: bool = False
    """Rows name their person."""

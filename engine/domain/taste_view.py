"""A taste profile as a person may look at it: only what they themselves did, only titles they may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engine.domain.interactions import InteractionKind
from engine.domain.items import CreditRole, MediaType


@dataclass(frozen=True, slots=True)
class GenreTaste:
    genre: str
    affinity: float
    """-1 (avoided) to 1 (loved)."""
    started: int
    finished: int


@dataclass(frozen=True, slots=True)
class PersonTaste:
    name: str
    role: CreditRole
    affinity: float
    item_ids: tuple[str, ...]
    """Titles of theirs the viewer liked, best first."""


@dataclass(frozen=True, slots=True)
class Mood:
    """A cluster of well-liked titles."""

    item_ids: tuple[str, ...]
    """Most typical first."""
    genres: tuple[str, ...]
    keywords: tuple[str, ...]
    share: float
    """0–1 of the liked history."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    item_id: str
    at: datetime
    kind: InteractionKind
    completion: float | None
    rating: float | None
    times: int
    """How often finished in all."""


@dataclass(frozen=True, slots=True)
class TasteView:
    viewer_id: str
    domain: MediaType | None
    """None: all domains together."""
    interactions: int
    meaningful: bool
    """From ten interactions."""
    genres: tuple[GenreTaste, ...]
    people: tuple[PersonTaste, ...]
    moods: tuple[Mood, ...]
    disliked: tuple[str, ...]
    """Item ids of what was abandoned or disliked, newest first."""
    history: tuple[HistoryEntry, ...]
    """Newest first."""
    hours: tuple[int, ...]
    """Starts per local hour, 24."""
    weekdays: tuple[int, ...]
    """Starts per local weekday, Monday first, 7."""

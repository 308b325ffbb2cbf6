"""What teaches: playbacks, ratings, thumbs, saves and skips."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class InteractionKind(StrEnum):
    """How the viewer met the title."""

    WATCH = "watch"
    """A playback; ``completion`` says how far."""
    SEEN = "seen"
    """Said to be seen, without a playback known."""
    RATING = "rating"
    """``rating`` 1–10."""
    LIKE = "like"
    DISLIKE = "dislike"
    SAVE = "save"
    """Put on a watchlist."""
    SKIP = "skip"
    """Waved on when offered."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """One fact about one viewer and one title. The same ``id`` is the same fact, however often it arrives."""

    id: str
    viewer_id: str
    item_id: str
    kind: InteractionKind
    at: datetime
    """When it began, timezone-aware UTC."""
    completion: float | None = None
    """0–1, for WATCH."""
    rating: float | None = None
    """1–10, for RATING."""
    ended_at: datetime | None = None
    available_at: datetime | None = None
    """When the title was added or saved, for the time it took to start it."""
    device: str | None = None
    source: str = "local"
    """Where the fact comes from: demo, import:letterboxd, console …"""
    part: str | None = None
    """The episode that was finished (2x05), where ``item_id`` is a series; ``completion`` is that of the series."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """A title a viewer does not want to be offered until ``until``."""

    viewer_id: str
    item_id: str
    since: datetime
    until: datetime

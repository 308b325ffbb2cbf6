"""What other services report by themselves: playbacks, ratings, arrivals, requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engine.domain.items import MediaType
from engine.domain.media import ExternalIds, Playback


class PlaybackMoment(StrEnum):
    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    WATCHED = "watched"
    """The server counts it as seen; it may go on."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PlaybackTold:
    moment: PlaybackMoment
    playback: Playback


@dataclass(frozen=True, slots=True)
class RatingTold:
    account_id: str
    item_key: str
    media_type: MediaType
    rating: float | None
    """1–10; None: taken back."""
    at: datetime | None = None
    ids: ExternalIds = field(default=ExternalIds())
    title: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ShelfChanged:
    """A title came to or left a server; with an empty key something unknown did."""

    item_key: str = ""
    section: str = ""
    gone: bool = False
    title: str = ""


class AcquisitionMoment(StrEnum):
    REQUESTED = "requested"
    APPROVED = "approved"
    DECLINED = "declined"
    GRABBED = "grabbed"
    DOWNLOADED = "downloaded"
    """Imported: it lies in the library's folder, the media server may not have seen it yet."""
    AVAILABLE = "available"
    FAILED = "failed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AcquisitionTold:
    moment: AcquisitionMoment
    media_type: MediaType
    ids: ExternalIds
    title: str = ""
    year: int | None = None
    request_id: str = ""
    """Of the service that reports it."""
    account_id: str = ""
    """Of whoever asked, in the media server's id space where it is told."""
    seasons: tuple[int, ...] = ()
    upgrade: bool = False
    message: str = ""
    person: str = ""
    """What the service calls whoever asked, only for showing."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Somebody pressed “test” in the other service's settings."""


MediaEvent = PlaybackTold | RatingTold | ShelfChanged | AcquisitionTold | Trial


class UnreadableEvent(Exception):
    """The body is not what this service sends. The message says what is wrong, without quoting the body."""

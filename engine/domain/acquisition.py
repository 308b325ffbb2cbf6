"""Wishes for titles that are on no shelf yet, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from engine.domain.items import MediaType
from engine.domain.media import ExternalIds


@dataclass(frozen=True, slots=True)
class Wish:
    """A title that somebody wants."""

    media_type: MediaType
    ids: ExternalIds
    title: str
    year: int | None = None
    seasons: tuple[int, ...] = ()
    """Of a series; empty: all of them."""
    for_account: str = ""
    """Account of whoever asks, in the media server's id space; empty: asked by the service itself."""
    runtime: int | None = None
    """Minutes, of the film or of a usual episode, for an estimate of its size; None where not known."""
    episodes: int | None = None
    """Of the wished seasons together, for the same; None where not known."""


class RequestState(StrEnum):
    PENDING = "pending"
    """Waits for an administrator."""
    APPROVED = "approved"
    """Being looked for or downloaded."""
    DECLINED = "declined"
    AVAILABLE = "available"
    FAILED = "failed"
    GONE = "gone"
    """The service knows nothing of it any more."""
    CANCELLED = "cancelled"
    """Taken back by whoever asked."""


@dataclass(frozen=True, slots=True)
class Requested:
    """What a request service answered."""

    request_id: str
    state: RequestState
    account_id: str = ""
    media_type: MediaType | None = None
    ids: ExternalIds = field(default=ExternalIds())
    title: str = ""
    seasons: tuple[int, ...] = ()
    four_k: bool = False


class Approval(StrEnum):
    """Whose requests wait for an administrator."""

    MEMBERS = "members"
    EVERYBODY = "everybody"
    NOBODY = "nobody"


class Takes(StrEnum):
    """Which titles are asked of a service where several share the work, the narrowest first."""

    NOTHING = "nothing"
    """What it has counts as there, but nothing is ever asked of it."""
    ANIME = "anime"
    CHILDREN = "children"
    USUAL = "usual"
    """Everything but anime."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the owner set for a service that knows no people itself."""

    approval: Approval = Approval.NOBODY
    weekly: int = 0
    """Requests of one person within seven days; 0: as many as they like."""
    takes: Takes = Takes.ALL


class Presence(StrEnum):
    """Where a title stands in a request service."""

    WANTED = "wanted"
    """Asked for, or monitored and not there yet."""
    PARTLY = "partly"
    AVAILABLE = "available"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Known:
    """A title that a request service has."""

    media_type: MediaType
    ids: ExternalIds
    presence: Presence


@dataclass(frozen=True, slots=True)
class Download:
    """Something on its way."""

    media_type: MediaType
    ids: ExternalIds
    title: str
    done: float
    """0–1."""
    minutes_left: float | None = None
    size: int | None = None
    """Bytes."""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A release to come."""

    media_type: MediaType
    ids: ExternalIds
    title: str
    on: date
    episode: str = ""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many requests an account may still make; None: as many as it likes."""

    left: int | None
    limit: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title the world talks of, known by its facts alone."""

    media_type: MediaType
    tmdb_id: int
    title: str
    year: int | None = None
    released_at: datetime | None = None
    popularity: float = 0.0
    vote_average: float | None = None
    vote_count: int | None = None
    language: str | None = None
    genres: tuple[str, ...] = ()
    synopsis: str = ""
    titles: tuple[str, ...] = ()
    """Further names it goes by: the original one, and that in the service's own language."""

"""What is remembered of media servers and of what was asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engine.domain.acquisition import RequestState
from engine.domain.media import ExternalIds, MediaFile, ServerAccount


class MatchedBy(StrEnum):
    """How a title on a shelf was recognised."""

    IDS = "ids"
    """The server knows its TMDB id, or one that TMDB knows."""
    SEARCH = "search"
    """By title and year."""
    HAND = "hand"
    """An administrator said so; no later sync changes it."""
    NONE = "none"
    """It is a title of its own."""


@dataclass(frozen=True, slots=True)
class StoredItem:
    """A title on a server's shelf and the title it is here."""

    server: str
    """Id of the server."""
    key: str
    section: str
    item_id: str
    generation: int
    """Number of the full sync that saw it last."""
    title: str
    year: int | None = None
    matched_by: MatchedBy = MatchedBy.NONE
    confidence: float = 0.0
    """0–1, that it is that title."""
    digest: str = ""
    """Of what the server told, so that what did not change need not be looked at again."""
    files: tuple[MediaFile, ...] = ()
    added_at: datetime | None = None
    parts: frozenset[str] = frozenset()
    """Names of the parts of its section that it is in."""


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account on a server and the person it is here."""

    server: str
    account: ServerAccount
    viewer_id: str | None = None
    read_at: datetime | None = None
    """When its permissions were last read."""


@dataclass(frozen=True, slots=True)
class SealedToken:
    """A person's own key to a service, encrypted."""

    viewer_id: str
    server: str
    account_id: str
    sealed: str
    at: datetime
    refused_at: datetime | None = None
    """When the service said that it is good for nothing any more."""


@dataclass(frozen=True, slots=True)
class Report:
    """Something another service reported, kept before it was acknowledged."""

    instance: str
    """Whose hook it came to."""
    key: str
    """The same for the same report."""
    received_at: datetime
    body: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    number: int = 0
    """Given by the storage, rising."""
    tries: int = 0
    due_at: datetime | None = None
    """Not to be tried before."""
    trouble: str = ""
    """Key of what went wrong last."""
    dead: bool = False


class SyncKind(StrEnum):
    LIGHT = "light"
    FULL = "full"
    RECENT = "recent"


class SyncState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SyncRun:
    """A reading of one server: where it is, so that it goes on from there after a kill."""

    server: str
    """Name of the instance."""
    kind: SyncKind
    state: SyncState
    started_at: datetime
    updated_at: datetime
    generation: int = 0
    cursor: Mapping[str, object] = field(default_factory=dict[str, object])
    """What is done, as JSON values."""
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    """sections, accounts, items, matched, unmatched, gone, plays …"""
    trouble: str = ""
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskedAt:
    """Where somebody said something, so that they are told there what came of it."""

    platform: str
    account_id: str
    room_id: str
    private: bool = True


@dataclass(frozen=True, slots=True)
class MediaRequest:
    """A wish of one person's, and what became of it."""

    id: str
    viewer_id: str
    item_id: str
    title: str
    year: int | None
    ids: ExternalIds
    state: RequestState
    at: datetime
    instance: str = ""
    """Which service got it; empty: none yet."""
    request_id: str = ""
    """The service's own id of it."""
    seasons: tuple[int, ...] = ()
    slate_id: str = ""
    """Where it was recommended, so that the original reason can be told again."""
    rank: int = 0
    updated_at: datetime | None = None
    told: tuple[str, ...] = ()
    """States the person was told of."""
    asked: AskedAt | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """“Tell me when it can be played.”"""

    viewer_id: str
    item_id: str
    since: datetime
    slate_id: str = ""
    rank: int = 0
    told_at: datetime | None = None
    title: str = ""
    """As it was asked for, for what is not in the catalogue."""
    year: int | None = None
    asked: AskedAt | None = None

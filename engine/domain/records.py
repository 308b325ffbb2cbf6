"""What the service keeps beside the engine's own facts: lists, links, sessions, journals, imports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's account on one platform. The account id is the key, never the name."""

    platform: str
    account_id: str
    viewer_id: str


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A named list of one person's, newest entries first."""

    id: str
    viewer_id: str
    name: str
    item_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LoginCode:
    """A single-use code that opens a web session for one person."""

    digest: str
    """SHA-256 of the code; the code itself is never stored."""
    viewer_id: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class WebSession:
    digest: str
    """SHA-256 of the cookie's secret."""
    viewer_id: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One action that can be taken back: what was done, and what was there before."""

    id: str
    viewer_id: str
    action: str
    """rate, seen, hide, unhide, like, dislike, save, unsave, language, settings …"""
    at: datetime
    item_id: str | None = None
    undo: Mapping[str, object] = field(default_factory=dict[str, object])
    """What restores the state before, as JSON values."""
    undone: bool = False


class ImportState(StrEnum):
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ImportJob:
    """One file being read: where it is, so that a repeat goes on from there."""

    id: str
    """Digest of content, format and person: the same file again is the same job."""
    format: str
    state: ImportState
    started_at: datetime
    rows: int = 0
    matched: int = 0
    unmatched: int = 0
    position: int = 0
    """Rows safely stored."""

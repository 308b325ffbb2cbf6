"""Accounts and people beyond taste: how an account is joined to somebody, who may come in, and when to be quiet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.viewers import Viewer


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A single-use code that joins an account to a person: made for the one, it is given by the other."""

    digest: str
    """SHA-256 of the code; the code itself is never stored."""
    expires_at: datetime
    viewer_id: str | None = None
    """Whom an account is joined to; None where the code was made for an account."""
    platform: str = ""
    account_id: str = ""
    """The account that is to be joined; empty where the code was made for a person."""
    name: str = ""
    """What that account calls itself, only for showing."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """When an account last said something."""

    platform: str
    account_id: str
    name: str
    """What it called itself then, only for showing."""
    at: datetime


class Standing(StrEnum):
    """Whether a person may come in."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    """Is treated as a stranger until an admin opens the door again; everything is kept."""
    BANNED = "banned"
    """What their accounts send is dropped without a word."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whom an account belongs to, and whether what it says is listened to."""

    viewer: Viewer | None = None
    """None: it belongs to nobody."""
    standing: Standing = Standing.ACTIVE
    """Of ``viewer``."""
    sighting: Sighting | None = None
    """When the account was there last."""
    banned: bool = False
    """The account itself is banned, whoever it belongs to."""


class Occasion(StrEnum):
    """Why something is said that nobody asked for at that moment."""

    ASKED = "asked"
    """The person waits for it: it is said at once."""
    ALERT = "alert"
    """Something they asked to be told of has happened."""
    DIGEST = "digest"
    """What there was in a day or week."""
    NEWS = "news"
    """What might interest them."""


class Rhythm(StrEnum):
    """How often a digest comes."""

    OFF = "off"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Manners:
    """When and of what one person wants to hear unasked. Minutes count from their own midnight."""

    viewer_id: str
    quiet_from: int = 22 * 60
    quiet_until: int = 8 * 60
    """The same as ``quiet_from``: there are no quiet hours."""
    alerts: bool = True
    """Each was asked for by itself, so they need no leave of their own."""
    news: bool = False
    digest: Rhythm = Rhythm.OFF
    undisturbed_until: datetime | None = None
    """Nothing is said before."""


@dataclass(frozen=True, slots=True)
class HeldWord:
    """Something that waits for the end of somebody's quiet hours."""

    viewer_id: str
    platform: str
    account_id: str
    room_id: str
    document: str
    """The answer itself as JSON."""
    at: datetime
    due_at: datetime
    number: int = 0
    """Its place in the order of all that is held; given by the storage."""

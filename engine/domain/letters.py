"""The post between people and the bot: updates that came in, answers on their way, and what is shown where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that was accepted and not answered yet."""

    number: int
    """Its place in the order of arrival, over all platforms and starts."""
    platform: str
    update_id: str
    """The platform's own: the same id is the same update."""
    room_id: str
    account_id: str
    document: str
    """The update itself as JSON."""
    at: datetime
    progress: tuple[str, ...] = ()
    """Platform's ids of the messages that say it is being worked on."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An answer on its way to one chat."""

    number: int
    """Its place in the order of sending, over all platforms and starts."""
    id: str
    platform: str
    room_id: str
    account_id: str
    document: str
    """The answer itself as JSON."""
    at: datetime
    """When it was made."""
    tries: int = 0
    not_before: datetime | None = None
    written: tuple[str, ...] = ()
    """Platform's ids of those of its messages that are written for certain."""
    dead: bool = False
    """Given up; kept until an admin tries it again or drops it."""
    reason: str = ""
    """Key of the error of the last try."""
    facts: Mapping[str, str | int | float] = field(default_factory=dict[str, "str | int | float"])
    """What fills the text of ``reason``."""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """An account as the post knows it; most are not known, as there is nothing to say of them."""

    platform: str
    account_id: str
    banned: bool = False
    """What it sends is dropped without a word."""
    silent_since: datetime | None = None
    """It blocked the bot: nothing is written to it until it writes again."""


@dataclass(frozen=True, slots=True)
class ShownPick:
    """A pick of a slate as it stands in a chat, so that its message can be edited as the pick's state changes."""

    platform: str
    room_id: str
    message_id: str
    account_id: str
    slate_id: str
    rank: int
    item_id: str
    at: datetime

"""One neutral vocabulary between every chat platform and the product.

Adapters translate both ways and hold no product logic: what comes in is an Invocation or a Press,
what goes out is an Answer made of parts. A platform that cannot show a part gets it degraded by
``bot.fitting``, never dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Account:
    """Someone's account on one platform. The id is the key; the name is only for showing."""

    platform: str
    id: str
    name: str = ""
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """Where it was said; private where only that account and the bot read along."""

    id: str
    private: bool = True


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command, or a plain sentence (``command`` is then ``mood``), as it came in."""

    id: str
    """The platform's id of the update: the same id is the same update."""
    account: Account
    room: Room
    command: str
    """Without the slash, lower case."""
    text: str
    """All that followed, as typed."""
    at: datetime
    reference: str = ""
    """What the adapter needs to answer this update later, in its own words; opaque to all others. At most 2 kB."""
    quoted: str = ""
    """Code or platform's id of the message this is a reply to; empty where it is none."""


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button. ``token`` is what the bot put on it."""

    id: str
    account: Account
    room: Room
    token: str
    at: datetime
    reference: str = ""
    """As for an Invocation."""
    message: str = ""
    """The platform's id of the message the button stands under; empty where it is not told."""


Update = Invocation | Press
LONGEST_REFERENCE = 2_048
"""Bytes."""


class Style(StrEnum):
    """How much a button stands out."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DONE = "done"
    """A pressed button that has become its state."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button: pressed, it comes back as its token; with a ``url`` it opens that instead."""

    label: str
    token: str = ""
    """At most 64 bytes of ASCII: ``verb:slate:rank`` or ``verb:argument``."""
    style: Style = Style.PLAIN
    url: str | None = None
    emoji: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; an adapter escapes it for its platform."""

    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One recommendation or title, ready to show: every text is in the reader's language."""

    item_id: str
    title: str
    facts: str
    """year · runtime · domain"""
    reason: str
    match: str = ""
    """e.g. “92 % · sure”; empty where nothing is known."""
    synopsis: str = ""
    badges: tuple[str, ...] = ()
    number: int | None = None
    """Its number among the cards shown, from 1."""
    poster_url: str | None = None
    page_url: str | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with a few answers to press."""

    prompt: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or poster; ``description`` says in words what it shows."""

    url: str
    description: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Work under way; ``fraction`` 0–1 where known."""

    text: str
    fraction: float | None = None


Part = Text | Card | Choice | Picture | Progress


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot says to one update."""

    parts: tuple[Part, ...]
    private: bool = True
    """Only for the person who asked."""
    actions: tuple[Action, ...] = ()
    """Buttons under the whole answer, such as More."""
    toast: str = ""
    """A word in passing where the platform has such a thing, for presses; part of the text otherwise."""
    neutral: bool = False
    """Tells nothing personal: where a platform has no private way, it may be said aloud although it is private."""
    replaces: bool = False
    """Edit the message that was pressed instead of writing a new one."""
    about: str = ""
    """Id of a title of which something was told: its cards in the asker's chats show that once this was said."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can show. Lengths in characters."""

    buttons: bool = False
    edit: bool = False
    ephemeral: bool = False
    images: bool = False
    links: bool = True
    lines: bool = True
    """Plain lines reach the bot, not commands and presses alone."""
    message_length: int = 4_096
    actions_per_message: int = 25
    extras: frozenset[str] = field(default_factory=frozenset[str])

"""The adapter's own words: ids of messages, rooms and updates, as they go through the product and come back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from bot.vocabulary import LONGEST_REFERENCE, Room

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and a topic in it."""

    chat: int
    thread: int | None = None

    def room(self, *, private: bool) -> Room:
        """As the product knows it."""
        return Room(f"{self.chat}/{self.thread}" if self.thread else str(self.chat), private)


@dataclass(frozen=True, slots=True)
class Note:
    """A message of ours: where it is, and what it shows."""

    chat: int
    message: int
    photo: str | None = None
    """Unique id of its photo; empty for a text, None where that is not known."""

    def __str__(self) -> str:
        return f"{self.chat}/{self.message}/{UNKNOWN if self.photo is None else self.photo}"


@dataclass(frozen=True, slots=True)
class Reference:
    """What is needed to answer an update later."""

    message: int = 0
    """The message that asked, or whose button was pressed."""
    query: str = ""
    """Id of the press."""
    kept: tuple[tuple[str, str], ...] = ()
    """(label, token) of buttons under the pressed message that belong to the whole answer and outlive its edits."""

    def __str__(self) -> str:
        written = json.dumps([self.message, self.query, self.kept], ensure_ascii=False, separators=(",", ":"))
        if len(written.encode()) <= LONGEST_REFERENCE:
            return written
        return str(replace(self, kept=self.kept[:-1]) if self.kept else Reference(self.message))


def read_place(room: Room) -> Place:
    """Where a room is. Raises ValueError for one that is none of Telegram's."""
    chat, _, thread = room.id.partition("/")
    return Place(int(chat), int(thread) if thread else None)


def read_note(name: str) -> Note | None:
    """A message by its id; None for what the adapter cannot have written."""
    chat, _, rest = name.partition("/")
    message, _, photo = rest.partition("/")
    try:
        return Note(int(chat), int(message), None if photo == UNKNOWN else photo)
    except ValueError:
        return None


def read_reference(written: str) -> Reference:
    """The reference back; an empty one for what the bot says unasked."""
    if not written:
        return Reference()
    message, query, kept = json.loads(written)
    return Reference(message, query, tuple((label, token) for label, token in kept))

"""From a webhook's body to what happened. Pure; what cannot be read raises Unreadable, whatever it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from adapters.chat.nextcloud_talk.limits import LONGEST_MESSAGE, LONGEST_NAME
from adapters.chat.nextcloud_talk.settings import is_token

PEOPLE = ("users/", "guests/", "emails/", "federated_users/")
"""Kinds of actors that are one person each. A bridge lends one actor to many, and bots are not answered."""
_NOBODY = frozenset({"guests/cli", "guests/system", "guests/changelog", "guests/sample"})
"""By what Talk calls itself, and whoever sits at the server's console (source: Attendee)."""
_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_-]{1,80})\}")
_THING = re.compile(r"\s*\{(?!mention-)([A-Za-z0-9_-]{1,80})\}\s*\Z")
"""A message that is nothing but a file, a place or a poll: its name is no word of anybody's."""
_ID = re.compile(r"[0-9]{1,20}\Z")
_LONGEST_ACTOR = 300
_LONGEST_EMOJI = 40


class Unreadable(ValueError):
    """Not what Talk sends; the words say where."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: ``users/alice``, by the name they go by."""

    id: str
    name: str

    @property
    def is_person(self) -> bool:
        return self.id.startswith(PEOPLE) and self.id.partition("/")[2] != "" and self.id not in _NOBODY


@dataclass(frozen=True, slots=True)
class Said:
    """A message was written."""

    actor: Actor
    token: str
    message_id: str
    text: str
    """With mentions and files written out by their names; empty where something was shared without a word."""
    quoted: str = ""
    """Source text of the message this replies to, if a bot wrote that."""


@dataclass(frozen=True, slots=True)
class Reacted:
    """An emoji was put under a message, or taken away."""

    actor: Actor
    token: str
    message_id: str
    text: str
    """Source text of that message."""
    emoji: str
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """The bot was enabled in a room, under the name it has there; or disabled."""

    actor: Actor
    token: str
    left: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """Talk wrote into the room what happened there, such as ``user_added``."""

    actor: Actor
    token: str
    event: str


Activity = Said | Reacted | Entered | Noted


def read_activity(body: bytes) -> Activity | None:
    """What happened; None for a kind that is not known, as future servers may send. Raises Unreadable."""
    try:
        content: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("no JSON") from None
    activity = _mapping(content, "body")
    match activity.get("type"):
        case "Create":
            return _said(activity)
        case "Activity":
            note = _mapping(activity.get("object"), "object")
            return Noted(_actor(activity), _room(activity, "target"), _text(note, "name", LONGEST_NAME))
        case "Like":
            return _reacted(activity, removed=False)
        case "Undo":
            return _undone(activity)
        case "Join" | "Leave" as kind:
            return Entered(_actor(activity), _room(activity, "object"), left=kind == "Leave")
        case str():
            return None
        case _:
            raise Unreadable("type")


def _said(activity: Mapping[str, object]) -> Said:
    note = _mapping(activity.get("object"), "object")
    text, parameters = _content(note)
    thing = _THING.match(text)
    words = "" if thing and thing[1] in parameters else _written_out(text, parameters)
    return Said(_actor(activity), _room(activity, "target"), _id(note), words, quoted=_quoted(note))


def _quoted(note: Mapping[str, object]) -> str:
    """What is quoted is a help; where it cannot be read, what was said counts all the same."""
    try:
        parent = _mapping(note.get("inReplyTo"), "inReplyTo")
        if not _actor(parent).id.startswith("bots/"):
            return ""
        return _content(_mapping(parent.get("object"), "inReplyTo"))[0]
    except Unreadable:
        return ""


def _reacted(activity: Mapping[str, object], *, removed: bool) -> Reacted:
    note = _mapping(activity.get("object"), "object")
    emoji = _text(activity, "content", _LONGEST_EMOJI)
    return Reacted(_actor(activity), _room(activity, "target"), _id(note), _content(note)[0], emoji, removed)


def _undone(activity: Mapping[str, object]) -> Reacted | None:
    liked = _mapping(activity.get("object"), "object")
    if liked.get("type") != "Like":
        return None
    return _reacted({**liked, "actor": activity.get("actor"), "target": activity.get("target")}, removed=True)


def _actor(activity: Mapping[str, object]) -> Actor:
    actor = _mapping(activity.get("actor"), "actor")
    name = actor.get("name")
    who = _text(actor, "id", _LONGEST_ACTOR)
    if "/" not in who or not who.isprintable():
        raise Unreadable("actor")
    return Actor(who, name[:LONGEST_NAME] if isinstance(name, str) else "")


def _room(activity: Mapping[str, object], name: str) -> str:
    token = _text(_mapping(activity.get(name), name), "id", LONGEST_NAME)
    if not is_token(token):
        raise Unreadable(name)
    return token


def _id(note: Mapping[str, object]) -> str:
    """Message ids come as text; a whole number would be as good."""
    number = note.get("id")
    text = str(number) if isinstance(number, int) and not isinstance(number, bool) else number
    if not isinstance(text, str) or not _ID.match(text):
        raise Unreadable("object.id")
    return text


def _content(note: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    """The text with its placeholders, and what stands for them: a list where there is nothing."""
    raw = note.get("content")
    if not isinstance(raw, str):
        raise Unreadable("object.content")
    try:
        content: Any = json.loads(raw)
    except (ValueError, RecursionError):
        raise Unreadable("object.content") from None
    parsed = _mapping(content, "object.content")
    parameters = parsed.get("parameters")
    known = _mapping(parameters, "parameters") if parameters else dict[str, object]()
    return _text(parsed, "message", LONGEST_MESSAGE * 2), known


def _written_out(text: str, parameters: Mapping[str, object]) -> str:
    """In one go, so that a name made of braces is not taken for a placeholder."""

    def named(match: re.Match[str]) -> str:
        known = parameters.get(match[1])
        name = cast("Mapping[str, object]", known).get("name") if isinstance(known, Mapping) else None
        if not isinstance(name, str):
            return match[0]
        return f"@{name[:LONGEST_NAME]}" if match[1].startswith("mention-") else name[:LONGEST_NAME]

    return _PLACEHOLDER.sub(named, text)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Unreadable(where)
    return cast("Mapping[str, object]", value)


def _text(mapping: Mapping[str, object], name: str, longest: int) -> str:
    value = mapping.get(name)
    if not isinstance(value, str) or len(value) > longest:
        raise Unreadable(name)
    return value

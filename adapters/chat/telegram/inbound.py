"""From Telegram's updates to the neutral vocabulary. Pure: no network, no clock, no product logic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from adapters.chat.telegram.keyboard import KEPT
from adapters.chat.telegram.reference import Note, Place, Reference
from bot.vocabulary import Account, Invocation, Press

NAME = "telegram"
WANTED = ("message", "callback_query", "my_chat_member")
"""Kinds of updates that are asked for. Edited messages, channels and inline queries are none of the bot's business."""
SENTENCE = "mood"
GREETING = "hello"
"""What a link of ours into the private chat carries; it means nothing."""
_COMMAND = re.compile(r"/(?P<name>[^\s@/]{1,64})(?:@(?P<bot>\w{1,64}))?(?:\s+|\Z)")

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself."""

    id: int
    username: str
    commands: frozenset[str] = frozenset()
    """Names in its menu, as Telegram knows them."""


@dataclass(frozen=True, slots=True)
class Idle:
    """A press that means nothing; Telegram still waits for an answer."""

    query: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A person lets the bot write to them, or does not any more."""

    account: int
    welcome: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A group has another id from now on."""

    old: int
    new: int


Meaning = Invocation | Press | Idle | Standing | Moved | None


def read(update: Json, me: Me, at: datetime) -> Meaning:
    """What an update means; None for one that is none of the bot's business. Never raises for a strange update."""
    number = _whole(update.get("update_id"))
    if number is None:
        return None
    # Ids of updates are counted for each bot: another token must not find its updates answered already.
    name = f"{me.id}:{number}"
    if message := _object(update, "message"):
        return _message(name, message, me, at)
    if query := _object(update, "callback_query"):
        return _press(name, query, at)
    if standing := _object(update, "my_chat_member"):
        return _standing(standing)
    return None


def _message(name: str, message: Json, me: Me, at: datetime) -> Meaning:
    chat, sender = _object(message, "chat"), _object(message, "from")
    place = _place(message)
    if place is None:
        return None
    if (new := _whole(message.get("migrate_to_chat_id"))) is not None:
        return Moved(place.chat, new)
    private = chat.get("type") == "private"
    account = _account(sender)
    text = _text(message.get("text")) or _text(message.get("caption"))
    if account is None or not text or (not private and chat.get("type") not in {"group", "supergroup"}):
        return None
    if message.get("via_bot") or message.get("sender_chat"):
        return None  # the words are another bot's, or nobody's in particular
    said = _said(text, message, me, private=private)
    if said is None:
        return None
    command, words = said
    number = _whole(message.get("message_id")) or 0
    return Invocation(
        name, account, place.room(private=private), command, words, _at(message, at), str(Reference(number)),
        _quoted(message, me, place),
    )  # fmt: skip


def _said(text: str, message: Json, me: Me, *, private: bool) -> tuple[str, str] | None:
    """Command and words, where the bot is meant."""
    addressed = private or _is_reply(message, me)
    match = _COMMAND.match(text)
    if match and not message.get("forward_origin"):  # what somebody else once told a bot is told, not asked
        bot, name, words = match["bot"], match["name"].casefold(), text[match.end() :].strip()
        # A command that names no bot is for every bot of the room that knows it.
        meant = bot.casefold() == me.username.casefold() if bot else addressed or name in me.commands
        return (name, "" if words == GREETING else words) if meant else None
    calls = re.compile(rf"@{re.escape(me.username)}\b[,:]?", re.IGNORECASE)
    called = bool(calls.search(text))
    if not addressed and not called:
        return None
    words = (" ".join(calls.sub(" ", text).split()) if called else text).lstrip("/").strip()
    return (SENTENCE, words) if words else ("help", "")


def _is_reply(message: Json, me: Me) -> bool:
    return _object(_object(message, "reply_to_message"), "from").get("id") == me.id


def _quoted(message: Json, me: Me, place: Place) -> str:
    quoted = _object(message, "reply_to_message")
    number = _whole(quoted.get("message_id"))
    return str(Note(place.chat, number, _photo(quoted))) if number and _is_reply(message, me) else ""


def _press(name: str, query: Json, at: datetime) -> Meaning:
    identity = _text(query.get("id"))
    account, message = _account(_object(query, "from")), _object(query, "message")
    place, number = _place(message), _whole(message.get("message_id"))
    token = _text(query.get("data"))
    if not identity:
        return None
    if account is None or place is None or number is None or not token:
        return Idle(identity)
    private = _object(message, "chat").get("type") == "private"
    known = message.get("date") != 0  # 0: a message Telegram does not keep for bots any more
    note = Note(place.chat, number, _photo(message) if known else None)
    reference = Reference(number, identity, _kept(message))
    return Press(name, account, place.room(private=private), token, at, str(reference), str(note))


def _standing(update: Json) -> Standing | None:
    chat, new = _object(update, "chat"), _object(update, "new_chat_member")
    account = _whole(chat.get("id"))
    if chat.get("type") != "private" or account is None:
        return None
    return Standing(account, new.get("status") == "member")


def _account(sender: Json) -> Account | None:
    identity = _whole(sender.get("id"))
    if identity is None or sender.get("is_bot") is not False:
        return None
    names = (_text(sender.get("first_name")), _text(sender.get("last_name")))
    return Account(
        NAME, str(identity), " ".join(name for name in names if name), _text(sender.get("language_code")) or None
    )


def _place(message: Json) -> Place | None:
    chat = _whole(_object(message, "chat").get("id"))
    thread = _whole(message.get("message_thread_id")) if message.get("is_topic_message") else None
    return None if chat is None else Place(chat, thread)


def _photo(message: Json) -> str:
    """Unique id of a message's photo, the largest of its sizes; empty where it has none."""
    sizes = message.get("photo")
    if not isinstance(sizes, list) or not sizes:
        return ""
    largest = cast("list[object]", sizes)[-1]
    return _text(cast("Json", largest).get("file_unique_id")) if isinstance(largest, Mapping) else ""


def _kept(message: Json) -> tuple[tuple[str, str], ...]:
    """Buttons that belong to the whole answer."""
    found: list[tuple[str, str]] = []
    for row in _list(_object(message, "reply_markup").get("inline_keyboard")):
        for button in _list(row):
            told: Json = cast("Json", button) if isinstance(button, Mapping) else {}
            label, token = _text(told.get("text")), _text(told.get("callback_data"))
            if label.endswith(KEPT) and token:
                found.append((label, token))
    return tuple(found)


def _at(message: Json, at: datetime) -> datetime:
    """When it was written, as far as that can be."""
    seconds = _whole(message.get("date"))
    if seconds is None or not 0 < seconds < at.timestamp():
        return at
    return datetime.fromtimestamp(seconds, UTC)


def _object(holder: Json, name: str) -> Json:
    value = holder.get(name)
    return cast("Json", value) if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def chat_of(update: Json) -> object:
    """What an update must stay in order with: the others of its chat, or none."""
    message = _object(update, "message") or _object(_object(update, "callback_query"), "message")
    return _object(message or _object(update, "my_chat_member"), "chat").get("id") or object()


def number_of(update: Json) -> int:
    """Its number among the updates; 0 where it has none."""
    return _whole(update.get("update_id")) or 0

"""What the fake Discord knows: people, rooms, messages, interactions, commands."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

EPOCH = 1_420_070_400_000
EPHEMERAL, LOADING = 1 << 6, 1 << 7
APPLICATION = 1_100_000_000_000_000_001
TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.a-token-that-nobody-else-has"
GUILD = 1_200_000_000_000_000_001
_numbers = itertools.count(1)


def snowflake() -> int:
    """A new id; its time is now."""
    return (int(time.time() * 1000) - EPOCH << 22) + next(_numbers) % (1 << 22)


@dataclass
class User:
    id: int
    name: str
    locale: str = "en-US"
    closed: bool = False
    """Takes no direct messages."""

    def json(self) -> dict[str, Any]:
        return {
            "id": str(self.id),
            "username": self.name.lower().replace(" ", "_")[:32] or "nobody",
            "global_name": self.name,
            "avatar": None,
            "discriminator": "0",
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
        }


@dataclass
class Channel:
    id: int
    name: str = ""
    guild: int | None = None
    """None: a private channel, with ``person``."""
    person: int | None = None
    denied: int = 0
    """The code with which the bot's own messages are refused."""

    def json(self) -> dict[str, Any]:
        if self.guild is None:
            return {"id": str(self.id), "type": 1, "flags": 0, "last_message_id": None}
        return {
            "id": str(self.id),
            "type": 0,
            "guild_id": str(self.guild),
            "name": self.name,
            "position": 0,
            "flags": 0,
            "permission_overwrites": [],
            "nsfw": False,
            "parent_id": None,
            "topic": None,
            "rate_limit_per_user": 0,
            "last_message_id": None,
            "permissions": str((1 << 50) - 1),
        }


@dataclass
class Message:
    id: int
    channel: int
    body: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    flags: int = 0
    only_for: int | None = None
    edits: int = 0
    deleted: bool = False
    nonce: str | None = None
    written_by: int | None = None
    """The interaction it answers, if any."""
    history: list[str] = field(default_factory=list)
    """The contents it has had."""

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)


@dataclass
class Interaction:
    id: int
    token: str
    kind: int
    user: User
    channel: Channel
    payload: dict[str, Any]
    born: float
    callback: int | None = None
    original: int | None = None
    message: int | None = None
    choices: list[dict[str, Any]] | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class World:
    """Everything there is. ``age`` makes what exists older without waiting."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.users: dict[int, User] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.interactions: dict[int, Interaction] = {}
        self.by_token: dict[str, Interaction] = {}
        self.commands: dict[int | None, list[dict[str, Any]]] = {}
        self.overwrites = 0
        self.bot = User(APPLICATION, "Recommendarr")
        self._changes: dict[int | None, asyncio.Event] = {}
        self._people: dict[str, User] = {}
        self._direct: dict[int, Channel] = {}
        self._in_channel: dict[int, list[Message]] = {}
        self._older = 0.0
        self.channel("general")

    def now(self) -> float:
        return time.monotonic() + self._older

    def age(self, seconds: float) -> None:
        self._older += seconds

    def person(self, name: str, locale: str = "en-US") -> User:
        """The same name is the same person."""
        if name in self._people:
            return self._people[name]
        user = User(1_300_000_000_000_000_000 + len(self.users) + 1, name, locale)
        self.users[user.id] = self._people[name] = user
        return user

    def channel(self, name: str) -> Channel:
        """A room on the server."""
        for channel in self.channels.values():
            if channel.guild and channel.name == name:
                return channel
        return self._add(Channel(1_400_000_000_000_000_000 + len(self.channels) + 1, name, GUILD))

    def direct(self, user: int) -> Channel:
        """The private channel of a person and the bot."""
        if user not in self._direct:
            number = 1_400_000_000_000_000_000 + len(self.channels) + 1
            self._direct[user] = self._add(Channel(number, person=user))
        return self._direct[user]

    def interaction(self, kind: int, user: User, channel: Channel, payload: dict[str, Any]) -> Interaction:
        """A new one, with a token of its own."""
        number = snowflake()
        token = f"aW50ZXJhY3Rpb246{number}:{'x' * 140}"
        made = Interaction(number, token, kind, user, channel, payload, self.now())
        self.interactions[number] = self.by_token[token] = made
        return made

    async def write(self, message: Message) -> Message:
        self.messages[message.id] = message
        self._in_channel.setdefault(message.channel, []).append(message)
        await self.changed(message.channel)
        return message

    async def changed(self, channel: int | None = None) -> None:
        # What happens in a room may be of interest to anybody, what happens in a private chat to one person.
        private = channel in self.channels and self.channels[channel].guild is None
        for where in {channel, None} if private else tuple(self._changes):
            if past := self._changes.pop(where, None):
                past.set()

    async def change(self, channel: int | None = None) -> None:
        """Returns at the next one in ``channel``, or anywhere."""
        await self._changes.setdefault(channel, asyncio.Event()).wait()

    def in_channel(self, channel: int, user: int) -> list[Message]:
        """What a person sees there, in order."""
        return [
            message
            for message in self._in_channel.get(channel, ())
            if not message.deleted and message.only_for in {None, user}
        ]

    def json(self, message: Message) -> dict[str, Any]:
        """A message as the API tells it."""
        body = message.body
        told: dict[str, Any] = {
            "type": 20 if message.written_by else 0,
            "content": body.get("content") or "",
            "mentions": [],
            "mention_roles": [],
            "attachments": [
                {
                    "id": str(message.id + place + 1),
                    "filename": name,
                    "size": len(content),
                    "url": f"https://cdn.example.org/{name}",
                    "proxy_url": f"https://media.example.org/{name}",
                }
                for place, (name, content) in enumerate(message.files.items())
            ],
            "embeds": [_embed(embed) for embed in body.get("embeds") or []],
            "timestamp": _time(message.id),
            "edited_timestamp": _time(snowflake()) if message.edits else None,
            "flags": message.flags,
            "components": _numbered(body.get("components") or []),
            "id": str(message.id),
            "channel_id": str(message.channel),
            "author": self.bot.json() | {"bot": True},
            "pinned": False,
            "mention_everyone": False,
            "tts": False,
        }
        if message.written_by:
            told |= {"webhook_id": str(APPLICATION), "application_id": str(APPLICATION)}
        return told | ({"nonce": message.nonce} if message.nonce else {})

    def _add(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel


def _time(number: int) -> str:
    return datetime.fromtimestamp(((number >> 22) + EPOCH) / 1000, UTC).isoformat()


def _embed(embed: dict[str, Any]) -> dict[str, Any]:
    fields = [{"inline": False} | field for field in embed.get("fields") or []]
    return {name: value for name, value in embed.items() if value not in (None, [])} | {
        "type": "rich",
        "fields": fields,
    }


def _numbered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Components as they come back: each with a number, and what was left out."""
    numbers = itertools.count(1)
    defaults: dict[int, dict[str, Any]] = {
        2: {"disabled": False},
        3: {"min_values": 1, "max_values": 1, "disabled": False},
    }
    return [
        row
        | {
            "id": next(numbers),
            "components": [
                {**defaults.get(part["type"], {}), **part, "id": next(numbers)} for part in row["components"]
            ],
        }
        for row in rows
    ]

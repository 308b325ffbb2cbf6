"""People, chats and messages as Telegram keeps them."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.entities import covered

PINGING = frozenset({"mention", "text_mention"})


@dataclass
class Person:
    """Somebody with an account."""

    id: int
    name: str
    username: str = ""
    language: str = "en"
    started: bool = True
    """Has opened a chat with the bot; before that, bots must not write."""
    blocked: bool = False
    deactivated: bool = False
    bot: bool = False

    def user(self) -> dict[str, Any]:
        """As a User."""
        told: dict[str, Any] = {"id": self.id, "is_bot": self.bot, "first_name": self.name}
        told |= {"username": self.username} if self.username else {}
        return told | ({"language_code": self.language} if self.language else {})

    def chat(self) -> dict[str, Any]:
        """Their private chat."""
        return {"id": self.id, "type": "private", "first_name": self.name}


@dataclass
class Group:
    """A room with several people."""

    id: int
    title: str
    members: list[Person] = field(default_factory=list)
    kind: str = "supergroup"
    forum: bool = False
    kicked: bool = False
    moved_to: int = 0
    no_photos: bool = False

    def chat(self) -> dict[str, Any]:
        """As a Chat."""
        told: dict[str, Any] = {"id": self.id, "type": self.kind, "title": self.title}
        return told | ({"is_forum": True} if self.forum else {})


@dataclass
class Photo:
    """A picture as it was sent: an address or a file."""

    source: str | bytes
    file_id: str
    unique_id: str

    @classmethod
    def of(cls, source: str | bytes) -> Photo:
        """The same picture has the same unique id."""
        digest = hashlib.sha256(source.encode() if isinstance(source, str) else source).hexdigest()
        return cls(source, f"AgACAgIAAxkB{digest[:40]}", f"AQAD{digest[:12]}")

    def sizes(self) -> list[dict[str, Any]]:
        """As PhotoSizes."""
        small = {"file_id": self.file_id + "s", "file_unique_id": self.unique_id + "s", "width": 90, "height": 135}
        return [small, {"file_id": self.file_id, "file_unique_id": self.unique_id, "width": 300, "height": 450}]


@dataclass
class Message:
    """One message as it stands now."""

    id: int
    chat_id: int
    sender: Person
    text: str = ""
    """What is read, without tags: the text, or the caption of a photo."""
    entities: list[dict[str, Any]] = field(default_factory=list)
    photo: Photo | None = None
    markup: dict[str, Any] | None = None
    thread: int | None = None
    reply_to: Message | None = None
    preview: bool = False
    """A preview of a link is shown under it."""
    extra: dict[str, Any] = field(default_factory=dict)
    at: int = field(default_factory=lambda: int(time.time()))
    edited: int = 0
    deleted: bool = False

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """The keyboard."""
        return (self.markup or {}).get("inline_keyboard", [])

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """Its buttons, in order."""
        return [button for row in self.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """What is written on them."""
        return [button["text"] for button in self.buttons]

    @property
    def pings(self) -> list[str]:
        """Whom it would wake."""
        return [
            covered(self.text, entity)
            for entity in self.entities
            if entity["type"] in PINGING or str(entity.get("url", "")).startswith("tg://user")
        ]

    def links(self) -> list[str]:
        """Addresses behind words."""
        return [entity["url"] for entity in self.entities if "url" in entity]

    def data(self, label: str) -> str:
        """What stands on the button that is called so (or begins so, or is the data itself)."""
        exact = [one for one in self.buttons if label in {one["text"].strip("\u2060"), one.get("callback_data")}]
        likely = [one for one in self.buttons if label.casefold() in one["text"].casefold()]
        return (exact or likely)[0]["callback_data"]

    def json(self, chat: dict[str, Any]) -> dict[str, Any]:
        """As a Message."""
        told: dict[str, Any] = {"message_id": self.id, "date": self.at, "chat": chat, "from": self.sender.user()}
        words, marks = ("caption", "caption_entities") if self.photo else ("text", "entities")
        told |= {words: self.text} if self.text else {}
        told |= {marks: self.entities} if self.entities else {}
        told |= {"photo": self.photo.sizes()} if self.photo else {}
        told |= {"reply_markup": self.markup} if self.markup else {}
        told |= {"message_thread_id": self.thread, "is_topic_message": True} if self.thread else {}
        told |= {"reply_to_message": self.reply_to.json(chat)} if self.reply_to else {}
        told |= {"edit_date": int(time.time())} if self.edited else {}
        return told | self.extra

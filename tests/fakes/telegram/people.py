"""What people do: write, reply, press, block, and what they see."""

from __future__ import annotations

import re
import time
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.entities import units
from tests.fakes.telegram.world import Group, Message, Person

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

_PRESSES = count(4_382_700_000_000_000)
_SLASH = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?")
_AT = re.compile(r"(?<!\w)@[A-Za-z]\w{2,31}")


class People:
    """Those who use the bot. Mixed into the server."""

    def person(self: FakeTelegram, who: int, name: str = "", **facts: Any) -> Person:
        """Somebody, made when first named."""
        if who not in self.people:
            self.people[who] = Person(who, name or f"Person {who}", **facts)
        return self.people[who]

    def group(self: FakeTelegram, group_id: int, title: str, *members: Person, **facts: Any) -> Group:
        """A room, made when first named."""
        if group_id not in self.groups:
            self.groups[group_id] = Group(group_id, title, list(members), **facts)
        return self.groups[group_id]

    def say(
        self: FakeTelegram,
        who: Person,
        text: str,
        room: Group | None = None,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
        **extra: Any,
    ) -> Message:
        """They write; in a room the bot only gets what its privacy mode lets through."""
        if room is None and text.startswith("/start"):
            who.started, who.blocked = True, False
        chat = room or who
        message = Message(0, 0, who, text, _typed(text), thread=thread, reply_to=reply_to, extra=extra)
        self.keep(chat, message)
        if room is None or self._lets_through(message):
            self.put("message", message.json(chat.chat()))
        return message

    def _lets_through(self: FakeTelegram, message: Message) -> bool:
        """Privacy mode: commands, replies to the bot, mentions of it; service messages."""
        mentioned = f"@{self.bot.username}".casefold() in message.text.casefold()
        replied = message.reply_to is not None and message.reply_to.sender is self.bot
        return message.text.startswith("/") or mentioned or replied or not message.text

    def press(self: FakeTelegram, who: Person, label: str, on: Message, *, forgotten: bool = False) -> str:
        """They press a button; returns the query's id. ``forgotten``: Telegram does not know the message any more."""
        query = str(next(_PRESSES))
        self.queries[query] = on.chat_id
        chat = self._place(on.chat_id).chat()
        told = {"chat": chat, "message_id": on.id, "date": 0} if forgotten else on.json(chat)
        self.put(
            "callback_query",
            {
                "id": query, "from": who.user(), "message": told, "chat_instance": str(on.chat_id * 7),
                "data": on.data(label) if on.buttons else label,
            },
        )  # fmt: skip
        return query

    def standing(self: FakeTelegram, who: Person, status: str, chat: Group | None = None) -> None:
        """The bot is blocked, let in again, added or thrown out by somebody."""
        bot = self.bot.user()
        old = {"status": "member", "user": bot}
        new = {"status": status, "user": bot} | ({"until_date": 0} if status == "kicked" else {})
        if chat is None:
            who.blocked = status == "kicked"
        else:
            chat.kicked = status in {"kicked", "left"}
        self.put(
            "my_chat_member",
            {
                "chat": (chat or who).chat(), "from": who.user(), "date": int(time.time()),
                "old_chat_member": old, "new_chat_member": new,
            },
        )  # fmt: skip

    def move(self: FakeTelegram, group: Group, new_id: int, by: Person) -> Group:
        """A group becomes a supergroup with another id."""
        moved = self.group(new_id, group.title, *group.members)
        self.say(by, "", group, migrate_to_chat_id=new_id)
        group.moved_to = new_id
        self.say(by, "", moved, migrate_from_chat_id=group.id)
        return moved

    def seen(self: FakeTelegram, chat: Person | Group) -> list[Message]:
        """What the bot wrote there, as it stands now."""
        return [one for one in self.order[chat.id] if one.sender is self.bot and not one.deleted]

    def _place(self: FakeTelegram, chat_id: int) -> Person | Group:
        return self.people.get(chat_id) or self.groups[chat_id]


def _typed(text: str) -> list[dict[str, Any]]:
    marks = [("bot_command", match) for match in _SLASH.finditer(text)]
    marks += [("mention", match) for match in _AT.finditer(text)]
    return [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, match in sorted(marks, key=lambda mark: mark[1].start())
    ]

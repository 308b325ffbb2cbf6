"""Conversations through Telegram, for the tests that every platform passes."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING

from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.world import Group, Message, Person

if TYPE_CHECKING:
    from tests.contracts.driver import Driver, Seen


class TelegramDriver:
    """People with Telegram in their hands."""

    name = "telegram"
    able = frozenset({"again", "block", "buttons", "delete", "edit", "limit", "many", "private", "rooms"})

    def __init__(self, fake: FakeTelegram) -> None:
        self.fake, self._polls = fake, 0
        self.environment: Mapping[str, str] = {
            "RECOMMENDARR_TELEGRAM_TOKEN": fake.token,
            "RECOMMENDARR_TELEGRAM_API_URL": fake.url,
            "RECOMMENDARR_TELEGRAM_UPDATES": "polling",
        }

    async def ready(self, page_url: str) -> None:
        """Until the bot has asked for updates."""
        before, self._polls = self._polls, 0
        await self.fake.until(lambda: self.fake.polls > before)
        self._polls = self.fake.polls

    def account(self, who: str) -> str:
        """The platform's account id of somebody."""
        return str(self._person(who).id)

    async def say(self, text: str, *, who: str = "anna", room: str = "") -> None:
        """One message."""
        person = self._person(who)
        group = self._group(room, person) if room else None
        self.fake.say(person, text, group)

    async def press(self, label: str, *, on: Seen, who: str = "anna", room: str = "") -> None:
        """One pressed button."""
        self.fake.press(self._person(who), label, self._message(on))

    def read(self, *, who: str = "anna", room: str = "") -> list[Seen]:
        """What the bot wrote there, as it stands now."""
        from tests.contracts.driver import Seen  # noqa: PLC0415 - the servers alone do not need it

        chat = self._chat(who, room)
        return [
            Seen(
                f"{chat.id}/{one.id}", one.text, tuple(label.strip("\u2060") for label in one.labels), private=not room
            )
            for one in self.fake.seen(chat)
        ]

    async def changed(self, *, who: str = "anna", room: str = "") -> None:
        """Until the next message or edit there."""
        await self.fake.changed(self._chat(who, room).id)

    async def again(self) -> None:
        """The last update comes once more."""
        self.fake.again()

    async def limit(self, retry_after: float, times: int = 1) -> None:
        """The next writes are too many."""
        self.fake.limit(retry_after, times)

    async def block(self, who: str) -> None:
        """They do not want the bot any more."""
        self.fake.standing(self._person(who), "kicked")

    async def unblock(self, who: str) -> None:
        """They do again."""
        self.fake.standing(self._person(who), "member")

    async def delete(self, seen: Seen, *, who: str = "anna", room: str = "") -> None:
        """A message is taken away by somebody else than the bot."""
        message = self._message(seen)
        message.deleted = True
        self.fake.touched(message.chat_id)

    def _message(self, seen: Seen) -> Message:
        chat, _, number = seen.id.partition("/")
        return self.fake.messages[int(chat), int(number)]

    def _chat(self, who: str, room: str) -> Person | Group:
        person = self._person(who)
        return self._group(room, person) if room else person

    def _person(self, who: str) -> Person:
        number = 10_000 + int.from_bytes(hashlib.sha256(who.encode()).digest()[:4])
        return self.fake.person(number, who.title(), language="")

    def _group(self, room: str, *members: Person) -> Group:
        number = -1_000_000_000_000 - int.from_bytes(hashlib.sha256(room.encode()).digest()[:4])
        group = self.fake.group(number, room)
        group.members += [person for person in members if person not in group.members]
        return group


@contextlib.asynccontextmanager
async def open_driver() -> AsyncGenerator[Driver]:
    """A server of its own; its pace is not held, so that others can be measured against it."""
    fake = FakeTelegram()
    fake.pace.on = False
    await fake.start()
    try:
        yield TelegramDriver(fake)
    finally:
        await asyncio.shield(fake.stop())

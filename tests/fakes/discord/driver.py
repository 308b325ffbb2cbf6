"""Conversations through Discord, for the tests that every platform passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.people import Person
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import TOKEN

if TYPE_CHECKING:
    from tests.contracts.driver import Driver, Seen

_NUMBER = 10


class DiscordDriver:
    """People with Discord in their hands. Their rooms are channels of one server."""

    name = "discord"
    able = frozenset({"again", "buttons", "delete", "edit", "limit", "many", "private", "rooms"})

    def __init__(self, fake: FakeDiscord) -> None:
        self.fake, self._sessions = fake, 0
        self.environment: Mapping[str, str] = {
            "RECOMMENDARR_DISCORD_TOKEN": TOKEN,
            "RECOMMENDARR_DISCORD_API_URL": fake.api_url,
            "RECOMMENDARR_DISCORD_GATEWAY_URL": fake.gateway_url,
        }

    async def ready(self, page_url: str) -> None:
        """Until the bot listens, and its commands are known."""
        async with asyncio.timeout(60):
            while self.fake.gateway.identified <= self._sessions or not self.fake.world.commands.get(None):
                await self.fake.world.change()
        self._sessions = self.fake.gateway.identified

    def account(self, who: str) -> str:
        """The platform's account id of somebody."""
        return str(self._person(who).user.id)

    async def say(self, text: str, *, who: str = "anna", room: str = "") -> None:
        """A slash command with its options filled in, or a sentence, which is ``/mood`` here."""
        if not text.startswith("/"):
            text = f"/mood {text}"
        name, _, rest = text.removeprefix("/").partition(" ")
        await self._person(who).command(name, room, **filled(self._options(name), rest.strip()))

    async def press(self, label: str, *, on: Seen, who: str = "anna", room: str = "") -> None:
        """One pressed button, or an option that was picked."""
        await self._person(who).press(int(on.id), label, room)

    def read(self, *, who: str = "anna", room: str = "") -> list[Seen]:
        """What the bot wrote there, as it stands now."""
        from tests.contracts.driver import Seen  # noqa: PLC0415 - the servers alone do not need it

        return [
            Seen(str(one.id), one.text, one.buttons, private=one.private or not room)
            for one in self._person(who).sees(room)
            if not one.thinking
        ]

    async def changed(self, *, who: str = "anna", room: str = "") -> None:
        """Until the next message or edit there."""
        await self.fake.world.change(self._person(who).channel(room).id)

    async def again(self) -> None:
        """The last event comes once more."""
        if self.fake.gateway.last is not None:
            await self.fake.gateway.dispatch(*self.fake.gateway.last)

    async def limit(self, retry_after: float, times: int = 1) -> None:
        """The next writes are too many."""
        where = "(POST|PATCH) /(webhooks|channels)"
        self.fake.faults.add(where, status=429, retry_after=retry_after, times=times)

    async def block(self, who: str) -> None:
        """They take no direct messages; what answers a command still reaches them."""
        self._person(who).user.closed = True

    async def unblock(self, who: str) -> None:
        """They do again."""
        self._person(who).user.closed = False

    async def delete(self, seen: Seen, *, who: str = "anna", room: str = "") -> None:
        """A message is taken away by somebody else than the bot."""
        message = self.fake.world.messages[int(seen.id)]
        message.deleted = True
        await self.fake.world.changed(message.channel)

    def _person(self, who: str) -> Person:
        return self.fake.person(who, locale="en-US")

    def _options(self, name: str) -> list[dict[str, Any]]:
        known = (command for commands in self.fake.world.commands.values() for command in commands)
        return next((command.get("options") or [] for command in known if command["name"] == name), [])


def filled(options: list[dict[str, Any]], text: str) -> dict[str, object]:
    """What somebody would fill in to say ``text``: choices first, a number last, the rest in what is left."""
    told: dict[str, object] = {}
    open_options = list(options)
    for option in options:
        first, _, rest = text.partition(" ")
        if first in {choice["value"] for choice in option.get("choices") or ()}:
            told[option["name"]], text = first, rest
            open_options.remove(option)
    if open_options and open_options[-1]["type"] == _NUMBER and text:
        rest, _, last = text.rpartition(" ")
        if last.replace(".", "", 1).isdigit() and rest:
            told[open_options.pop()["name"]], text = float(last), rest
    name = next((option["name"] for option in open_options if option["type"] != _NUMBER), "text")
    return told | ({name: text} if text else {})


@asynccontextmanager
async def open_driver(*, strict: bool = False) -> AsyncGenerator[Driver]:
    """A server of its own; ``strict``: everything is checked against the official description, which takes time."""
    async with FakeDiscord(strict=strict) as fake:
        yield DiscordDriver(fake)

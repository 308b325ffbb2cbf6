"""Conversations through Talk, for the tests that every platform passes."""

from __future__ import annotations

import asyncio
import contextlib
import math
import re
from collections.abc import AsyncGenerator, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from tests.fakes.talk.rooms import Place, Written
from tests.fakes.talk.server import FakeTalk

if TYPE_CHECKING:
    from tests.contracts.driver import Driver, Seen

HOOK = "/hooks/nextcloud_talk"
_MARKUP = re.compile(r"\\([^\w\s])|\*\*|[\u2060\u2068\u2069]")
_CODE = re.compile(r"(?<!\\)\[[A-Z]\d[A-Z]{1,2}(\d*)\]")
_WORDS = " · "


class TalkDriver:
    """People with Talk in their hands."""

    name = "nextcloud_talk"
    able = frozenset({"limit", "again", "delete", "rooms", "many"})

    def __init__(self, fake: FakeTalk) -> None:
        self.fake = fake
        self._own: dict[str, asyncio.Task[Place]] = {}
        self._rooms: dict[str, asyncio.Task[Place]] = {}
        self.environment: Mapping[str, str] = {
            "RECOMMENDARR_TALK_SECRET": fake.secret,
            "RECOMMENDARR_TALK_BACKENDS": fake.url,
        }

    async def ready(self, page_url: str) -> None:
        """From now on the bot is told, once somebody is behind its door."""
        self.fake.webhook = page_url + HOOK
        while await self.fake.knock({}, b"") == HTTPStatus.SERVICE_UNAVAILABLE:  # noqa: ASYNC110 - it has no bell
            await asyncio.sleep(0.02)
        self.fake.sent.clear()

    def account(self, who: str) -> str:
        """The platform's account id of somebody."""
        return f"users/{who}@{self.fake.url}"

    async def say(self, text: str, *, who: str = "anna", room: str = "") -> None:
        """One message."""
        await self.fake.say(await self._place(who, room), who, text)

    async def press(self, label: str, *, on: Seen, who: str = "anna", room: str = "") -> None:
        """The word in a reply to the message, as far as the server passes replies on; else with its code."""
        place = await self._place(who, room)
        message = place.find(int(on.id))
        word = re.sub(r"[^\w\s'’-]", " ", label.partition(_WORDS)[0]).strip()
        code = _CODE.search(message.text) if message else None
        if self.fake.number < (21,) and code:
            word = f"{word} {code[0][1:-1]}"
        await self.fake.say(place, who, word, reply_to=message)

    def read(self, *, who: str = "anna", room: str = "") -> list[Seen]:
        """What the bot wrote there."""
        from tests.contracts.driver import Seen  # noqa: PLC0415 - the server alone does not need it

        made = (self._rooms if room else self._own).get(room or who)
        messages = made.result().by_bot() if made and made.done() else []
        return [Seen(str(one.id), plain(one), _typed(one, messages), private=not room) for one in messages]

    async def changed(self, *, who: str = "anna", room: str = "") -> None:
        """Until the next message there."""
        place = await self._place(who, room)
        async with place.news:
            await place.news.wait()

    async def again(self) -> None:
        """The last webhook comes once more."""
        await self.fake.again()

    async def limit(self, retry_after: float, times: int = 1) -> None:
        """The next writes are too many. Talk counts in whole seconds."""
        await self._place("anna", "")
        self.fake.failures += [(429, {"Retry-After": str(math.ceil(retry_after))})] * times

    async def block(self, who: str) -> None:
        """Nobody can keep a bot from a room in which it is."""
        raise NotImplementedError

    async def unblock(self, who: str) -> None:
        raise NotImplementedError

    async def delete(self, seen: Seen, *, who: str = "anna", room: str = "") -> None:
        """A moderator takes a message away."""
        place = await self._place(who, room)
        place.messages = [one for one in place.messages if one.id != int(seen.id)]

    async def _place(self, who: str, room: str) -> Place:
        made, name = (self._rooms, room) if room else (self._own, who)
        if name not in made:
            made[name] = asyncio.ensure_future(self.fake.room(room, who) if room else self._own_room(who))
        place = await asyncio.shield(made[name])
        place.members.setdefault(f"users/{who}", who.title())
        return place

    async def _own_room(self, who: str) -> Place:
        """A conversation in which somebody is alone with the bot, and has said so."""
        place = await self.fake.room(f"{who} alone", who)
        async with place.news:
            telling = asyncio.ensure_future(self.fake.say(place, who, "!private"))
            await place.news.wait()
        await telling
        place.messages.clear()
        return place


def plain(message: Written) -> str:
    """A message as it is read, without markup."""
    return _MARKUP.sub(lambda found: found[1] or "", message.text)


def _typed(message: Written, messages: list[Written]) -> tuple[str, ...]:
    """What may be typed for a card, told under the last of an answer; or the choices that stand here."""
    lines = plain(message).split("\n")
    if _CODE.search(message.text) and not re.match(r"\*\*", message.text):
        figures = [line.split(" · ") for line in lines[1:] if re.fullmatch(r"\d+( · \d+)+", line)]
        return tuple(figures[0]) if figures else tuple(line for line in lines[1:] if re.match(r"\d+ · ", line))
    followed = messages[messages.index(message) :] if _CODE.search(message.text) else [message]
    for later in followed:
        words, below = plain(later).rpartition("\n\n")[::2]
        if below and words:
            return tuple(re.sub(r"\s\d+$", "", word.strip("👍👎＋✓↩ ")) for word in below.split("\n")[0].split(_WORDS))
    return ()


@contextlib.asynccontextmanager
async def open_driver(version: str = "21.1.0") -> AsyncGenerator[Driver]:
    """A server of its own."""
    fake = FakeTalk(version)
    await fake.start()
    try:
        yield TalkDriver(fake)
    finally:
        await asyncio.shield(fake.close())

"""A Desk with a stand-in for the conversation and for the platform, over any storage."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import cast

from adapters.clock import SystemIds
from bot.delivery.desk import Desk
from bot.delivery.post import Post
from bot.dispatcher import Dispatcher, Spoken
from bot.gateway import Delivered, Outgoing, Pace, Platform, State
from bot.vocabulary import Account, Answer, Capabilities, Invocation, Press, Room, Text, Update
from engine.ports.clock import Clock
from engine.ports.storage import Storage
from engine.testing.clock import START, SteppedClock
from tests.conversations.household import TRANSLATIONS

SPEAK = TRANSLATIONS.to("en")
ANNA = Account("paper", "anna", "Anna")


class Echo:
    """Answers with what was said; a test may put anything in its place."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.answers: dict[str, Answer] = {}
        """By what was said."""
        self.asked: list[str] = []

    async def answer(self, update: Update) -> Spoken:
        said = update.text if isinstance(update, Invocation) else update.token
        self.asked.append(said)
        await self.gate.wait()
        return Spoken(self.answers.get(said, Answer((Text(said),))), SPEAK)

    async def speak_to(self, account: Account) -> object:
        return SPEAK

    def private(self, update: Update) -> bool:
        return True


@dataclass(slots=True)
class Paper:
    """A platform that keeps what it is handed; it knows again what it was handed before, as good platforms do."""

    forgetful: bool = False
    """It does not know again what it was handed before."""
    failures: list[Exception] = field(default_factory=list)
    """Raised by the next deliveries, first one first."""
    after: list[Exception] = field(default_factory=list)
    """Likewise, but after all was written."""
    parts_then: Exception | None = None
    """Raised after the first message of the next answer."""
    seen: list[Outgoing] = field(default_factory=list)
    sheets: dict[str, list[str]] = field(default_factory=dict)
    """Room to texts, as written."""
    keys: dict[str, str] = field(default_factory=dict)
    state: State = State.RUNNING
    trouble: str = ""
    wrote: Callable[[str, str], None] = lambda *_: None
    busy: int = 0
    busiest: dict[str, int] = field(default_factory=dict)

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        pass

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        self.seen.append(outgoing)
        if self.failures:
            raise self.failures.pop(0)
        written = list(outgoing.written)
        for number, part in list(enumerate(outgoing.answer.parts))[len(written) :]:
            await asyncio.sleep(0)
            written.append(self._write(outgoing, number, getattr(part, "text", str(part))))
            self.wrote(outgoing.id, written[-1])
            if self.parts_then is not None:
                failure, self.parts_then = self.parts_then, None
                raise failure
        if self.after:
            raise self.after.pop(0)
        return Delivered(tuple(written))

    def _write(self, outgoing: Outgoing, number: int, text: str) -> str:
        key = f"{outgoing.id}:{number}"
        if key in self.keys and not self.forgetful:
            return self.keys[key]
        sheet = self.sheets.setdefault(outgoing.room.id, [])
        edited = outgoing.edits[number] if number < len(outgoing.edits) else ""
        if edited:
            sheet[int(edited.rpartition("#")[2])] = text
            self.keys[key] = edited
        else:
            self.keys[key] = f"{outgoing.room.id}#{len(sheet)}"
            sheet.append(text)
        return self.keys[key]


@dataclass(slots=True)
class PostHouse:
    storage: Storage
    clock: SteppedClock
    post: Post
    desk: Desk
    echo: Echo
    paper: Paper
    platform: Platform

    async def say(self, text: str, *, room: str = "r", update: str = "", private: bool = True) -> bool:
        """One update, until it is accepted."""
        identity = update or f"u{len(self.echo.asked)}-{room}-{text}"
        said = Invocation(identity, ANNA, Room(room, private), "mood", text, START, reference=identity)
        return await self.desk.accept(said)

    async def press(self, token: str, message: str, *, room: str = "r") -> bool:
        press = Press(f"p-{token}-{message}", ANNA, Room(room), token, START, reference="p", message=message)
        return await self.desk.accept(press)

    async def settle(self) -> None:
        """All that can be answered and delivered now."""
        async with asyncio.timeout(20):
            await self.desk.settle()
            await self.post.settle()

    async def later(self, condition: Callable[[], bool]) -> None:
        """Until it holds."""
        async with asyncio.timeout(20):
            while not condition():  # noqa: ASYNC110 - whatever it is
                await asyncio.sleep(0.005)

    async def noted(self) -> None:
        """Until it is stored that progress was told."""
        async with asyncio.timeout(20):
            while True:
                async with self.storage.unit() as unit:
                    if any(arrival.progress for arrival in await unit.inbox.waiting()):
                        return
                await asyncio.sleep(0.005)


def platform_of(paper: Paper, *, capabilities: Capabilities | None = None, pace: Pace | None = None) -> Platform:
    async def open_paper(*_: object) -> Paper:
        return paper

    able = capabilities or Capabilities(buttons=True, edit=True)
    return Platform("paper", able, lambda _: True, open_paper, pace=pace or Pace())


@asynccontextmanager
async def open_post_house(
    storage: Storage,
    *,
    paper: Paper | None = None,
    echo: Echo | None = None,
    clock: SteppedClock | None = None,
    capabilities: Capabilities | None = None,
    pace: Pace | None = None,
) -> AsyncIterator[PostHouse]:
    """Opened as at a start of the service, and closed as at its end."""
    paper, echo, clock = paper or Paper(), echo or Echo(), clock or SteppedClock()
    post = await Post.open(storage, cast("Clock", clock), SystemIds(), lambda: 0.5)
    platform = platform_of(paper, capabilities=capabilities, pace=pace)
    courier = post.serve(platform)
    desk = Desk(cast("Dispatcher", echo), post)
    paper.wrote = desk.wrote
    await post.take_up()
    await desk.open()
    courier.attach(paper)
    try:
        yield PostHouse(storage, clock, post, desk, echo, paper, platform)
    finally:
        await desk.close()
        await post.close()

"""The adapter between a fake Discord and a conversation whose answers a test decides."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from adapters.chat.discord.adapter import Discord
from adapters.chat.discord.hearing import Patience
from adapters.chat.discord.limits import CAPABILITIES
from adapters.chat.discord.settings import DiscordSettings
from bot.call import Kind
from bot.fitting import fit
from bot.gateway import Delivered, Described, DescribedArgument, Outgoing, State
from bot.services import Services
from bot.vocabulary import Account, Answer, Card, Choice, Invocation, Press, Room, Text, Update
from engine.errors import RecommendarrError
from engine.testing.clock import SteppedClock
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import TOKEN

QUICK = Patience(again=0.02, longest=0.2, rejected=0.2, identify=0.05, silence=60.0, trouble=0.3)
COMMANDS = (
    Described(
        "mood", "say what you feel like", (DescribedArgument("text", Kind.TEXT, required=True, description="words"),)
    ),
    Described(
        "rate",
        "give a title 1 to 10 points",
        (
            DescribedArgument("title", Kind.TITLE, required=True, description="which title", completes=True),
            DescribedArgument("score", Kind.SCORE, required=True, description="1 to 10"),
        ),
    ),
    Described(
        "recommend",
        "cards of any kind",
        (
            DescribedArgument(
                "mode", Kind.MODE, required=False, description="which way", choices=(("Tonight", "tonight"),)
            ),
            DescribedArgument("filters", Kind.FILTERS, required=False, description="what narrows it down"),
        ),
    ),
    Described(
        "tonight",
        "something for tonight",
        (DescribedArgument("filters", Kind.FILTERS, required=False, description="filters"),),
    ),
)


@dataclass
class Talk:
    """A Gateway whose answers are decided beforehand. It delivers at once, as the outbox would."""

    answer: Callable[[Update], Answer | None] = lambda update: Answer((Text("Noted."),))
    secret: bool = True
    failing: Exception | None = None
    adapter: Discord | None = None
    heard: list[Update] = field(default_factory=list)
    written: list[tuple[str, str]] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    offers: list[tuple[str, str]] = field(default_factory=list)
    described: tuple[Described, ...] = COMMANDS
    pause: float = 0.0
    _seen: set[str] = field(default_factory=set)
    _work: set[asyncio.Task[None]] = field(default_factory=set)

    async def invoke(self, invocation: Invocation) -> Answer:
        return self.answer(invocation) or Answer(())

    async def press(self, press: Press) -> Answer:
        return self.answer(press) or Answer(())

    def private(self, update: Update) -> bool:
        return self.secret

    async def complete(self, account: Account, command: str, argument: str, typed: str) -> list[tuple[str, str]]:
        await asyncio.sleep(self.pause)
        if self.failing:
            raise self.failing
        return self.offers

    def commands(self, locale: str) -> tuple[Described, ...]:
        if locale == "en":
            return self.described
        return tuple(replace(command, description=f"{locale}: {command.description}") for command in self.described)

    async def accept(self, update: Update) -> bool:
        await asyncio.sleep(self.pause)
        if self.failing:
            raise self.failing
        if update.id in self._seen:
            return False
        self._seen.add(update.id)
        self.heard.append(update)
        if (answer := self.answer(update)) is not None:
            work = asyncio.create_task(self._deliver(update, answer))
            self._work.add(work)
            work.add_done_callback(self._work.discard)
        return True

    async def reachable(self, account: Account, room: Room) -> None:
        """Nothing waits for anybody here."""

    def wrote(self, outgoing: str, message: str) -> None:
        self.written.append((outgoing, message))

    async def _deliver(self, update: Update, answer: Answer) -> None:
        assert self.adapter is not None
        edits = (update.message,) if isinstance(update, Press) and answer.replaces and update.message else ()
        try:
            self.delivered.append(await self.adapter.deliver(outgoing(update, answer, edits=edits)))
        except RecommendarrError as error:
            self.troubles.append(error)


def outgoing(update: Update, answer: Answer, **more: Any) -> Outgoing:
    """An answer to an update, fitted as the outbox has it."""
    return Outgoing(
        id=f"out-{update.id}",
        room=update.room,
        account=update.account,
        answer=fit(answer, CAPABILITIES),
        reference=update.reference,
        **more,
    )


def unasked(person: int, room: Room, answer: Answer, name: str = "unasked", **more: Any) -> Outgoing:
    """What the bot says by itself."""
    return Outgoing(
        id=name, room=room, account=Account("discord", str(person)), answer=fit(answer, CAPABILITIES), **more
    )


async def comes(there: Callable[[], bool], seconds: float = 5.0) -> None:
    """Returns when it is so."""
    async with asyncio.timeout(seconds):
        while not there():  # noqa: ASYNC110 - it happens in several places, none of which tells
            await asyncio.sleep(0.01)


@dataclass
class Stage:
    discord: FakeDiscord
    talk: Talk
    adapter: Discord
    services: Services
    clock: SteppedClock
    running: asyncio.Task[None] | None = None

    async def until(self, state: State, seconds: float = 5.0) -> None:
        await comes(lambda: self.adapter.state is state, seconds)

    def later(self, seconds: float) -> None:
        """Time passes for both sides."""
        self.clock.advance(timedelta(seconds=seconds))
        self.discord.world.age(seconds)

    async def said(self, count: int = 1) -> list[Update]:
        await comes(lambda: len(self.talk.heard) >= count)
        return self.talk.heard

    async def restart(self) -> None:
        """A new process over the same store."""
        await _stop(self)
        await _start(self)
        await self.until(State.RUNNING)

    async def delivers(self, letter: Outgoing) -> Delivered:
        return await self.adapter.deliver(letter)


@asynccontextmanager
async def open_stage(discord: FakeDiscord, services: Services, clock: SteppedClock, **settings: Any):
    """The adapter, connected."""
    told = {"token": TOKEN, "api_url": discord.api_url, "gateway_url": discord.gateway_url, **settings}
    stage = Stage(discord, Talk(), None, services, clock)  # type: ignore[arg-type]
    stage.settings = DiscordSettings(_env_file=None, **told)  # type: ignore[attr-defined]
    await _start(stage)
    try:
        yield stage
    finally:
        await _stop(stage)


async def _start(stage: Stage) -> None:
    stage.adapter = stage.talk.adapter = Discord(stage.talk, stage.services, stage.settings, QUICK)  # type: ignore[attr-defined]
    stage.running = asyncio.create_task(stage.adapter.run())


async def _stop(stage: Stage) -> None:
    assert stage.running is not None
    stage.running.cancel()
    with suppress(asyncio.CancelledError):
        await stage.running
    await stage.adapter.close()


CARD = Card(
    "movie:496243",
    "Parasite",
    "2019 · 132 min · Film",
    "Because you liked Mother.",
    match="92 % · sure",
    badges=("new here",),
    number=1,
    page_url="http://127.0.0.1:8420/item/movie%3A496243",
)
QUESTION = Choice("Which one?", ())

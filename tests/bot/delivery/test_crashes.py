"""The service is killed between any two steps, again and again: nothing is lost, nothing is doubled, order is kept.

What survives a kill is what storage has committed and what the platform has taken. So everything that touches either
passes a gate that counts its steps; once the gate falls, nothing of that process reaches storage or platform any more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway import Delivered, Outgoing, Pace, Rate
from bot.vocabulary import Answer, Text
from engine.errors import RateLimited, SourceUnavailable
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.bot.delivery.post_house import Echo, Paper, PostHouse, open_post_house

pytestmark = pytest.mark.untraced

ROOMS = ("a", "b", "c")
LIMIT = RateLimited("platform-rate-limited", retry_after=0.001, platform="paper")
QUICK = Pace(Rate(1e6), Rate(1e6), Rate(1e6))
AWAY = SourceUnavailable("platform-unreachable", platform="paper")


class Killed(BaseException):
    """This process does nothing any more."""


@dataclass(slots=True)
class Gate:
    """Falls after so many steps."""

    steps: int
    pauses: list[int]
    """How often the others are let go first, step by step, over and over."""
    passed: int = 0
    fallen: asyncio.Event = field(default_factory=asyncio.Event)

    async def step(self) -> None:
        """Before and after everything that lasts."""
        self.passed += 1
        for _ in range(self.pauses[self.passed % len(self.pauses)]):
            await asyncio.sleep(0)
        if self.passed >= self.steps:
            self.fallen.set()
        if self.fallen.is_set():
            await asyncio.Event().wait()


class GatedStorage:
    """The one storage as this process reaches it."""

    def __init__(self, storage: MemoryStorage, gate: Gate) -> None:
        self._storage, self._gate = storage, gate

    @asynccontextmanager
    async def unit(self, *, lasting: bool = True) -> AsyncIterator[Any]:
        await self._gate.step()
        async with self._storage.unit(lasting=lasting) as unit:
            yield unit
            await self._gate.step()  # a fall here is a fall before the commit: the unit is taken back
        await self._gate.step()

    async def close(self) -> None:
        await self._storage.close()


@dataclass(slots=True)
class GatedPaper(Paper):
    """The one platform as this process reaches it."""

    gate: Gate = field(default_factory=lambda: Gate(10**9, [0]))

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        await self.gate.step()
        delivered = await Paper.deliver(self, outgoing)
        await self.gate.step()
        return delivered


@st.composite
def lives(draw: st.DrawFn) -> list[tuple[int, list[int]]]:
    """For each process: after how many steps it is killed, and how its tasks take turns."""
    pauses = st.lists(st.integers(0, 3), min_size=1, max_size=6)
    return draw(st.lists(st.tuples(st.integers(2, 60), pauses), min_size=1, max_size=6))


FAILURES = st.lists(st.sampled_from([None, LIMIT, AWAY]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(lives(), st.lists(st.sampled_from(ROOMS), min_size=1, max_size=12), FAILURES, st.booleans())
def test_killed_anywhere_nothing_is_lost_doubled_or_out_of_order(
    plan: list[tuple[int, list[int]]], rooms: list[str], failures: list[Exception | None], several: bool
) -> None:
    told = asyncio.run(_lived(plan, rooms, [one for one in failures if one], several=several))
    for room in ROOMS:
        expected = [word for number, where in enumerate(rooms) if where == room for word in _words(number, several)]
        assert told.get(room, []) == expected


@settings(max_examples=30, deadline=None)
@given(lives(), st.lists(st.sampled_from(ROOMS), min_size=1, max_size=10))
def test_a_forgetful_platform_gets_twice_at_most_what_was_in_its_hands(
    plan: list[tuple[int, list[int]]], rooms: list[str]
) -> None:
    told = asyncio.run(_lived(plan, rooms, [], several=False, forgetful=True))
    for room in ROOMS:
        expected = [word for number, where in enumerate(rooms) if where == room for word in _words(number, False)]
        once = list(dict.fromkeys(told.get(room, [])))
        assert once == expected
        assert len(told.get(room, [])) - len(once) <= len(plan)


async def _lived(
    plan: list[tuple[int, list[int]]],
    rooms: list[str],
    failures: list[Exception],
    *,
    several: bool,
    forgetful: bool = False,
) -> dict[str, list[str]]:
    """What the platform holds after all those lives, and a last one that nobody ends."""
    storage, sheets, keys = MemoryStorage(), dict[str, list[str]](), dict[str, str]()
    clock, unaccepted = SteppedClock(), list(enumerate(rooms))
    for steps, pauses in [*plan, (10**9, [0])]:
        gate = Gate(steps, pauses)
        paper = GatedPaper(forgetful=forgetful, sheets=sheets, keys=keys, failures=failures, gate=gate)
        life = asyncio.ensure_future(_live(storage, gate, paper, clock, unaccepted, several))
        fallen = asyncio.ensure_future(gate.fallen.wait())
        await asyncio.wait({life, fallen}, return_when=asyncio.FIRST_COMPLETED)
        await _bury(life, fallen)
        clock.advance(timedelta(minutes=10))
    return sheets


async def _live(
    storage: MemoryStorage,
    gate: Gate,
    paper: GatedPaper,
    clock: SteppedClock,
    unaccepted: list[tuple[int, str]],
    several: bool,
) -> None:
    """One process: the platform repeats what was not confirmed, and the rest is answered."""
    echo = Echo()
    for number in range(20):
        echo.answers[str(number)] = Answer(tuple(Text(word) for word in _words(number, several)))
    async with open_post_house(GatedStorage(storage, gate), paper=paper, echo=echo, clock=clock, pace=QUICK) as house:
        while unaccepted:
            number, room = unaccepted[0]
            await house.say(str(number), room=room, update=f"u{number}")
            unaccepted.pop(0)
        await _finished(house, clock)


async def _finished(house: PostHouse, clock: SteppedClock) -> None:
    while True:
        await house.settle()
        async with house.storage.unit() as unit:
            letters = await unit.outbox.waiting()
            if not letters and not await unit.inbox.waiting():
                return
        clock.moment = max([clock.moment, *(letter.not_before for letter in letters if letter.not_before)])
        await asyncio.sleep(0.002)
        house.post.couriers["paper"].lanes.resume()


async def _bury(life: asyncio.Future[None], fallen: asyncio.Future[Any]) -> None:
    """The process is gone with all its tasks; what they do on their way out meets the fallen gate."""
    fallen.cancel()
    if life.done():
        life.result()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for _ in range(50):
        for task in others:
            task.cancel()
        done, pending = await asyncio.wait(others, timeout=0.05) if others else (set(), set())
        del done
        others = [*pending]
        if not others:
            break
    with suppress(BaseException):
        await life


def _words(number: int, several: bool) -> list[str]:
    return [f"{number}.{part}" for part in range(3)] if several else [str(number)]

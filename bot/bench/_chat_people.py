"""People at a chat platform who ask one thing after the other, and how long each waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

import numpy as np

PATIENCE = 60.0
"""Seconds after which an answer counts as lost."""


class Seen(Protocol):
    """A message of the bot's, as a person sees it."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> tuple[str, ...]: ...


class Driver(Protocol):
    """The people's side of a platform's fake, as ``tests/contracts/driver.py`` describes it."""

    environment: Mapping[str, str]

    async def ready(self, page_url: str) -> None: ...
    def account(self, who: str) -> str: ...
    async def say(self, text: str, *, who: str = ..., room: str = ...) -> None: ...
    async def press(self, label: str, *, on: Seen, who: str = ..., room: str = ...) -> None: ...
    def read(self, *, who: str = ..., room: str = ...) -> list[Seen]: ...
    async def changed(self, *, who: str = ..., room: str = ...) -> None: ...


@dataclass(slots=True)
class Waits:
    """What came of all that was asked."""

    seconds: list[float] = field(default_factory=list[float])
    asked: int = 0
    doubled: int = 0


class Person:
    """Asks, waits for the answer, and may ask again."""

    def __init__(self, driver: Driver, who: str, rng: np.random.Generator) -> None:
        self._driver, self.who, self._rng = driver, who, rng
        self._asked: list[tuple[int, bool]] = []
        """How many messages there were before each command, and whether its answer is a single one."""

    async def greet(self) -> None:
        """Two cards, so that there is something to press; not counted."""
        await self._driver.say("/tonight 2", who=self.who)
        await self._until(lambda seen: sum(map(_is_why, seen)) >= 2)

    async def ask(self, waits: Waits) -> None:
        """One command or press, of the kinds people use most."""
        seen = self._driver.read(who=self.who)
        cards = [one for one in seen if _is_why(one)]
        before, count = len(seen), len(cards)
        waits.asked += 1
        drawn = self._rng.random()
        wants_cards = PRESSES <= drawn < PRESSES + CARDS
        self._asked.append((before, not wants_cards))
        began = perf_counter()
        await (self._press(cards[-1]) if drawn < PRESSES else self._say(wants_cards))
        try:
            await self._until(lambda now: len(now) > before and (not wants_cards or sum(map(_is_why, now)) > count))
        except TimeoutError:
            return
        waits.seconds.append(perf_counter() - began)

    def doubled(self) -> int:
        """Messages beyond the one that answers a command of a single answer."""
        ends = [*(before for before, _ in self._asked[1:]), len(self._driver.read(who=self.who))]
        windows = zip(self._asked, ends, strict=False)
        return sum(max(end - before - 1, 0) for (before, single), end in windows if single)

    async def _press(self, card: Seen) -> None:
        await self._driver.press(next(filter(_names_why, card.buttons)), on=card, who=self.who)

    async def _say(self, wants_cards: bool) -> None:  # noqa: FBT001 - drawn by lot
        line = "/tonight 1" if wants_cards else str(self._rng.choice(("/me", "/undo", "/help tonight")))
        await self._driver.say(line, who=self.who)

    async def _until(self, holds: Callable[[list[Seen]], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds(self._driver.read(who=self.who)):
                await self._driver.changed(who=self.who)


PRESSES, CARDS = 0.4, 0.2
"""Shares of pressed buttons, and of requests for cards; the rest are commands with a word in answer."""


def _is_why(seen: Seen) -> bool:
    return any(map(_names_why, seen.buttons))


def _names_why(name: str) -> bool:
    return "why" in name.casefold() and "not" not in name.casefold()

"""Tells people at once that they were heard: “typing …”, and the end of a button's little clock."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

from adapters.chat.telegram.client import Client
from adapters.chat.telegram.limits import TYPING_LASTS, Patience
from adapters.chat.telegram.reference import Place
from bot.vocabulary import Update

_log = logging.getLogger(__name__)
_REMEMBERED = 10_000
_LONGEST = 9.0
"""Seconds of “typing …” at most; by then there is a word of progress, or nothing to be said."""
_CROWD = 100
"""From so many who wait at the same time, “typing …” is left out: it would only keep them waiting longer."""


class Acknowledging:
    """Whatever is answered quickly acknowledges itself; the rest is acknowledged here."""

    def __init__(self, client: Client, patience: Patience) -> None:
        self._client, self._patience = client, patience
        self._waiting: dict[str, asyncio.TimerHandle | asyncio.Task[None]] = {}
        """By reference: what is to be said soon, or is being said."""
        self._answered: OrderedDict[str, None] = OrderedDict()

    def heard(self, update: Update, place: Place, query: str) -> None:
        """An update was accepted; its answer will come."""
        if query:
            self._soon(update.reference, self._patience.toast, lambda: self.say(query))
        else:
            self._soon(update.reference, self._patience.typing, lambda: self._typing(place))

    def idle(self, query: str) -> None:
        """A press that will have no answer."""
        self._soon(query, 0, lambda: self.say(query))

    def settled(self, reference: str, query: str = "") -> None:
        """The answer is being written."""
        waiting = self._waiting.pop(reference, None)
        if waiting and query not in self._answered:  # what is being said already is said to its end
            waiting.cancel()

    async def say(self, query: str, word: str = "") -> bool:
        """Acknowledges a press with a word; False where it was acknowledged before, or is too old."""
        if query in self._answered:
            return False
        self._answered[query] = None
        if len(self._answered) > _REMEMBERED:
            self._answered.popitem(last=False)
        try:
            await self._client.acknowledge(query, word)
        except TelegramError as error:
            _log.info("a press could not be acknowledged: %s", error)
            return False
        return True

    async def close(self) -> None:
        """Forgets everybody."""
        for waiting in self._waiting.values():
            waiting.cancel()
        tasks = [waiting for waiting in self._waiting.values() if isinstance(waiting, asyncio.Task)]
        await asyncio.gather(*tasks, return_exceptions=True)
        self._waiting.clear()

    def _soon(self, reference: str, seconds: float, work: Callable[[], Awaitable[object]]) -> None:
        """No task before it is needed: most are answered by then."""

        async def quietly() -> None:
            try:
                await work()
            finally:
                if self._waiting.get(reference) is asyncio.current_task():
                    del self._waiting[reference]

        def begin() -> None:
            self._waiting[reference] = asyncio.create_task(quietly())

        self.settled(reference)
        self._waiting[reference] = asyncio.get_running_loop().call_later(seconds, begin)

    async def _typing(self, place: Place) -> None:
        with contextlib.suppress(TelegramError, TimeoutError):  # a courtesy: the answer tells of real trouble
            async with asyncio.timeout(_LONGEST):
                while True:
                    if len(self._waiting) < _CROWD:
                        await self._client.typing(place)
                    await asyncio.sleep(TYPING_LASTS)

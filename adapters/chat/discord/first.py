"""First answers: Discord waits three seconds for one, and whatever else is said comes after it.

An answer that is there soon is the first answer itself, which is one request; before one that takes longer it is said
that it is thought about.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from adapters.chat.discord.limits import CROWD, CROWDED_GRACE, EPHEMERAL, FIRST_ANSWER, MOST_PATIENT
from adapters.chat.discord.reference import Reference, read_reference
from adapters.chat.discord.rest import ACKNOWLEDGED, UNKNOWN_INTERACTION, UNKNOWN_MESSAGE, Body, Refused, Rest
from engine.errors import RateLimited, SourceUnavailable

_log = logging.getLogger(__name__)
_MESSAGE, _DEFER_MESSAGE, _DEFER_UPDATE, _UPDATE, _CHOICES = 4, 5, 6, 7, 8
"""Interaction callback types (interactions/receiving-and-responding)."""
RUSH = 16
"""So many who are being told at the same time that they are heard are a rush: storing and answering waits for that."""
_BREATH = 0.2
"""Seconds between two attempts."""


@dataclass(slots=True, eq=False)
class Open:
    """An interaction that has had no first answer yet."""

    reference: Reference
    until: float
    """Loop's seconds after which Discord waits no more."""
    timer: asyncio.TimerHandle | None = None
    deferring: asyncio.Task[None] | None = None


class FirstAnswers:
    """Gives them in time. ``grace``: seconds for which an answer may take the place of a word that it is coming."""

    def __init__(self, rest: Rest, grace: float) -> None:
        self._rest, self._grace = rest, grace
        self._open: dict[int, Open] = {}
        self._deferring: set[asyncio.Task[None]] = set()
        self._calm = asyncio.Event()
        self._calm.set()

    def expect(self, reference: Reference) -> Open:
        """An interaction arrived just now. In a rush nobody is waited for."""
        if (known := self._open.get(reference.interaction)) is not None:
            return known  # a duplicate
        loop = asyncio.get_running_loop()
        self._open[reference.interaction] = new = Open(reference, loop.time() + FIRST_ANSWER)
        if self._calm.is_set() and len(self._open) <= MOST_PATIENT:
            new.timer = loop.call_later(self._grace, self._due, new)
        else:
            self._defer(new)
        return new

    async def thinking(self, waiting: Open) -> None:
        """Have it said now that it is thought about; returns when that is done."""
        if waiting.deferring is None:
            self._defer(waiting)
        await self._said(waiting)

    async def calm(self, waiting: Open) -> None:
        """Returns at once, or in a rush when ``waiting`` has its first answer."""
        if not self._calm.is_set() and self._open.get(waiting.reference.interaction) is waiting:
            await self.thinking(waiting)

    def claim(self, reference: str) -> Open | None:
        """The interaction, where its first answer is the caller's to give, by ``answer`` or ``thinking``."""
        waiting = self._waiting(reference)
        if waiting is None or waiting.timer is None:
            return None
        waiting.timer.cancel()
        waiting.timer = None
        del self._open[waiting.reference.interaction]
        return waiting

    async def given(self, reference: str) -> None:
        """Returns when the interaction has had its first answer: before that, nothing else can be said."""
        if (waiting := self._waiting(reference)) is not None:
            await self.thinking(waiting)
        await self._calm.wait()

    async def answer(self, claimed: Open, body: Body, *, hidden: bool, instead: bool) -> Body | None:
        """The message written; ``instead``: in place of the one that was pressed. None where it has to go another way.

        Tried again while Discord waits. What may have arrived is written over, so that it is never there twice.
        """
        reference, tried = claimed.reference, False
        more: Body = {"attachments": []} if instead else {"flags": EPHEMERAL} if hidden else {}
        kind = _UPDATE if instead else _MESSAGE
        while True:
            try:
                told = await self._rest.acknowledge(reference.interaction, reference.token, kind, body | more)
                return _message_of(told) or await self._original(reference, body)
            except SourceUnavailable as error:
                limited = isinstance(error, RateLimited)
                pause = (limited and error.retry_after) or _BREATH
                tried = tried or not limited
                if asyncio.get_running_loop().time() + pause > claimed.until:
                    return await self._original(reference, body) if tried else None
                await asyncio.sleep(pause)
            except Refused as refused:
                if refused.code == ACKNOWLEDGED and tried:
                    return await self._original(reference, body)  # the first try arrived, its answer did not
                if refused.code == UNKNOWN_MESSAGE:
                    await self.thinking(claimed)  # the one that was pressed is gone
                elif refused.code not in {ACKNOWLEDGED, UNKNOWN_INTERACTION}:
                    raise
                return None

    async def choices(self, reference: Reference, offered: list[Body]) -> None:
        """What completes an argument; there is nothing else to say to it."""
        until = asyncio.get_running_loop().time() + FIRST_ANSWER
        await self._say(reference, _CHOICES, {"choices": offered}, until)

    def close(self) -> None:
        """Whoever still waits is not told anything more: their answers are kept, and written another way."""
        for waiting in self._open.values():
            if waiting.timer is not None:
                waiting.timer.cancel()
        self._open.clear()

    async def _original(self, reference: Reference, body: Body) -> Body:
        return await self._rest.edit_original(reference.application, reference.token, body, ())

    def _waiting(self, reference: str) -> Open | None:
        known = read_reference(reference)
        return self._open.get(known.interaction) if known else None

    @staticmethod
    async def _said(waiting: Open) -> None:
        if waiting.deferring is not None:
            await asyncio.wait({waiting.deferring})

    def _due(self, waiting: Open) -> None:
        """In a crowd, an answer is waited for a little longer."""
        longest = waiting.until - FIRST_ANSWER + CROWDED_GRACE
        loop = asyncio.get_running_loop()
        if len(self._open) > CROWD and loop.time() < longest:
            waiting.timer = loop.call_at(longest, self._defer, waiting)
        else:
            self._defer(waiting)

    def _defer(self, waiting: Open) -> None:
        if waiting.timer is not None:
            waiting.timer.cancel()
            waiting.timer = None
        waiting.deferring = task = asyncio.create_task(self._think(waiting))
        self._deferring.add(task)
        if len(self._deferring) > RUSH:
            self._calm.clear()

        def done(_: asyncio.Task[None]) -> None:
            self._deferring.discard(task)
            if self._open.get(waiting.reference.interaction) is waiting:
                del self._open[waiting.reference.interaction]
            if len(self._deferring) <= RUSH:
                self._calm.set()

        task.add_done_callback(done)

    async def _think(self, waiting: Open) -> None:
        reference = waiting.reference
        data: Body | None = None if reference.pressed or not reference.hidden else {"flags": EPHEMERAL}
        await self._say(reference, _DEFER_UPDATE if reference.pressed else _DEFER_MESSAGE, data, waiting.until)

    async def _say(self, reference: Reference, kind: int, data: Body | None, until: float) -> None:
        """Tries while Discord waits. What comes too late is answered in another way, by the delivery."""
        try:
            async with asyncio.timeout_at(until):
                while (breath := await self._acknowledge(reference, kind, data)) is not None:  # noqa: ASYNC110 - a pause
                    await asyncio.sleep(breath)
        except TimeoutError:
            _log.info("discord: an interaction could not be acknowledged in time")

    async def _acknowledge(self, reference: Reference, kind: int, data: Body | None) -> float | None:
        """Seconds until it is worth another try; None where there is nothing more to try."""
        try:
            await self._rest.acknowledge(reference.interaction, reference.token, kind, data)
        except RateLimited as limited:
            return limited.retry_after or _BREATH
        except SourceUnavailable:
            return _BREATH
        except Refused as refused:
            # Acknowledged already: a duplicate, or the answer to the first try was lost on its way.
            if refused.code not in {ACKNOWLEDGED, UNKNOWN_INTERACTION}:
                _log.warning("discord: an interaction was not acknowledged: %s", refused)
        return None


def _message_of(told: Body) -> Body | None:
    """The message that a first answer wrote; None where Discord does not tell."""
    resource: Body = told.get("resource") or {}
    message: Body = resource.get("message") or {}
    return message if "id" in message else None

"""What is done at once when an interaction arrives: it is acknowledged, and stored; or completed, while typing."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from adapters.chat.discord.delivery import EPHEMERAL
from adapters.chat.discord.escaping import escape, plain_within
from adapters.chat.discord.inbound import (
    Interaction,
    Order,
    Typing,
    ephemeral,
    read,
    read_typing,
    reference_of,
)
from adapters.chat.discord.limits import CHOICE, CHOICES, FIRST_ANSWER
from adapters.chat.discord.outbound import Message
from adapters.chat.discord.reference import Reference, read_reference
from adapters.chat.discord.rest import ACKNOWLEDGED, UNKNOWN_INTERACTION, Body, Refused, Rest
from bot.gateway import Gateway
from bot.services import Services
from bot.vocabulary import Press, Update
from engine.errors import RateLimited, RecommendarrError, SourceUnavailable

_log = logging.getLogger(__name__)
_DEFER_MESSAGE, _DEFER_UPDATE, _CHOICES = 5, 6, 8
"""Interaction callback types (interactions/receiving-and-responding)."""
RUSH = 16
"""So many interactions without a first answer are a rush: storing and answering them waits for that."""
_BREATH = 0.2
"""Seconds between two attempts to acknowledge."""


class Answering:
    """Hears interactions. The answers come later, through the outbox."""

    def __init__(self, gateway: Gateway, services: Services, rest: Rest, order: Order) -> None:
        self._gateway, self._services, self._rest, self._order = gateway, services, rest, order
        self._deferring: dict[int, asyncio.Task[None]] = {}
        self._begun: dict[str, asyncio.Event] = {}
        self._calm = asyncio.Event()
        self._calm.set()

    async def heard(self, interaction: Interaction) -> None:
        """Acknowledged without waiting for the database, and stored in the order of arrival."""
        if (typing := read_typing(interaction)) is not None:
            await self._complete(interaction, typing)
            return
        at = self._services.clock.now()
        update = read(interaction, self._order, at)
        if update is None:
            return
        hidden = self._hidden(interaction, update)
        reference = reference_of(interaction, hidden=hidden, at=at)
        deferring = asyncio.create_task(self._defer(reference))
        self._hurry(interaction.id, deferring)
        try:
            await self._in_turn(update.room.id, deferring)
            await self._gateway.accept(replace(update, reference=reference.write()))
        except RecommendarrError as error:
            _log.warning("discord: an update could not be stored: %s", error.key)
            await asyncio.wait({deferring})
            await self._regret(reference, error, update.account.locale)
        except Exception:
            await asyncio.wait({deferring})
            await self._regret(reference, RecommendarrError("unexpected"), update.account.locale)
            raise  # told where it happened by whoever called
        finally:
            await asyncio.wait({deferring})

    async def acknowledged(self, reference: str) -> None:
        """Returns when the interaction has had its first answer: before that, nothing else can be said."""
        known = read_reference(reference)
        deferring = self._deferring.get(known.interaction) if known else None
        if deferring is not None:
            await asyncio.wait({deferring})
        await self._calm.wait()

    async def _in_turn(self, room: str, deferring: asyncio.Task[None]) -> None:
        """Returns when the update before it in its room is being stored; in a rush, first answers come first."""
        before, begun = self._begun.get(room), asyncio.Event()
        self._begun[room] = begun
        try:
            if not self._calm.is_set():
                await asyncio.wait({deferring})
            if before is not None:
                await before.wait()
        finally:
            begun.set()
            if self._begun.get(room) is begun:
                del self._begun[room]

    def _hurry(self, interaction: int, deferring: asyncio.Task[None]) -> None:
        def done(_: asyncio.Task[None]) -> None:
            self._deferring.pop(interaction, None)
            if len(self._deferring) <= RUSH:
                self._calm.set()

        self._deferring[interaction] = deferring
        deferring.add_done_callback(done)
        if len(self._deferring) > RUSH:
            self._calm.clear()

    def _hidden(self, interaction: Interaction, update: Update) -> bool:
        if isinstance(update, Press):
            return ephemeral(interaction)
        # In a private chat everything is private, and what is not ephemeral can be edited next week.
        return not update.room.private and self._gateway.private(update)

    async def _defer(self, reference: Reference) -> None:
        data: Body | None = None if reference.pressed or not reference.hidden else {"flags": EPHEMERAL}
        await self._first(reference, _DEFER_UPDATE if reference.pressed else _DEFER_MESSAGE, data)

    async def _first(self, reference: Reference, kind: int, data: Body | None) -> None:
        """Tries while Discord waits. What comes too late is answered in another way, by the delivery."""
        try:
            async with asyncio.timeout(FIRST_ANSWER):
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

    async def _regret(self, reference: Reference, error: RecommendarrError, locale: str | None) -> None:
        """Nothing was stored, so nothing will be answered: that is said here."""
        speak = self._services.translations.to(locale or self._services.settings.locale)
        body = Message(escape(speak.error(error))).body()
        try:
            if reference.pressed:
                await self._rest.follow_up(reference.application, reference.token, body | {"flags": EPHEMERAL}, ())
            else:
                await self._rest.edit_original(reference.application, reference.token, body, ())
        except (RecommendarrError, Refused) as second:
            _log.warning("discord: nor could that be said: %s", second)

    async def _complete(self, interaction: Interaction, typing: Typing) -> None:
        """What may be meant; nothing where that is not known in time."""
        offered: list[tuple[str, str]] = []
        try:
            async with asyncio.timeout(FIRST_ANSWER - 2 * _BREATH):
                offered = await self._gateway.complete(typing.account, typing.command, typing.argument, typing.typed)
        except (RecommendarrError, TimeoutError) as error:
            _log.info("discord: nothing to complete with: %s", type(error).__name__)
        reference = reference_of(interaction, hidden=True, at=self._services.clock.now())
        await self._first(reference, _CHOICES, {"choices": _choices(offered)})


def _choices(offered: list[tuple[str, str]]) -> list[Body]:
    shown: dict[str, str] = {}
    for label, value in offered:
        name = plain_within(label, CHOICE)
        if name and 0 < len(value) <= CHOICE:
            shown.setdefault(name, value)
    return [{"name": name, "value": value} for name, value in list(shown.items())[:CHOICES]]

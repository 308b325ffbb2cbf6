"""What is done at once when an interaction arrives: it is acknowledged, and stored; or completed, while typing."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from adapters.chat.discord.escaping import escape, plain_within
from adapters.chat.discord.first import FirstAnswers, Open
from adapters.chat.discord.inbound import (
    Interaction,
    Order,
    Typing,
    ephemeral,
    read,
    read_typing,
    reference_of,
)
from adapters.chat.discord.limits import CHOICE, CHOICES, EPHEMERAL, FIRST_ANSWER
from adapters.chat.discord.outbound import Message
from adapters.chat.discord.reference import Reference
from adapters.chat.discord.rest import Body, Refused, Rest
from bot.gateway import Gateway
from bot.services import Services
from bot.vocabulary import Press, Update
from engine.errors import RecommendarrError

_log = logging.getLogger(__name__)
_LEFT_OUT = 0.4
"""Seconds before Discord's patience ends from which nothing more is looked for to complete with."""


class Answering:
    """Hears interactions. The answers come later, through the outbox."""

    def __init__(self, gateway: Gateway, services: Services, rest: Rest, order: Order, first: FirstAnswers) -> None:
        self._gateway, self._services, self._rest, self._order = gateway, services, rest, order
        self._first = first
        self._begun: dict[str, asyncio.Event] = {}

    async def heard(self, interaction: Interaction) -> None:
        """Its first answer comes without waiting for the database, and it is stored in the order of arrival."""
        if (typing := read_typing(interaction)) is not None:
            await self._complete(interaction, typing)
            return
        at = self._services.clock.now()
        update = read(interaction, self._order, at)
        if update is None:
            return
        hidden = self._hidden(interaction, update)
        reference = reference_of(interaction, hidden=hidden, at=at)
        waiting = self._first.expect(reference)
        try:
            await self._in_turn(update.room.id, waiting)
            await self._gateway.accept(replace(update, reference=reference.write()))
        except RecommendarrError as error:
            _log.warning("discord: an update could not be stored: %s", error.key)
            await self._first.thinking(waiting)
            await self._regret(reference, error, update.account.locale)
        except Exception:
            await self._first.thinking(waiting)
            await self._regret(reference, RecommendarrError("unexpected"), update.account.locale)
            raise  # told where it happened by whoever called

    async def _in_turn(self, room: str, waiting: Open) -> None:
        """Returns when the update before it in its room is being stored; in a rush, first answers come first."""
        before, begun = self._begun.get(room), asyncio.Event()
        self._begun[room] = begun
        try:
            await self._first.calm(waiting)
            if before is not None:
                await before.wait()
        finally:
            begun.set()
            if self._begun.get(room) is begun:
                del self._begun[room]

    def _hidden(self, interaction: Interaction, update: Update) -> bool:
        if isinstance(update, Press):
            return ephemeral(interaction)
        # In a private chat everything is private, and what is not ephemeral can be edited next week.
        return not update.room.private and self._gateway.private(update)

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
            async with asyncio.timeout(FIRST_ANSWER - _LEFT_OUT):
                offered = await self._gateway.complete(typing.account, typing.command, typing.argument, typing.typed)
        except (RecommendarrError, TimeoutError) as error:
            _log.info("discord: nothing to complete with: %s", type(error).__name__)
        reference = reference_of(interaction, hidden=True, at=self._services.clock.now())
        await self._first.choices(reference, _choices(offered))


def _choices(offered: list[tuple[str, str]]) -> list[Body]:
    shown: dict[str, str] = {}
    for label, value in offered:
        name = plain_within(label, CHOICE)
        if name and 0 < len(value) <= CHOICE:
            shown.setdefault(name, value)
    return [{"name": name, "value": value} for name, value in list(shown.items())[:CHOICES]]

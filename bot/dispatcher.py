"""Answers every update: who it is, what was said, what comes of it. Errors are answers."""

from __future__ import annotations

import asyncio
import logging
import re
import traceback
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from weakref import WeakValueDictionary

from bot.asking.running import SENTENCE, run_command, run_line, run_token
from bot.call import Call, Registry
from bot.people.strangers import answer_stranger, guest, viewer_of
from bot.registry import load_registry
from bot.services import Services
from bot.vocabulary import Account, Answer, Invocation, Press, Room, Text
from engine.errors import InvalidQuery, RecommendarrError

_log = logging.getLogger(__name__)
LONGEST_INPUT = 5_000
"""Characters that are read of one message."""
NOTHING = Answer(())
"""For an update that was answered before."""


class Dispatcher:
    """The Gateway of all chat adapters. One person's updates are answered one after the other."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._registry = load_registry(services.translations)
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    @property
    def registry(self) -> Registry:
        """All commands and presses, for platforms that register them."""
        return self._registry

    async def invoke(self, invocation: Invocation) -> Answer:
        """Answers a command or sentence; empty for an update that was answered before."""
        update = _Update(invocation.id, invocation.account, invocation.room)
        return await self._answer(update, lambda call: _said(call, invocation))

    async def press(self, press: Press) -> Answer:
        """Answers a pressed button; empty for an update that was answered before."""
        update = _Update(press.id, press.account, press.room)
        return await self._answer(update, lambda call: _pressed(call, press))

    async def _answer(self, update: _Update, run: _Run) -> Answer:
        account = update.account
        speak = self._services.translations.to(account.locale or self._services.settings.locale)
        turn = self._turns.setdefault((account.platform, account.id), asyncio.Lock())
        async with turn:
            try:
                call = await self._call(update)
                if call is None:
                    return NOTHING
                speak = call.speak
                return await run(call)
            except RecommendarrError as error:
                return Answer((Text(speak.error(error)),))
            except Exception as error:  # noqa: BLE001 - the last door before the platform: logged and told
                return Answer((Text(speak.text("went-wrong", code=self._logged(error))),))

    async def _call(self, update: _Update) -> Call | None:
        """Who asks; None for an update that was answered before."""
        services, account = self._services, update.account
        now = services.clock.now()
        async with services.storage.unit() as unit:
            if not await unit.deliveries.first_time(account.platform, update.id, now):
                return None
        viewer = await viewer_of(services, account) or guest(services, account)
        return Call(
            services=services,
            registry=self._registry,
            viewer=viewer,
            speak=services.translations.to(viewer.locale),
            account=account,
            room=update.room,
            id=f"{account.platform}:{update.id}",
            now=now,
        )

    def _logged(self, error: Exception) -> str:
        """Logs where it happened, without the error's own words, which may quote a person. Returns the code."""
        code = self._services.ids.short()
        frames = "\n".join(
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
        )
        _log.error("an update could not be answered [%s]: %s\n%s", code, type(error).__name__, frames)
        return code


@dataclass(frozen=True, slots=True)
class _Update:
    id: str
    account: Account
    room: Room


_Run = Callable[[Call], Awaitable[Answer]]


async def _said(call: Call, invocation: Invocation) -> Answer:
    text = clean(invocation.text)
    if len(text) > LONGEST_INPUT:
        raise InvalidQuery("text-too-long", limit=LONGEST_INPUT)
    name = clean(invocation.command)
    if not call.viewer.id:
        return await answer_stranger(call, name, text)
    return await (run_line(call, text) if name == SENTENCE and text else run_command(call, name, text))


async def _pressed(call: Call, press: Press) -> Answer:
    if not call.viewer.id and not (call.services.demo and press.token.startswith("be:")):
        return await answer_stranger(call, "", "")
    return await run_token(call, press.token)


def clean(text: str) -> str:
    """What was typed, on one line, without signs that steer a terminal or turn the writing direction."""
    kept = ("" if unicodedata.category(sign) in _STEERING else sign for sign in _SPACES.sub(" ", text))
    return "".join(kept).strip()


_SPACES = re.compile(r"\s+")
_STEERING = frozenset({"Cc", "Cs", "Co"})

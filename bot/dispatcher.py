"""Answers every update: who it is, what was said, what comes of it. Errors are answers."""

from __future__ import annotations

import asyncio
import logging
import re
import unicodedata
from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

from bot.asking.completing import Completer
from bot.asking.describing import described
from bot.asking.running import SENTENCE, run_command, run_line, run_reply, run_token
from bot.asking.sharing import commanded, is_private
from bot.call import Call, Registry
from bot.gateway import Described
from bot.i18n import Translator
from bot.people.strangers import answer_stranger, answer_strangers_press, guest, viewer_of
from bot.registry import load_registry
from bot.services import Services
from bot.traces import trace_of
from bot.vocabulary import Account, Answer, Invocation, Press, Text, Update
from engine.errors import InvalidQuery, RecommendarrError

_log = logging.getLogger(__name__)
LONGEST_INPUT = 5_000
"""Characters that are read of one message."""
NOTHING = Answer(())
"""For an update that was answered before, or comes from an account that is banned."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer, and the language it is in."""

    answer: Answer
    speak: Translator


class Dispatcher:
    """Fulfils ``Conversation`` for all chat adapters. One person's updates are answered one after the other."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._registry = load_registry(services.translations)
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    @property
    def services(self) -> Services:
        """What answers are made with."""
        return self._services

    @property
    def registry(self) -> Registry:
        """All commands and presses, for platforms that register them."""
        return self._registry

    async def invoke(self, invocation: Invocation) -> Answer:
        """Answers a command or sentence; empty for an update that was answered before."""
        return await self._first_time(invocation)

    async def press(self, press: Press) -> Answer:
        """Answers a pressed button; empty for an update that was answered before."""
        return await self._first_time(press)

    def private(self, update: Update) -> bool:
        """Whether the answer will be for this person alone."""
        return is_private(self._registry, update)

    async def complete(self, account: Account, command: str, argument: str, typed: str) -> list[tuple[str, str]]:
        """(label, value) for what may be meant; nothing that this account may not know of."""
        try:
            return await Completer(self._services, self._registry, account).offers(command, argument, clean(typed))
        except RecommendarrError as error:
            _log.info("nothing to complete with: %s", error.key)
        except Exception as error:  # noqa: BLE001 - the last door before the platform: completing must not disturb
            _log.error("an argument could not be completed: %s", trace_of(error))
        return []

    def commands(self, locale: str) -> tuple[Described, ...]:
        """Every command in the language of ``locale``, by name."""
        return described(self._services, self._registry, self._services.translations.to(locale))

    async def answer(self, update: Update) -> Spoken:
        """Answers an update that is known to come for the first time."""
        account = update.account
        speak = self._services.translations.to(account.locale or self._services.settings.locale)
        turn = self._turns.setdefault((account.platform, account.id), asyncio.Lock())
        async with turn:
            try:
                call = await self._call(update)
                if call is None:
                    return Spoken(NOTHING, speak)
                speak = call.speak
                answer = await (_said(call, update) if isinstance(update, Invocation) else _pressed(call, update))
                return Spoken(self._marked(answer, update), speak)
            except Exception as error:  # noqa: BLE001 - the last door before the platform: logged and told
                return Spoken(self._told(error, speak), speak)

    async def speak_to(self, account: Account) -> Translator:
        """The language of the account's person."""
        return await Completer(self._services, self._registry, account).speaker()

    async def _first_time(self, update: Update) -> Answer:
        services, account = self._services, update.account
        try:
            async with services.storage.unit() as unit:
                first = await unit.deliveries.first_time(account.platform, update.id, services.clock.now())
        except Exception as error:  # noqa: BLE001 - as below
            return self._told(error, services.translations.to(account.locale or services.settings.locale))
        return (await self.answer(update)).answer if first else NOTHING

    async def _call(self, update: Update) -> Call | None:
        """Who asks; None for an account that is banned."""
        services, account = self._services, update.account
        async with services.storage.unit() as unit:
            known = await unit.people.visitor(account.platform, account.id)
        if known.banned:
            return None
        viewer = await viewer_of(services, account, known) or guest(services, account)
        return Call(
            services=services,
            registry=self._registry,
            viewer=viewer,
            speak=services.translations.to(viewer.locale),
            account=account,
            room=update.room,
            id=f"{account.platform}:{update.id}",
            now=services.clock.now(),
        )

    def _marked(self, answer: Answer, update: Update) -> Answer:
        """As private and as neutral as what was asked declares."""
        command = commanded(self._registry, update)
        neutral = answer.neutral or (command is not None and command.neutral)
        return replace(answer, private=answer.private or self.private(update), neutral=neutral)

    def _told(self, error: Exception, speak: Translator) -> Answer:
        """What is said of an error; one that was not foreseen is logged."""
        known = isinstance(error, RecommendarrError)
        text = speak.error(error) if known else speak.text("went-wrong", code=self._logged(error))
        return Answer((Text(text),), neutral=True)

    def _logged(self, error: Exception) -> str:
        """Logs where it happened. Returns the code."""
        code = self._services.ids.short()
        _log.error("an update could not be answered [%s]: %s", code, trace_of(error))
        return code


async def _said(call: Call, invocation: Invocation) -> Answer:
    text = clean(invocation.text)
    if len(text) > LONGEST_INPUT:
        raise InvalidQuery("text-too-long", limit=LONGEST_INPUT)
    name = clean(invocation.command)
    if not call.viewer.id:
        return await answer_stranger(call, name, text)
    line = text if name == SENTENCE and text else ""
    if invocation.quoted and (answer := await run_reply(call, invocation.quoted, line or f"/{name} {text}")):
        return answer
    return await (run_line(call, line) if line else run_command(call, name, text))


async def _pressed(call: Call, press: Press) -> Answer:
    if not call.viewer.id:
        return await answer_strangers_press(call, press.token)
    return await run_token(call, press.token)


def clean(text: str) -> str:
    """What was typed, on one line, without signs that steer a terminal or turn the writing direction."""
    line = _SPACES.sub(" ", text)
    if not line.isprintable():  # nothing that can be printed steers
        line = "".join("" if unicodedata.category(sign) in _STEERING else sign for sign in line)
    return line.strip()


_SPACES = re.compile(r"\s+")
_STEERING = frozenset({"Cc", "Cs", "Co"})

"""The terminal: reads a line, asks the bot, writes the answer, until somebody says goodbye."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, nullcontext
from typing import TextIO

from adapters.chat.console.inbound import Leave, Meaning, Said, Shown, Token, Wrong, read_line, remember
from adapters.chat.console.limits import CAPABILITIES
from adapters.chat.console.lines import Lines, PlainLines, PromptLines
from adapters.chat.console.outbound import write
from adapters.chat.console.settings import Terminal, columns, here
from adapters.chat.console.text import Style
from bot.asking.completing import Completer
from bot.fitting import fit
from bot.gateway import Conversation, Delivered, Outgoing, State
from bot.registry import load_registry
from bot.services import Services
from bot.vocabulary import Answer, Invocation, Press, Room, Text

PATIENCE = 3.0
"""Seconds after which the bot says that it is still at it."""


class Console:
    """One conversation at a terminal."""

    def __init__(
        self, gateway: Conversation, services: Services, terminal: Terminal, lines: Lines | None = None, *, out: TextIO
    ) -> None:
        registry = load_registry(services.translations)
        self._gateway, self._services, self._terminal, self._out = gateway, services, terminal, out
        self._words = registry.words
        self._completing = Completer(services, registry, terminal.account)
        self._lines = lines or self._typed_here()
        self._shown = Shown()
        self._work: asyncio.Future[Answer] | None = None

    async def run(self) -> None:
        """Until ``/quit``, Ctrl-D or the end of the input."""
        if not self._terminal.interactive:
            await self._converse()
            return
        # A Ctrl-C that comes a moment too late, between answer and prompt, must not end the whole service.
        with _interrupting(self._interrupt):
            await self._answer(Said("start", ""))
            await self._converse()
        self._write(Answer((Text(await self._own("console-bye")),)))

    async def deliver(self, outgoing: Outgoing) -> Delivered:
        """What is said unasked; it stands between the lines, and is not edited."""
        if not outgoing.or_nothing:
            self._write(outgoing.answer)
        return Delivered()

    async def close(self) -> None:
        """A terminal stays open."""

    @property
    def state(self) -> State:
        return State.RUNNING

    @property
    def trouble(self) -> str:
        return ""

    async def _converse(self) -> None:
        while (line := await self._lines.next()) is not None:
            meaning = read_line(line, self._shown, self._words)
            if isinstance(meaning, Leave):
                break
            if meaning is not None:
                await self._answer(meaning)

    async def _answer(self, meaning: Meaning) -> None:
        """Answers one line. Ctrl-C while it is being answered stops that and nothing else."""
        work = self._work = asyncio.ensure_future(self._ask(meaning))
        try:
            with nullcontext() if self._terminal.interactive else _interrupting(work.cancel):
                done, _ = await asyncio.wait({work}, timeout=PATIENCE)
                if not done:
                    self._say(await self._own("console-working"))
                    await asyncio.wait({work})
        finally:
            work.cancel()
        if work.cancelled():
            self._say(await self._own("console-interrupted"))
            return
        self._write(work.result(), meaning)

    def _interrupt(self) -> None:
        if self._work is not None:
            self._work.cancel()

    async def _ask(self, meaning: Meaning) -> Answer:
        update, account, now = self._services.ids.new(), self._terminal.account, self._services.clock.now()
        if isinstance(meaning, Token):
            return await self._gateway.press(Press(update, account, Room(account.id), meaning.token, now))
        if isinstance(meaning, Said):
            said = Invocation(update, account, Room(account.id), meaning.command, meaning.text, now)
            return await self._gateway.invoke(said)
        if isinstance(meaning, Wrong):
            return Answer((Text(await self._numbers(meaning)),))
        return Answer(())

    async def _numbers(self, wrong: Wrong) -> str:
        if wrong.first == wrong.last:
            return await self._own("console-only", typed=wrong.typed, first=wrong.first)
        return await self._own("console-numbers", typed=wrong.typed, first=wrong.first, last=wrong.last)

    def _write(self, answer: Answer, meaning: Meaning = None) -> None:
        fitted = fit(answer, CAPABILITIES)
        if answer.parts and not isinstance(meaning, Wrong):
            self._shown = remember(self._shown, answer, fitted)
        lines = write(fitted, columns(), Style(self._terminal.styled))
        if lines:
            self._out.write("\n".join(lines) + "\n\n")
            self._out.flush()

    def _say(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()

    async def _own(self, key: str, **arguments: str | int) -> str:
        """The console's own words, in the language of whoever sits there."""
        return (await self._completing.speaker()).text(key, **arguments)

    def _typed_here(self) -> Lines:
        if self._terminal.interactive:
            return PromptLines(self._completing, self._services.settings.data_dir / "console_history")
        return PlainLines(sys.stdin)


async def open_console(gateway: Conversation, services: Services) -> Console:
    """The console of this process."""
    return Console(gateway, services, here(), out=sys.stdout)


@contextmanager
def _interrupting(stop: Callable[[], object]) -> Generator[None]:
    """Ctrl-C calls ``stop``, where the loop can hear of it."""
    loop = asyncio.get_running_loop()
    before = signal.getsignal(signal.SIGINT)
    try:
        loop.add_signal_handler(signal.SIGINT, stop)
    except (NotImplementedError, RuntimeError, ValueError):
        yield  # not the main thread, or a system without signals: Ctrl-C ends the program there
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, before)

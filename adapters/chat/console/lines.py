"""Where typed lines come from: a prompt with history and completion, or plain reading."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from typing import Protocol, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.asking.completing import Completer as Completing

PROMPT = "› "


class Lines(Protocol):
    """Typed lines, one after the other."""

    async def next(self) -> str | None:
        """The next line; None when there are no more."""
        ...


class PlainLines:
    """Lines of a pipe or file. Read in a thread of its own, so that a silent input never keeps the process alive."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._typed: asyncio.Queue[str | None] = asyncio.Queue()
        self._reading: threading.Thread | None = None

    async def next(self) -> str | None:
        """The next line; None at the end."""
        if self._reading is None:
            loop = asyncio.get_running_loop()
            self._reading = threading.Thread(target=self._read, args=(loop,), daemon=True, name="console")
            self._reading.start()
        return await self._typed.get()

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            for line in self._source:
                loop.call_soon_threadsafe(self._typed.put_nowait, line)
            loop.call_soon_threadsafe(self._typed.put_nowait, None)
        except RuntimeError:
            return  # the loop was closed while this thread waited for a line: nobody is listening any more


class PromptLines:
    """Lines typed at a prompt; the history is kept in ``history``, readable by its owner only."""

    def __init__(self, completing: Completing, history: Path) -> None:
        history.touch(mode=0o600, exist_ok=True)
        self._session: PromptSession[str] = PromptSession(
            history=FileHistory(str(history)),
            completer=_Offered(completing),
            complete_while_typing=False,
            enable_open_in_editor=False,
        )

    async def next(self) -> str | None:
        """The next line; empty where it was given up with Ctrl-C, None for Ctrl-D."""
        try:
            with patch_stdout(raw=True):
                return await self._session.prompt_async(PROMPT, handle_sigint=False)
        except KeyboardInterrupt:
            return ""
        except EOFError:
            return None


class _Offered(Completer):
    """What the conversation offers, as prompt_toolkit wants it."""

    def __init__(self, completing: Completing) -> None:
        self._completing = completing

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        return ()

    async def get_completions_async(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002
    ) -> AsyncGenerator[Completion, None]:
        for offer in await self._completing.complete(document.text_before_cursor):
            yield Completion(offer.text, -offer.replaced, display_meta=offer.meaning)

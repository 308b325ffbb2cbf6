"""The platform's network, and nothing else: the only module here that does I/O, with a limit to every wait."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any, cast

from adapters.chat._template.limits import LONGEST_LINE
from engine.errors import Blocked, RateLimited, SourceUnavailable, Undeliverable

PATIENCE = 10.0
"""Seconds for anything that is sent, opened or waited for."""
MOST_WAITING = 10_000
"""Updates in memory that nobody has taken yet."""
NAME = "_template"


class Gone(Undeliverable):
    """The message that was to be edited is not there any more."""


class Client:
    """One connection: JSON objects, one per line, both ways. Everything sent has a key, and a receipt comes back."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._receipts: dict[str, asyncio.Future[Mapping[str, Any]]] = {}
        self._updates: asyncio.Queue[Mapping[str, object] | None] = asyncio.Queue()
        # Apart from whoever takes the updates: receipts are still to be read when no more updates are taken.
        self._reading = asyncio.ensure_future(self._read())

    @classmethod
    async def connect(cls, host: str, port: int) -> Client:
        """Raises SourceUnavailable where nobody answers."""
        try:
            async with asyncio.timeout(PATIENCE):
                return cls(*await asyncio.open_connection(host, port, limit=LONGEST_LINE))
        except (OSError, TimeoutError) as error:
            raise SourceUnavailable("platform-unreachable", platform=NAME) from error

    async def updates(self) -> AsyncGenerator[Mapping[str, object], None]:
        """Updates as they arrive, until the other side closes. What is no JSON object is passed over."""
        while (update := await self._updates.get()) is not None:
            yield update

    async def send(self, key: str, message: Mapping[str, object]) -> str:
        """Id of the message that was written or edited. The same ``key`` is the same message, however often it comes.

        Raises RateLimited, SourceUnavailable, Blocked, Gone, Undeliverable.
        """
        receipt = self._receipts[key] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(PATIENCE):
                await self._write({**message, "key": key})
                return _written(await receipt)
        except (OSError, TimeoutError) as error:
            raise SourceUnavailable("platform-unreachable", platform=NAME) from error
        finally:
            self._receipts.pop(key, None)

    async def received(self, update_id: str) -> None:
        """Tells the platform that it need not repeat this update."""
        async with asyncio.timeout(PATIENCE):
            await self._write({"received": update_id})

    async def close(self) -> None:
        """Says goodbye."""
        self._writer.close()
        await asyncio.wait({self._reading})

    async def _write(self, message: Mapping[str, object]) -> None:
        self._writer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
        await self._writer.drain()

    async def _read(self) -> None:
        while line := await self._line():
            try:
                found: Any = json.loads(line)
            except ValueError:
                continue
            if not isinstance(found, dict):
                continue
            told = cast("dict[str, Any]", found)
            if (
                not self._is_receipt(told) and self._updates.qsize() < MOST_WAITING
            ):  # what is not confirmed is sent again
                self._updates.put_nowait(told)
        self._updates.put_nowait(None)
        for waiting in self._receipts.values():
            if not waiting.done():
                waiting.set_exception(ConnectionResetError())

    async def _line(self) -> bytes:
        try:
            return await self._reader.readline()
        except (ValueError, OSError):
            return b""  # longer than the limit, or cut off: the connection is of no more use

    def _is_receipt(self, found: Mapping[str, Any]) -> bool:
        key = found.get("took") or found.get("refused")
        waiting = self._receipts.get(key) if isinstance(key, str) else None
        if waiting is not None and not waiting.done():
            waiting.set_result(found)
        return key is not None


def _written(receipt: Mapping[str, Any]) -> str:
    """The message's id, or what the platform's refusal means in our words."""
    reason = receipt.get("because")
    if reason is None:
        return str(receipt.get("id", ""))
    if reason == "slow down":
        everywhere = bool(receipt.get("everywhere"))
        wait = float(receipt.get("wait", 1))
        raise RateLimited("platform-rate-limited", retry_after=wait, everywhere=everywhere, platform=NAME)
    if reason == "blocked":
        raise Blocked("account-blocked", platform=NAME)
    if reason == "no such message":
        raise Gone("message-refused", reason=reason)
    if reason == "gone":
        raise Undeliverable("chat-gone")
    raise Undeliverable("message-refused", reason=str(reason)[:100])

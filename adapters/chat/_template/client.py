"""The platform's network, and nothing else: the only module here that does I/O, with a limit to every wait."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from adapters.chat._template.limits import LONGEST_LINE
from engine.errors import SourceUnavailable

PATIENCE = 10.0
"""Seconds for anything that is sent or opened."""


class Client:
    """One connection: JSON objects, one per line, both ways."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def connect(cls, host: str, port: int) -> Client:
        """Raises SourceUnavailable where nobody answers."""
        try:
            async with asyncio.timeout(PATIENCE):
                return cls(*await asyncio.open_connection(host, port, limit=LONGEST_LINE))
        except (OSError, TimeoutError) as error:
            raise SourceUnavailable("platform-unreachable", platform="_template") from error

    async def updates(self) -> AsyncGenerator[Mapping[str, object], None]:
        """Updates as they arrive, until the other side closes. What is no JSON object is passed over."""
        while line := await self._line():
            try:
                update: Any = json.loads(line)
            except ValueError:
                continue
            if isinstance(update, dict):
                yield update

    async def send(self, message: Mapping[str, object]) -> None:
        """Delivers one message."""
        self._writer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            await self._writer.drain()

    async def close(self) -> None:
        """Says goodbye."""
        self._writer.close()

    async def _line(self) -> bytes:
        try:
            return await self._reader.readline()
        except (ValueError, OSError):
            return b""  # longer than the limit, or cut off: the connection is of no more use

"""Reports of playbacks at a steady rate, over connections that stay open, as cheaply as can be."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import urlsplit

CONNECTIONS = 256
AGAIN = 20
"""Of so many reports one is sent twice."""
OK = b"HTTP/1.1 200"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(slots=True)
class Flood:
    """``body``: the report of a number."""

    body: Callable[[int], bytes]
    secret: str
    acknowledged: set[int] = field(default_factory=set[int])
    refused: int = 0
    url: str = ""
    """Where the service is at the moment; empty: nowhere."""

    async def run(self, first: int, count: int, rate: float) -> float:
        """Offer ``count`` reports from the ``first`` on, ``rate`` each second; seconds until all are answered."""
        numbers: asyncio.Queue[int | None] = asyncio.Queue()
        began = perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(CONNECTIONS):
                group.create_task(self._connection(numbers))
            for at in range(count):
                if (wait := began + at / rate - perf_counter()) > 0:
                    await asyncio.sleep(wait)
                numbers.put_nowait(first + at)
                if at % AGAIN == 0:
                    numbers.put_nowait(first + at)
            for _ in range(CONNECTIONS):
                numbers.put_nowait(None)
        return perf_counter() - began

    async def _connection(self, numbers: asyncio.Queue[int | None]) -> None:
        streams: Streams | None = None
        while (number := await numbers.get()) is not None:
            try:
                streams = streams or await self._open()
                status = await self._tell(*streams, number)
            except (OSError, asyncio.IncompleteReadError):
                await _close(streams)
                status, streams = b"", None
            if status.startswith(OK):
                self.acknowledged.add(number)
            else:
                self.refused += 1
        await _close(streams)

    async def _open(self) -> Streams:
        parts = urlsplit(self.url)
        return await asyncio.open_connection(parts.hostname or "127.0.0.1", parts.port)

    async def _tell(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bytes:
        body = self.body(number)
        head = (
            f"POST /hooks/tautulli HTTP/1.1\r\nHost: recommendarr\r\nX-Recommendarr-Secret: {self.secret}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = next((line for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:")), b":0")
        await reader.readexactly(int(length.partition(b":")[2]))
        return answer


async def _close(streams: Streams | None) -> None:
    if streams is not None:
        streams[1].close()
        with suppress(OSError):
            await streams[1].wait_closed()


@dataclass(frozen=True, slots=True)
class Evenings:
    """Playbacks that differ: who, what and when follow from the number."""

    people: tuple[int, ...]
    films: int
    begins: int
    """Seconds since 1970 of the first."""

    def account(self, number: int) -> int:
        """Who watched."""
        return self.people[number % len(self.people)]

    def film(self, number: int) -> int:
        """What was watched, from 1."""
        return number // len(self.people) % self.films + 1

    def started(self, number: int) -> int:
        """Every person watches one film after the other, none of them twice on a day."""
        return self.begins + number // len(self.people) * 86_400 // self.films + number % len(self.people)

    def body(self, number: int) -> bytes:
        """As Tautulli reports it."""
        started = self.started(number)
        told = {
            "event": "stop", "media_type": "movie", "user_id": str(self.account(number)), "machine_id": "bench",
            "rating_key": str(self.film(number)), "started": str(started), "stopped": str(started + 5_400),
            "progress_percent": "97", "title": f"Film {self.film(number)}", "player": "Bench",
        }  # fmt: skip
        return json.dumps(told).encode()

    def playback(self, number: int) -> str:
        """How the playback is called in its source."""
        return f"{self.account(number)}:{self.started(number)}:bench"

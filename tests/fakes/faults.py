"""How a fake service misbehaves when asked to; for every fake that is an aiohttp application."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Fault:
    """What becomes of the next ``times`` requests that match ``where``, a pattern over “GET /path?query”."""

    where: str
    status: int = 0
    """Answered instead, with ``body``."""
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    slow: float = 0.0
    """Seconds before anything happens."""
    drop: bool = False
    """The connection is cut without an answer."""
    truncate: float = 0.0
    """Share of the body that arrives before the connection is cut."""
    change: Callable[[object], object] | None = None
    """Makes another answer of the right one."""
    times: int = 1


class Faults:
    """What is still to go wrong. ``latency`` seconds are added to every answer."""

    def __init__(self, latency: float = 0.0) -> None:
        self.latency = latency
        self.waiting: list[Fault] = []

    def add(self, where: str, **how: object) -> Fault:
        """One more."""
        self.waiting.append(fault := Fault(where, **how))  # type: ignore[arg-type]
        return fault

    def clear(self) -> None:
        """Everything is well again."""
        self.waiting.clear()

    def take(self, request: web.Request) -> Fault | None:
        """The fault that strikes now."""
        for fault in self.waiting:
            if fault.times > 0 and re.search(fault.where, f"{request.method} {request.path_qs}"):
                fault.times -= 1
                return fault
        return None

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Strikes between the client and the handlers."""
        fault = self.take(request)
        if self.latency or fault:
            await asyncio.sleep(self.latency + (fault.slow if fault else 0.0))
        if fault is None:
            return await handler(request)
        if fault.drop:
            return _cut(request)
        if fault.status:
            return web.Response(status=fault.status, body=fault.body or b"", headers=fault.headers)
        answer = await handler(request)
        if fault.change:
            told = fault.change(json.loads(_body(answer)))
            return web.Response(body=json.dumps(told).encode(), content_type="application/json")
        return await _truncated(request, answer, fault.truncate) if fault.truncate else answer


async def _truncated(request: web.Request, answer: web.StreamResponse, share: float) -> web.StreamResponse:
    body = _body(answer)
    partial = web.StreamResponse(headers={"Content-Type": answer.content_type, "Content-Length": str(len(body))})
    await partial.prepare(request)
    await partial.write(body[: int(len(body) * share)])
    return _cut(request, partial)


def _cut(request: web.Request, answer: web.StreamResponse | None = None) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return answer or web.Response()


def _body(answer: web.StreamResponse) -> bytes:
    body = getattr(answer, "body", b"")
    return bytes(body) if isinstance(body, bytes | bytearray) else b""

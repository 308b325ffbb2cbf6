"""The outer half of the REST server: who may ask, what is a proper body, what the headers say, what goes wrong."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.discord.contract import wrong_in_request, wrong_in_response
from tests.fakes.discord.faults import Fault, Faults
from tests.fakes.discord.world import World

PREFIX = "/api/v10"


class Refusal(Exception):
    """An error as Discord tells it."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass
class Request:
    """One request, read."""

    parts: dict[str, str]
    body: Any
    files: dict[str, bytes]
    query: dict[str, str]


@dataclass
class Call:
    """What was asked, for tests to look at."""

    method: str
    path: str
    status: int
    body: Any


Answer = Callable[[Request], Awaitable[tuple[int, Any]]]


class Serving:
    """Wraps the handlers. ``strict`` checks everything against the official description."""

    def __init__(self, world: World, faults: Faults, *, strict: bool = True) -> None:
        self.world, self.faults, self.strict = world, faults, strict
        self.wrong: list[str] = []
        """What the description has against requests and answers."""
        self.calls: list[Call] = []

    def route(
        self, application: web.Application, method: str, template: str, answer: Answer, *, signed: bool = True
    ) -> None:
        """Serves ``answer`` under a path as the description writes it."""
        path = PREFIX + template

        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._handle(request, template, answer, signed=signed)

        application.router.add_route(method, path, handle)

    async def _handle(self, request: web.Request, template: str, answer: Answer, *, signed: bool) -> web.StreamResponse:
        fault = self.faults.take(request.method, request.path.removeprefix(PREFIX))
        if fault:
            if fault.slow:
                await asyncio.sleep(fault.slow)
            if fault.drop == "before":
                return self._cut(request)
            if fault.status:
                return self._failed(fault)
        body, files = await _read(request)
        status, told = await self._answered(request, template, answer, body, files, signed=signed)
        self.calls.append(Call(request.method, request.path.removeprefix(PREFIX), status, body))
        if self.strict:
            self._check(f"{request.method} {template}", wrong_in_response(request.method, template, status, told))
        if fault and fault.drop == "after":
            return self._cut(request)
        return _response(status, told)

    async def _answered(
        self, request: web.Request, template: str, answer: Answer, body: Any, files: dict[str, bytes], *, signed: bool
    ) -> tuple[int, Any]:
        if signed and request.headers.get("Authorization") != f"Bot {self.world.token}":
            return 401, {"message": "401: Unauthorized", "code": 0}
        if self.strict and (problems := wrong_in_request(request.method, template, body)):
            self._check(f"{request.method} {template}", problems)
            return 400, {"message": "Invalid Form Body", "code": 50035}
        try:
            return await answer(Request(dict(request.match_info), body, files, dict(request.query)))
        except Refusal as refusal:
            return refusal.status, {"message": refusal.message, "code": refusal.code}

    def _check(self, where: str, problems: list[str]) -> None:
        self.wrong += [f"{where}: {problem}" for problem in problems]

    def refuse(self, problems: list[str]) -> None:
        """For limits that the description does not tell."""
        if problems:
            self.wrong += problems
            raise Refusal(400, 50035, f"Invalid Form Body: {problems[0]}")

    @staticmethod
    def _cut(request: web.Request) -> web.StreamResponse:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _failed(self, fault: Fault) -> web.Response:
        if fault.status != 429:
            return web.Response(status=fault.status, text="<html>upstream error</html>", content_type="text/html")
        if fault.cloudflare:
            return web.Response(
                status=429, text="error code: 1015", headers={"Retry-After": str(round(fault.retry_after + 0.5))}
            )
        told = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": fault.everywhere}
        scope = "global" if fault.everywhere else "user"
        headers = {"Retry-After": str(max(round(fault.retry_after), 1)), "X-RateLimit-Scope": scope}
        headers |= {"X-RateLimit-Global": "true"} if fault.everywhere else _limits(0, fault.retry_after)
        return _response(429, told, headers)


def _limits(remaining: int = 49, after: float = 1.0) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": "50",
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{time.time() + after:.3f}",
        "X-RateLimit-Reset-After": f"{after:.3f}",
        "X-RateLimit-Bucket": "80c17d2f203122d936070c88c8d10f33",
    }


def _response(status: int, told: Any, headers: dict[str, str] | None = None) -> web.Response:
    headers = {"Via": "1.1 google", **(headers if headers is not None else _limits())}
    if told is None:
        return web.Response(status=status, headers=headers)
    # aiohttp adds a charset to texts; Discord says exactly this
    return web.Response(
        status=status, body=json.dumps(told).encode(), headers=headers | {"Content-Type": "application/json"}
    )


async def _read(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    if request.content_type != "multipart/form-data":
        raw = await request.read()
        return (json.loads(raw) if raw else None), {}
    body: Any = None
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        if part.name == "payload_json":
            body = json.loads(await part.read())
        else:
            files[part.filename or part.name or "?"] = bytes(await part.read())
    return body, files

"""A web server that answers as it is told, and services that call it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from adapters.http import HttpService
from bot.integration import Instance, Outside
from bot.settings import Settings
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Counts what comes and answers with ``answer``."""

    def __init__(self) -> None:
        self.answer: Answer = fine
        self.requests: list[web.Request] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        return await self.answer(request)


async def fine(request: web.Request) -> web.StreamResponse:
    return web.json_response({"well": True})


def says(status: int, **how: Any) -> Answer:
    """An answer that is always the same."""

    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, **how)

    return answer


async def cut(request: web.Request) -> web.StreamResponse:
    """The connection breaks."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


@asynccontextmanager
async def serving(**how: Any) -> AsyncIterator[Server]:
    server = Server()
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", server.handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, **how)
    await site.start()
    port = runner.addresses[0][1]
    server.url = f"{'https' if how else 'http'}://127.0.0.1:{port}"
    yield server
    await runner.cleanup()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as running:
        yield running


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


Connect = Callable[..., HttpService]


@pytest.fixture
async def connect(clock: SteppedClock) -> AsyncIterator[Connect]:
    """Makes services that repeat quickly."""
    made: list[HttpService] = []

    def service(url: str, *, secret: str = "hidden-key", verify_tls: bool = True, **how: Any) -> HttpService:
        outside = Outside(clock, MemoryStorage(), Settings(_env_file=None))
        how = {"calls": 1_000, "timeout": 5.0} | how
        new = HttpService(Instance("radarr", url, secret, {}, verify_tls), outside, **how)
        new.back_off = 0.01
        made.append(new)
        return new

    yield service
    for one in made:
        await one.close()

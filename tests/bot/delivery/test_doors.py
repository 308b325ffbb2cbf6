"""Platforms that cannot be opened, die, say goodbye, and the end of the service."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import cast

import pytest
from aiohttp import web

from adapters.clock import SystemClock, SystemIds
from bot.delivery import doors
from bot.delivery.post import Post
from bot.delivery.reception import Reception
from bot.dispatcher import Dispatcher
from bot.gateway import Platform, State
from bot.services import Services
from bot.vocabulary import Account, Capabilities, Invocation, Room
from engine.errors import Misconfigured, SourceUnavailable
from engine.testing.clock import START
from engine.testing.memory import MemoryStorage
from tests.bot.delivery.post_house import Echo, Paper


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "FIRST_WAIT", 0.01)


def platform(name: str, adapters: list[Paper | Exception], **more: object) -> Platform:
    """Opens one after the other, the last one ever again."""

    async def open_next(*_: object) -> Paper:
        found = adapters.pop(0) if len(adapters) > 1 else adapters[0]
        if isinstance(found, Exception):
            raise found
        return found

    return Platform(name, Capabilities(edit=True), lambda _: True, open_next, **more)  # type: ignore[arg-type] - as declared


async def reception(*platforms: Platform) -> tuple[Reception, Post]:
    post = await Post.open(MemoryStorage(), SystemClock(), SystemIds(), lambda: 0.5)
    served = Reception(cast("Services", object()), cast("Dispatcher", Echo()), post, platforms)
    return served, post


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - whatever it is
            await asyncio.sleep(0.005)


async def stopped(running: asyncio.Future[None]) -> None:
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


def said(name: str, number: int = 1) -> Invocation:
    return Invocation(f"u{number}", Account(name, "anna"), Room("r"), "mood", "hello", START, reference="x")


async def test_one_that_cannot_be_opened_is_opened_later_and_the_other_never_notices(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken, well = Paper(), Paper()
    away = SourceUnavailable("platform-unreachable", platform="broken")
    served, post = await reception(
        platform("broken", [away, away, KeyError("a secret"), broken]), platform("well", [well])
    )
    running = asyncio.ensure_future(served.run())
    await served.desk.accept(said("well"))
    await served.desk.accept(said("broken"))
    await until(lambda: bool(well.sheets))
    await until(lambda: bool(broken.sheets))
    assert [door.state for door in post.doors] == [State.RUNNING, State.RUNNING]
    assert post.doors[0].trouble is None
    assert caplog.text.count("platform-unreachable") == 1
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text
    await stopped(running)


async def test_a_platform_that_is_wrongly_set_up_is_shown_as_failing_with_its_reason() -> None:
    served, post = await reception(platform("broken", [Misconfigured("token-refused")]), platform("well", [Paper()]))
    running = asyncio.ensure_future(served.run())
    assert post.doors[0].state is State.CONNECTING
    await until(lambda: post.doors[0].state is State.FAILING)
    trouble = post.doors[0].trouble
    assert trouble is not None
    assert trouble.key == "token-refused"
    assert post.doors[0].running() is None
    await stopped(running)


async def test_what_a_running_adapter_says_of_its_trouble_is_told() -> None:
    adapter = Paper(state=State.FAILING, trouble="platform-closed")
    served, post = await reception(platform("paper", [adapter]))
    running = asyncio.ensure_future(served.run())
    await until(lambda: post.doors[0].state is State.FAILING)
    trouble = post.doors[0].trouble
    assert trouble is not None
    assert (trouble.key, trouble.arguments) == ("platform-closed", {"platform": "paper"})
    await stopped(running)


async def test_one_that_dies_is_opened_anew_and_what_it_owes_is_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Paper(), Paper()
    dead = asyncio.Event()

    async def die(_: Paper) -> None:
        if _ is second:
            await asyncio.Event().wait()
        await dead.wait()
        raise SourceUnavailable("platform-closed", platform="paper")

    monkeypatch.setattr(Paper, "run", die)
    served, _ = await reception(platform("paper", [first, second]))
    running = asyncio.ensure_future(served.run())
    await served.desk.accept(said("paper"))
    await until(lambda: bool(first.sheets))
    dead.set()
    await served.desk.accept(said("paper", 2))
    await until(lambda: len(first.sheets.get("r", [])) + len(second.sheets.get("r", [])) == 2)
    await stopped(running)


async def test_when_every_platform_said_goodbye_the_service_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Paper] = []

    async def leave(_: Paper) -> None:
        await asyncio.sleep(0.01)

    async def close(paper: Paper) -> None:
        closed.append(paper)

    monkeypatch.setattr(Paper, "run", leave)
    monkeypatch.setattr(Paper, "close", close)
    one, two = Paper(), Paper()
    served, _ = await reception(platform("one", [one]), platform("two", [two]))
    await asyncio.wait_for(served.run(), 10)
    assert closed == [one, two]


async def test_the_end_finishes_what_is_being_answered_and_delivers_it() -> None:
    adapter = Paper()
    served, _ = await reception(platform("paper", [adapter]))
    running = asyncio.ensure_future(served.run())
    echo = cast("Echo", served.desk._dispatcher)
    echo.gate.clear()
    await served.desk.accept(said("paper"))
    await until(lambda: bool(echo.asked))
    asyncio.get_running_loop().call_later(0.05, echo.gate.set)
    await stopped(running)
    assert adapter.sheets == {"r": ["hello"]}


async def test_one_that_cannot_be_closed_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    async def close(_: Paper) -> None:
        raise OSError

    monkeypatch.setattr(Paper, "close", close)
    served, post = await reception(platform("paper", [Paper()]))
    running = asyncio.ensure_future(served.run())
    await until(lambda: post.doors[0].running() is not None)
    await stopped(running)
    assert post.doors[0].running() is None


async def test_without_a_platform_the_service_runs_until_it_is_told_to_stop() -> None:
    served, _ = await reception()
    running = asyncio.ensure_future(served.run())
    await asyncio.sleep(0.02)
    assert not running.done()
    await stopped(running)


async def test_routes_are_added_with_a_way_to_ask_who_runs() -> None:
    asked: list[Callable[[], object]] = []

    def routes(application: web.Application, running: Callable[[], object]) -> None:
        async def hook(_: web.Request) -> web.Response:
            return web.Response()

        application.router.add_get("/hooks/paper", hook)
        asked.append(running)

    served, _ = await reception(platform("paper", [adapter := Paper()], routes=routes), platform("plain", [Paper()]))
    (add,) = served.side_doors()
    application = web.Application()
    add(application)
    assert {route.method for route in application.router.routes()} == {"GET", "HEAD"}
    assert asked[0]() is None
    running = asyncio.ensure_future(served.run())
    await until(lambda: asked[0]() is adapter)
    await stopped(running)

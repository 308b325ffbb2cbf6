"""What fails again and again is left alone, and one call at a time finds out when it is back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web

from adapters.http.breaker import FAILURES, Breaker
from engine.errors import RateLimited, SourceRejected, SourceUnavailable
from engine.testing.clock import SteppedClock
from tests.adapters.http.conftest import Connect, Server, fine, says

DOWN = SourceUnavailable("integration-unavailable", name="plex")


def opened(clock: SteppedClock) -> Breaker:
    breaker = Breaker("plex", clock)
    for _ in range(FAILURES):
        breaker.failed(DOWN, probe=breaker.enter())
    return breaker


async def test_a_dead_service_is_not_asked_until_its_rest_is_over(
    connect: Connect, server: Server, clock: SteppedClock
) -> None:
    server.answer = says(500)
    service = connect(server.url)
    for _ in range(3):
        with pytest.raises(SourceUnavailable):
            await service.get("/")
    assert len(server.requests) == FAILURES
    assert service.health.next_try == clock.now() + timedelta(seconds=30)
    server.answer = fine
    clock.advance(timedelta(seconds=31))
    assert (await service.get("/")).status == 200
    assert (service.health.trouble, service.health.last_success) == (None, clock.now())


async def test_only_one_call_probes(connect: Connect, server: Server, clock: SteppedClock) -> None:
    server.answer = says(500)
    service = connect(server.url)
    for _ in range(2):
        with pytest.raises(SourceUnavailable):
            await service.get("/")
    clock.advance(timedelta(seconds=31))
    came, going = asyncio.Event(), asyncio.Event()

    async def wait(request: web.Request) -> web.StreamResponse:
        came.set()
        await going.wait()
        return web.json_response({})

    server.answer = wait
    probe = asyncio.create_task(service.get("/"))
    await came.wait()
    with pytest.raises(SourceUnavailable):
        await service.get("/")
    going.set()
    assert (await probe).status == 200
    assert len(server.requests) == FAILURES + 1


def test_the_rest_doubles_up_to_ten_minutes_and_starts_small_after_a_success() -> None:
    clock = SteppedClock()
    breaker = opened(clock)
    rests: list[float] = []
    for _ in range(7):
        with pytest.raises(SourceUnavailable) as told:
            breaker.enter()
        rests.append(told.value.retry_after or 0)
        clock.advance(timedelta(seconds=rests[-1]))
        probe = breaker.enter()
        breaker.failed(DOWN, probe=probe)
        breaker.leave(probe=probe)
    assert rests == [30, 60, 120, 240, 480, 600, 600]
    breaker.succeeded()
    for _ in range(FAILURES):
        breaker.failed(DOWN, probe=breaker.enter())
    with pytest.raises(SourceUnavailable) as told:
        breaker.enter()
    assert told.value.retry_after == 30


def test_failures_of_calls_that_were_under_way_do_not_lengthen_the_rest() -> None:
    clock = SteppedClock()
    breaker = opened(clock)
    until = breaker.health.next_try
    clock.advance(timedelta(seconds=5))
    breaker.failed(DOWN, probe=False)
    assert breaker.health.next_try == until


def test_a_probe_that_was_given_up_leaves_room_for_the_next() -> None:
    clock = SteppedClock()
    breaker = opened(clock)
    clock.advance(timedelta(seconds=30))
    assert breaker.enter()
    with pytest.raises(SourceUnavailable):
        breaker.enter()
    breaker.leave(probe=True)
    assert breaker.enter()


def test_a_refusal_is_an_answer_so_others_may_ask_again() -> None:
    clock = SteppedClock()
    breaker = opened(clock)
    clock.advance(timedelta(seconds=30))
    breaker.failed(SourceRejected("integration-rejected", name="plex"), probe=breaker.enter())
    assert not breaker.open
    assert breaker.health.trouble is not None
    assert breaker.health.trouble.key == "integration-rejected"


def test_trouble_is_told_with_its_beginning() -> None:
    clock = SteppedClock()
    breaker = Breaker("plex", clock)
    began = clock.now()
    breaker.failed(DOWN, probe=False)
    clock.advance(timedelta(minutes=1))
    breaker.failed(RateLimited("integration-rate-limited", name="plex", retry_after=90), probe=False)
    health = breaker.health
    assert (health.since, health.next_try) == (began, clock.now() + timedelta(seconds=90))
    clock.advance(timedelta(seconds=90))
    assert (breaker.hold(), breaker.health.next_try) == (0, None)

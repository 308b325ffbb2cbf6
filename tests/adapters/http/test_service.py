"""Calls over real sockets: what is repeated, what is refused, what is never trusted."""

from __future__ import annotations

import asyncio
import gzip
import logging
import socket
import threading
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from aiohttp import web

from adapters.http import HttpService, Reply
from engine.errors import RateLimited, SourceRejected, SourceUnavailable
from engine.testing.clock import SteppedClock
from tests.adapters.http.conftest import Connect, Server, cut, fine, says, serving
from tests.adapters.http.tls import self_signed


def in_turn(*answers: Any) -> Any:
    """One answer after the other, the last one for ever."""
    waiting = list(answers)

    async def answer(request: web.Request) -> web.StreamResponse:
        return await (waiting.pop(0) if len(waiting) > 1 else waiting[0])(request)

    return answer


async def test_an_answer_comes_with_its_status_its_headers_and_its_value(connect: Connect, server: Server) -> None:
    server.answer = says(404, body=b'{"why": "gone"}', headers={"X-Told": "yes"})
    reply = await connect(server.url).get("/api/thing")
    assert (reply.status, reply.headers["x-told"], reply.json()) == (404, "yes", {"why": "gone"})
    assert len(server.requests) == 1


async def test_values_of_a_query_are_encoded_to_the_last_sign_behind_the_path_of_the_instance(
    connect: Connect, server: Server
) -> None:
    params = {"query": "Alien: Romulus + 'x' é", "flag": True, "left": None, "page": 2, "part": ["a", "b"]}
    await connect(f"{server.url}/base").get("/api/search", params)
    [request] = server.requests
    assert request.path == "/base/api/search"
    assert request.raw_path.partition("?")[2] == (
        "query=Alien%3A%20Romulus%20%2B%20%27x%27%20%C3%A9&flag=true&page=2&part=a&part=b"
    )


async def test_headers_of_the_instance_go_along_and_no_cookie_is_kept(connect: Connect, server: Server) -> None:
    server.answer = says(200, body=b"{}", headers={"Set-Cookie": "session=1"})
    service = connect(server.url, headers={"X-Api-Key": "k"})
    await service.get("/a")
    await service.send("POST", "/b", json={"x": 1}, headers={"X-Own": "1"})
    assert [(r.headers.get("X-Api-Key"), r.headers.get("Cookie")) for r in server.requests] == [("k", None)] * 2
    assert server.requests[1].headers["X-Own"] == "1"


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
async def test_what_fails_for_a_moment_is_asked_again(connect: Connect, server: Server, status: int) -> None:
    server.answer = in_turn(says(status), cut, fine)
    assert (await connect(server.url).get("/")).status == 200
    assert len(server.requests) == 3


async def test_a_failure_that_is_about_what_was_asked_for_comes_back_and_is_no_trouble(
    connect: Connect, server: Server
) -> None:
    server.answer = says(500)
    service = connect(server.url)
    assert (await service.get("/", expected={500})).status == 500
    assert (len(server.requests), service.health.trouble) == (1, None)
    with pytest.raises(SourceUnavailable):
        await service.get("/", expected={403})


async def test_after_three_tries_it_is_told_what_is_wrong(connect: Connect, server: Server) -> None:
    server.answer = says(502, text="<html>secret inner workings</html>")
    with pytest.raises(SourceUnavailable) as told:
        await connect(server.url).get("/")
    assert told.value.key == "integration-unavailable"
    assert told.value.arguments == {"name": "radarr", "reason": "HTTP 502"}
    assert len(server.requests) == 3


async def test_what_may_not_be_said_twice_is_said_once(connect: Connect, server: Server) -> None:
    server.answer = says(503)
    with pytest.raises(SourceUnavailable):
        await connect(server.url).send("POST", "/add", json={})
    assert len(server.requests) == 1


async def test_what_may_be_said_twice_is_said_again(connect: Connect, server: Server) -> None:
    server.answer = in_turn(says(503), fine)
    assert (await connect(server.url).send("PUT", "/set", json={}, repeatable=True)).status == 200


@pytest.mark.parametrize("status", [401, 403])
async def test_a_refused_key_is_not_tried_again_and_shows_in_the_health(
    connect: Connect, server: Server, status: int
) -> None:
    server.answer = says(status)
    service = connect(server.url)
    with pytest.raises(SourceRejected) as told:
        await service.get("/")
    assert (told.value.key, len(server.requests)) == ("integration-rejected", 1)
    assert service.health.trouble is told.value


async def test_a_persons_refused_key_is_no_trouble_of_the_instance(connect: Connect, server: Server) -> None:
    server.answer = says(401)
    service = connect(server.url)
    with pytest.raises(SourceRejected):
        await service.get("/", headers={"X-Token": "theirs"})
    assert service.health.trouble is None


async def test_a_wait_that_is_asked_for_in_seconds_is_kept(connect: Connect, server: Server) -> None:
    server.answer = in_turn(says(429, headers={"Retry-After": "0.05"}), fine)
    assert (await connect(server.url).get("/")).status == 200


async def test_a_wait_that_is_asked_for_as_a_date_is_understood(
    connect: Connect, server: Server, clock: SteppedClock
) -> None:
    until = format_datetime(clock.now() + timedelta(minutes=5), usegmt=True)
    server.answer = says(429, headers={"Retry-After": until})
    service = connect(server.url)
    with pytest.raises(RateLimited) as told:
        await service.get("/")
    assert told.value.retry_after == 300
    assert len(server.requests) == 1


async def test_nobody_asks_before_a_long_wait_is_over(connect: Connect, server: Server, clock: SteppedClock) -> None:
    server.answer = in_turn(says(429, headers={"Retry-After": "120"}), fine)
    service = connect(server.url)
    for expected in (120, 60):
        with pytest.raises(RateLimited) as told:
            await service.get("/")
        assert told.value.retry_after == expected
        clock.advance(timedelta(minutes=1))
    assert len(server.requests) == 1
    assert (await service.get("/")).status == 200


@pytest.mark.parametrize("header", ["9" * 40, "Fri, 31 Dec 9999 23:59:59 GMT"])
async def test_a_wait_beyond_all_measure_is_a_day(
    connect: Connect, server: Server, clock: SteppedClock, header: str
) -> None:
    server.answer = in_turn(says(429, headers={"Retry-After": header}), fine)
    service = connect(server.url)
    with pytest.raises(RateLimited) as told:
        await service.get("/")
    assert told.value.retry_after == 86_400
    clock.advance(timedelta(days=1))
    assert (await service.get("/")).status == 200


@pytest.mark.parametrize("header", ["", "soon", "-3", "nan", "inf", "Fri, 99 Nov 2026 99:00:00 GMT"])
async def test_a_senseless_wait_does_no_harm(connect: Connect, server: Server, header: str) -> None:
    server.answer = in_turn(says(503, headers={"Retry-After": header}), fine)
    assert (await connect(server.url).get("/")).status == 200


async def test_a_service_that_is_too_slow_counts_as_down(connect: Connect, server: Server) -> None:
    async def slow(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(5)
        return web.Response()

    server.answer = slow
    with pytest.raises(SourceUnavailable, match="TimeoutError"):
        await connect(server.url, timeout=0.05).get("/")


async def test_an_answer_that_breaks_off_is_no_answer(connect: Connect, server: Server) -> None:
    async def part(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'{"results": []')
        assert request.transport is not None
        request.transport.abort()
        return response

    server.answer = part
    with pytest.raises(SourceUnavailable):
        await connect(server.url).get("/")
    assert len(server.requests) == 3


async def test_an_answer_without_end_is_not_read_to_its_end(connect: Connect, server: Server) -> None:
    sent = 0

    async def huge(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        while sent < 10_000:
            await response.write(b"x" * 65_536)
            sent += 1
        return response

    server.answer = huge
    with pytest.raises(SourceUnavailable) as told:
        await connect(server.url, largest=1_000_000).get("/")
    assert told.value.key == "integration-unreadable"
    assert sent < 1_000


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"cut', b"[" * 100_000, b"\xff\xfe{"])
def test_what_is_no_json_is_unreadable(body: bytes) -> None:
    with pytest.raises(SourceUnavailable) as told:
        Reply(200, {}, body, "plex").json()
    assert (told.value.key, told.value.arguments["name"]) == ("integration-unreadable", "plex")


async def test_a_redirect_on_the_same_server_is_followed_with_everything(connect: Connect, server: Server) -> None:
    server.answer = in_turn(says(307, headers={"Location": "/new?x=1"}), fine)
    assert (await connect(server.url).send("POST", "/old", data=b"told")).status == 200
    assert [(r.method, r.path_qs) for r in server.requests] == [("POST", "/old"), ("POST", "/new?x=1")]


async def test_a_redirect_elsewhere_gets_no_secret(connect: Connect, server: Server) -> None:
    async with serving() as other:
        server.answer = says(302, headers={"Location": f"{other.url}/login"})
        with pytest.raises(SourceRejected) as told:
            await connect(server.url, headers={"X-Api-Key": "hidden"}).get("/")
        assert told.value.key == "integration-redirected"
        assert not other.requests


@pytest.mark.parametrize("to", ["/round", "", "http://[broken", "javascript:alert(1)"])
async def test_a_redirect_to_nowhere_ends(connect: Connect, server: Server, to: str) -> None:
    server.answer = says(302, headers={"Location": to})
    with pytest.raises(SourceRejected):
        await connect(server.url).get("/round")
    assert len(server.requests) <= 3


async def test_a_post_is_not_turned_into_something_else(connect: Connect, server: Server) -> None:
    server.answer = says(302, headers={"Location": "/login"})
    with pytest.raises(SourceRejected):
        await connect(server.url).send("POST", "/", json={})
    assert len(server.requests) == 1


async def test_a_certificate_of_their_own_needs_their_word(connect: Connect, tmp_path: Path) -> None:
    async with serving(ssl_context=self_signed(tmp_path)) as server:
        with pytest.raises(SourceUnavailable) as told:
            await connect(server.url).get("/")
        assert told.value.key == "integration-tls"
        assert not server.requests
        assert (await connect(server.url, verify_tls=False).get("/")).status == 200


async def test_a_host_that_does_not_exist_is_named_as_that(connect: Connect) -> None:
    with pytest.raises(SourceUnavailable) as told:
        await connect("http://nowhere.invalid").get("/")
    assert told.value.key == "integration-host-unknown"


async def test_a_closed_port_is_unavailable(connect: Connect) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(SourceUnavailable) as told:
            await connect(f"http://127.0.0.1:{taken.getsockname()[1]}").get("/")
    assert told.value.key == "integration-unavailable"


async def test_secrets_in_addresses_and_headers_stay_out_of_errors_and_logs(
    connect: Connect, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.answer = cut
    service = connect(server.url, headers={"X-Api-Key": "hidden-key"})
    with pytest.raises(SourceUnavailable) as told:
        await service.get("/api", {"apikey": "hidden-key"})
    with pytest.raises(SourceRejected) as broken:
        await service.get("/api", headers={"X-Token": "hidden-key\nX: y"})
    seen = [str(told.value), repr(told.value.__cause__), str(broken.value), caplog.text, repr(service.health)]
    assert not any("hidden-key" in text for text in seen)
    assert broken.value.key == "integration-address-wrong"


async def test_an_address_that_is_none_is_told(connect: Connect) -> None:
    with pytest.raises(SourceRejected) as told:
        await connect("http://[broken").get("/")
    assert told.value.key == "integration-address-wrong"


async def test_calls_are_spread_over_time(connect: Connect, server: Server) -> None:
    service = connect(server.url, calls=10, per_seconds=0.1)
    started = asyncio.get_running_loop().time()
    await asyncio.gather(*(service.get("/") for _ in range(12)))
    assert asyncio.get_running_loop().time() - started >= 0.09


async def test_blocking_calls_run_in_a_thread_and_their_failures_are_translated(connect: Connect) -> None:
    service = connect("http://unused")
    assert await service.in_thread(lambda: 42) == 42

    def broken() -> None:
        raise ConnectionResetError("http://plex/?X-Plex-Token=hidden-key")

    with pytest.raises(SourceUnavailable) as told:
        await service.in_thread(broken)
    assert "hidden-key" not in str(told.value)
    assert await _repeated(service) == 3


async def _repeated(service: HttpService) -> int:
    tries = 0

    def third_time() -> int:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise TimeoutError
        return tries

    return await service.in_thread(third_time, repeatable=True)


async def test_failures_inside_an_sdk_are_told_apart_too(connect: Connect, tmp_path: Path) -> None:
    service = connect("http://unused")
    with pytest.raises(SourceUnavailable) as nowhere:
        await service.in_thread(lambda: requests.get("http://nowhere.invalid/?token=hidden-key", timeout=5))
    async with serving(ssl_context=self_signed(tmp_path)) as server:
        with pytest.raises(SourceUnavailable) as unproved:
            await service.in_thread(lambda: requests.get(server.url, timeout=5))
    assert (nowhere.value.key, unproved.value.key) == ("integration-host-unknown", "integration-tls")
    assert "hidden-key" not in str(nowhere.value)


async def test_a_blocking_call_that_hangs_is_given_up(connect: Connect) -> None:
    service, over = connect("http://unused", timeout=0.05), threading.Event()
    with pytest.raises(SourceUnavailable):
        await service.in_thread(lambda: over.wait(10))
    over.set()
    assert service.health.trouble


async def test_what_an_sdk_refuses_by_itself_is_passed_on_and_shown(connect: Connect) -> None:
    service = connect("http://unused")

    def refused() -> None:
        raise SourceRejected("integration-rejected", name="plex")

    with pytest.raises(SourceRejected):
        await service.in_thread(refused)
    assert service.health.trouble
    with pytest.raises(LookupError):
        await service.in_thread(lambda: {}["missing"])


async def test_a_service_that_wants_minutes_is_not_asked_again_at_once(connect: Connect, server: Server) -> None:
    server.answer = says(503, headers={"Retry-After": "120"})
    with pytest.raises(SourceUnavailable) as told:
        await connect(server.url).get("/")
    assert (told.value.retry_after, len(server.requests)) == (120, 1)


async def test_a_compressed_flood_is_bounded_by_what_it_unpacks_to(connect: Connect, server: Server) -> None:
    packed = gzip.compress(b"0" * 10_000_000)
    server.answer = says(200, body=packed, headers={"Content-Encoding": "gzip"})
    with pytest.raises(SourceUnavailable) as told:
        await connect(server.url, largest=2_000_000).get("/")
    assert told.value.key == "integration-unreadable"


async def test_a_closed_service_can_be_asked_again(connect: Connect, server: Server) -> None:
    service = connect(server.url)
    await service.get("/")
    await service.close()
    assert (await service.get("/")).status == 200

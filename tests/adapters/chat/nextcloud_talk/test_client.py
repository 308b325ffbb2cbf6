"""What stands between us and Nextcloud, or comes in pieces, is not taken for Nextcloud's word."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.chat.nextcloud_talk.client import Client, Message
from adapters.chat.nextcloud_talk.settings import Place
from adapters.chat.nextcloud_talk.versions import version_in
from engine.errors import SourceUnavailable
from tests.adapters.http.tls import self_signed

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
async def serve() -> AsyncIterator[Callable[[Answer], Awaitable[str]]]:
    running: list[TestServer] = []

    async def serve_one(answer: Answer) -> str:
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", answer)
        running.append(server := TestServer(application))
        await server.start_server()
        return str(server.make_url("")).rstrip("/")

    yield serve_one
    for server in running:
        await server.close()


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    made = Client()
    yield made
    await made.close()


async def test_a_certificate_of_their_own_needs_their_word(client, tmp_path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ocs": {"data": {"capabilities": {"spreed": {"version": "21.1.0"}}}}})

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    server, trusting = TestServer(application, scheme="https"), Client(verify_tls=False)
    await server.start_server(ssl=self_signed(tmp_path))
    try:
        address = str(server.make_url("")).rstrip("/")
        with pytest.raises(SourceUnavailable):
            await client.capabilities(address)
        told = await trusting.capabilities(address)
    finally:
        await trusting.close()
        await server.close()
    assert version_in(told) == "21.1.0"


async def test_capabilities_are_read_to_their_end_however_they_arrive(client, serve):
    told = {"ocs": {"data": {"capabilities": {"files": ["x" * 40] * 8_000, "spreed": {"version": "22.0.9"}}}}}
    body = json.dumps(told).encode()

    async def in_pieces(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for start in range(0, len(body), 60_000):
            await response.write(body[start : start + 60_000])
            await asyncio.sleep(0)
        return response

    assert version_in(await client.capabilities(await serve(in_pieces))) == "22.0.9"


@pytest.mark.parametrize("body", ["[" * 100_000, "<html/>", "", "\ufeff{", "{}"])
async def test_capabilities_that_cannot_be_read_are_none(client, serve, body):
    async def odd(request: web.Request) -> web.StreamResponse:
        return web.Response(text=body)

    assert version_in(await client.capabilities(await serve(odd))) == ""


async def test_a_sign_in_page_has_not_taken_a_message(client, serve):
    async def page(request: web.Request) -> web.StreamResponse:
        return web.Response(text="<html>Please sign in</html>", content_type="text/html")

    with pytest.raises(SourceUnavailable):
        await client.send(Place(await serve(page), "abc"), "s" * 40, Message("hello"))


async def test_a_message_that_was_known_already_is_taken(client, serve):
    async def known(request: web.Request) -> web.StreamResponse:
        return web.json_response({"ocs": {"meta": {"status": "ok"}, "data": None}})

    await client.send(Place(await serve(known), "abc"), "s" * 40, Message("hello"))

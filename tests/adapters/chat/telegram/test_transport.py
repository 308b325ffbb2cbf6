"""How Telegram is reached where only a proxy reaches it."""

from __future__ import annotations

from base64 import b64decode

import pytest
from aiohttp import web
from aiohttp.test_utils import RawTestServer
from telegram.error import NetworkError

from adapters.chat.telegram.client import Client
from adapters.chat.telegram.limits import Patience
from adapters.chat.telegram.reference import Place


async def asked_through(api: str) -> None:
    client = Client("1:token", api, Patience(request=5.0))
    await client.open()
    try:
        await client.typing(Place(42))
    finally:
        await client.close()


async def test_the_proxy_that_the_environment_names_is_used_with_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str, object]] = []

    async def forward(request: web.BaseRequest) -> web.StreamResponse:
        _, _, secret = request.headers["Proxy-Authorization"].partition(" ")
        seen.append((str(request.url), b64decode(secret).decode(), await request.json()))
        return web.json_response({"ok": True, "result": True})

    async with RawTestServer(forward) as server:
        monkeypatch.setenv("http_proxy", f"http://anna:secret@127.0.0.1:{server.port}")
        await asked_through("http://telegram.example")
    told = {"chat_id": 42, "action": "typing"}
    assert seen == [("http://telegram.example/bot1:token/sendChatAction", "anna:secret", told)]


async def test_a_host_that_needs_no_proxy_is_asked_without(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        assert request.path == "/bot1:token/sendChatAction"
        return web.json_response({"ok": True, "result": True})

    async with RawTestServer(answer) as server:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        await asked_through(f"http://127.0.0.1:{server.port}")


async def test_a_proxy_that_is_not_there_is_a_trouble_of_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(NetworkError):
        await asked_through("http://elsewhere.example")

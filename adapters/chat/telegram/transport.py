"""How python-telegram-bot reaches Telegram: over aiohttp, with a limit to every wait and without a word in the log."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp import encode_basic_auth
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

WAIT = 5
"""Seconds to wait where Telegram asks for patience without saying how long."""
_NONSENSE = b'{"ok": false, "description": "no answer of the Bot API"}'
_TOO_LARGE = b'{"ok": false, "description": "Request Entity Too Large"}'
"""What the Bot API says itself; a server in front of it says so in its own words."""
_JSON = {"Content-Type": "application/json"}
_NO_UPDATES = b'{"ok": true, "result": []}'


class _Plain:
    """Parameters as one JSON body, without what is None; no files."""

    def __init__(self, told: Mapping[str, object]) -> None:
        given = {name: value for name, value in told.items() if value is not None}
        self.body = json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


class Limited(TelegramError):
    """Too much was sent. The library's own error for it warns, whenever it is made, of what it will be one day."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many requests")
        self.seconds = seconds


class Transport(BaseRequest):
    """Several times lighter than the library's own client; errors never quote an address, which holds the token."""

    def __init__(self, patience: float, upload: float, connections: int) -> None:
        self._patience, self._upload, self._connections = patience, upload, connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds an answer may take."""
        return self._patience

    async def initialize(self) -> None:
        """Opens nothing yet but the place for connections."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Closes all connections."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, url: str, told: Mapping[str, object]) -> object:
        """The answer to a request without files; its errors are the library's."""
        # The library hands on what it is given as it is, to be read below.
        return await self.post(url, cast("RequestData", _Plain(told)))

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | _Plain | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one limit for all
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Status and body of one request."""
        if self._session is None:
            raise NetworkError("not connected")
        files = request_data.multipart_data if request_data and not isinstance(request_data, _Plain) else {}
        patience = self._upload if files else self._patience
        if isinstance(read_timeout, float | int):
            patience = max(patience, read_timeout)
        data = request_data.body if isinstance(request_data, _Plain) else _form(request_data, files)
        proxy, secret = _proxy(url.partition("/bot")[0])
        try:
            async with self._session.request(
                method,
                url,
                data=data,
                # Only in front of an encrypted address is the proxy spoken to by itself.
                headers={**(_JSON if isinstance(data, bytes) else {}), **({} if url.startswith("https:") else secret)},
                timeout=aiohttp.ClientTimeout(total=patience),
                allow_redirects=False,
                proxy=proxy,
                proxy_headers=secret,
            ) as response:
                code, payload = response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None
        return _sound(code, payload)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Sound by now; the library's own would log what it cannot read."""
        return json.loads(payload)


class Polls(Transport):
    """For getUpdates alone: keeps the updates as they came.

    The library would read a whole batch into its own objects, and one odd update would spoil all of them.
    """

    def __init__(self, patience: float) -> None:
        super().__init__(patience, patience, connections=2)
        self.updates: list[Mapping[str, object]] = []

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | _Plain | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """As above; the updates are kept here, and the library is told of none."""
        code, payload = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code >= 300:
            return code, payload
        result = json.loads(payload)["result"]
        if not isinstance(result, list):
            return code, payload
        self.updates = [update for update in cast("list[Any]", result) if isinstance(update, dict)]
        return code, _NO_UPDATES


@cache
def _proxy(address: str) -> tuple[URL | None, dict[str, str]]:
    """The proxy that the environment names for ``address``, and how it knows us.

    The session itself would look for it with every request.
    """
    wanted = URL(address)
    found = getproxies().get(wanted.scheme)
    if not found or not wanted.host or proxy_bypass(wanted.host):
        return None, {}
    proxy = URL(found)
    secret = {"Proxy-Authorization": encode_basic_auth(proxy.user, proxy.password or "")} if proxy.user else {}
    return proxy.with_user(None), secret


def _form(request_data: RequestData | None, files: Mapping[str, Any]) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not files:
        return request_data.json_parameters
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, io.BytesIO(content), filename=filename, content_type=kind)
    return form


def _sound(code: int, payload: bytes) -> tuple[int, bytes]:
    """What the library can read without stumbling, whoever answered."""
    try:
        told: Any = json.loads(payload)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        if code == 429:
            raise Limited(WAIT)
        return (code if code >= 300 else 502), _TOO_LARGE if code == 413 else _NONSENSE
    answer = cast("dict[str, Any]", told)
    if code < 300:
        if answer.get("ok") is True and "result" in answer:
            return code, payload
        failed = answer.get("error_code")
        code = failed if isinstance(failed, int) and failed >= 300 else 502
    return code, _refusal(code, answer)


def _refusal(code: int, answer: Mapping[str, Any]) -> bytes:
    given = answer.get("parameters")
    parameters = cast("dict[str, Any]", given) if isinstance(given, dict) else {}
    if code == 429:
        wait = parameters.get("retry_after")
        raise Limited(float(wait) if isinstance(wait, int | float) and wait > 0 else WAIT)
    moved = parameters.get("migrate_to_chat_id")
    known = {"migrate_to_chat_id": moved} if isinstance(moved, int) else {}
    return json.dumps({"ok": False, "description": str(answer.get("description", "")), "parameters": known}).encode()

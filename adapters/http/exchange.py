"""One request and its answer over one session."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

import aiohttp
from yarl import URL

from adapters.http.addresses import may_follow
from adapters.http.failures import failure
from adapters.http.replies import Reply
from bot.integration import Instance
from engine.errors import SourceRejected, SourceUnavailable

CONNECT = 5.0
"""Seconds to get a connection."""
REDIRECTS = 3
CHUNK = 1 << 16
IDENTITY = "Recommendarr"
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Question:
    """A request."""

    method: str
    url: URL
    json: object
    data: bytes | str | Mapping[str, str] | None
    headers: Mapping[str, str]


class Exchange:
    """A session of one instance: no cookies, no proxies of the environment, no secrets to other hosts."""

    def __init__(self, instance: Instance, *, headers: Mapping[str, str], timeout: float, largest: int) -> None:
        self._name = instance.name
        self._headers = {"User-Agent": IDENTITY, "Accept": "application/json", **headers}
        self._timeout = aiohttp.ClientTimeout(total=timeout, sock_connect=min(CONNECT, timeout))
        self._largest = largest
        self._tls: ssl.SSLContext | bool = instance.verify_tls
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, question: Question) -> Reply:
        """The answer, whatever its status. Raises SourceUnavailable and SourceRejected."""
        for _ in range(REDIRECTS):
            reply = await self._once(question)
            if reply.status not in _MOVED:
                return reply
            question = self._redirected(question, reply)
        raise SourceRejected("integration-redirected", name=self._name)

    async def close(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def _once(self, question: Question) -> Reply:
        try:
            async with self._opened().request(
                question.method,
                question.url,
                json=question.json,
                data=question.data,
                headers=question.headers,
                allow_redirects=False,
            ) as response:
                body = await self._limited(response)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise failure(self._name, error) from None  # the cause quotes addresses, and those may hold secrets
        told = {name.lower(): value for name, value in response.headers.items()}
        return Reply(response.status, told, body, self._name)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=self._tls, limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=self._headers,
                timeout=self._timeout,
                trust_env=False,
            )
        return self._session

    async def _limited(self, response: aiohttp.ClientResponse) -> bytes:
        content = bytearray()
        async for chunk in response.content.iter_chunked(CHUNK):
            content += chunk
            if len(content) > self._largest:
                response.close()
                raise SourceUnavailable("integration-unreadable", name=self._name, reason="answer too large")
        return bytes(content)

    def _redirected(self, question: Question, reply: Reply) -> Question:
        try:
            target = question.url.join(URL(reply.headers.get("location", "")))
        except ValueError as error:
            raise failure(self._name, error) from None
        if not may_follow(question.url, target) or not (question.method == "GET" or _keeps_method(reply)):
            raise SourceRejected("integration-redirected", name=self._name)
        return replace(question, url=target)


def _keeps_method(reply: Reply) -> bool:
    return reply.status in {HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT}

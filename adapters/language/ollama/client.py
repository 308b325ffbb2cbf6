"""Talks to Ollama. Every call here only asks, so each may be repeated."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus

import aiohttp

from engine.errors import SourceRejected, SourceUnavailable

LARGEST_ANSWER = 64 * 1024 * 1024
SECONDS = 60.0
"""A model that is not in memory yet is loaded first."""
CONNECT_SECONDS = 5.0
TRIES = 3
BACK_OFF = 0.5
_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})


class OllamaClient:
    """One connection pool; ``close`` it."""

    def __init__(self, url: str, *, seconds: float = SECONDS, back_off: float = BACK_OFF) -> None:
        self._url = url.rstrip("/")
        self._seconds = seconds
        self._back_off = back_off
        self._session: aiohttp.ClientSession | None = None

    async def tags(self) -> object:
        """The models that are there. Asked once and answered at once, or not at all: a start waits for it."""
        return await self._once("GET", "/api/tags", None, seconds=CONNECT_SECONDS)

    async def embed(self, model: str, texts: list[str]) -> object:
        """The raw answer to one batch."""
        body = {"model": model, "input": texts, "truncate": True}
        for attempt in range(TRIES - 1):
            try:
                return await self._once("POST", "/api/embed", body)
            except SourceUnavailable as error:
                wait = error.retry_after if error.retry_after is not None else self._back_off * 2**attempt
            await asyncio.sleep(min(wait, 10.0))
        return await self._once("POST", "/api/embed", body)

    async def close(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def _once(
        self, method: str, path: str, body: Mapping[str, object] | None, *, seconds: float | None = None
    ) -> object:
        timeout = aiohttp.ClientTimeout(total=seconds or self._seconds, sock_connect=CONNECT_SECONDS)
        session = self._session = self._session or aiohttp.ClientSession()
        try:
            async with session.request(
                method, f"{self._url}{path}", json=body, timeout=timeout, allow_redirects=False
            ) as response:
                content = await _limited(response)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise SourceUnavailable("embedding-server-unreachable", reason=type(error).__name__) from error
        return _checked(response, content)


async def _limited(response: aiohttp.ClientResponse) -> bytes:
    content = bytearray()
    async for chunk in response.content.iter_chunked(1 << 16):
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise SourceRejected("embedding-server-confused", reason="answer too large")
    return bytes(content)


def _checked(response: aiohttp.ClientResponse, content: bytes) -> object:
    if response.status in _TRANSIENT:
        raise SourceUnavailable(
            "embedding-server-unreachable", reason=f"HTTP {response.status}", retry_after=_retry_after(response)
        )
    if response.status == HTTPStatus.NOT_FOUND:
        raise SourceRejected("embedding-model-not-pulled", reason=_said(content))
    if response.status == HTTPStatus.NOT_IMPLEMENTED:
        raise SourceRejected("embedding-model-cannot-embed", reason=_said(content))
    if response.status != HTTPStatus.OK:
        raise SourceRejected("embedding-server-confused", reason=f"HTTP {response.status} {_said(content)}".strip())
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceRejected("embedding-server-confused", reason="no JSON") from error


def _retry_after(response: aiohttp.ClientResponse) -> float | None:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None


def _said(content: bytes) -> str:
    return " ".join(content[:200].decode(errors="replace").split())

"""Where Telegram brings updates to, on the side server."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from aiohttp import web

from adapters.chat.telegram.limits import LARGEST_UPDATE
from adapters.chat.telegram.settings import PATH
from engine.errors import SourceUnavailable

if TYPE_CHECKING:
    from bot.gateway import ChatAdapter

HEADER = "X-Telegram-Bot-Api-Secret-Token"
_log = logging.getLogger(__name__)


class Door:
    """Lets in what Telegram brings, and nothing else."""

    def __init__(self, running: Callable[[], ChatAdapter | None]) -> None:
        self._running = running
        self._told: set[str] = set()

    async def receive(self, request: web.Request) -> web.Response:
        """200 once the update is safe; 503 where Telegram should bring it again."""
        from adapters.chat.telegram.adapter import Telegram  # noqa: PLC0415 - brings the library; it is there by now

        adapter = self._running()
        if not isinstance(adapter, Telegram):
            return web.Response(status=503)
        # As bytes, and in constant time: how long it takes tells nothing of how much was right.
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), adapter.secret.encode()):
            return self._refused(401, "the secret was wrong")
        body = await _body(request)
        if body is None:
            return self._refused(413, "the body was too long")
        update = _update(body)
        if update is None:
            return self._refused(400, "it was no update")
        try:
            await adapter.take(update)
        except SourceUnavailable:
            return web.Response(status=503)
        return web.Response()

    def _refused(self, status: int, why: str) -> web.Response:
        if why not in self._told:
            self._told.add(why)
            _log.warning("a request to %s was refused: %s; more of them are not logged", PATH, why)
        return web.Response(status=status)


def add_routes(application: web.Application, running: Callable[[], ChatAdapter | None]) -> None:
    """Adds the door to the side server."""
    application.router.add_post(PATH, Door(running).receive)


async def _body(request: web.Request) -> bytes | None:
    if (request.content_length or 0) > LARGEST_UPDATE:
        return None
    body = b""
    async for chunk in request.content.iter_chunked(65_536):
        body += chunk
        if len(body) > LARGEST_UPDATE:
            return None
    return body


def _update(body: bytes) -> Mapping[str, object] | None:
    try:
        told: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not isinstance(cast("dict[str, Any]", told).get("update_id"), int):
        return None
    return cast("Mapping[str, object]", told)

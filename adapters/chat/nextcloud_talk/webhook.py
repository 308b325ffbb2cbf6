"""The side door by which Talk calls: what is not signed by a server we know is refused before it is read."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from http import HTTPStatus

from aiohttp import web

from adapters.chat.nextcloud_talk.activities import Activity, Unreadable, read_activity
from adapters.chat.nextcloud_talk.adapter import Talk
from adapters.chat.nextcloud_talk.limits import LARGEST_BODY, READING, REMEMBERED_RANDOMS
from adapters.chat.nextcloud_talk.settings import WEBHOOK, address
from adapters.chat.nextcloud_talk.signing import is_signed
from bot.fitting import trim, visible
from bot.gateway import Running
from engine.errors import Misconfigured, SourceUnavailable

_log = logging.getLogger(__name__)
_MOST_COMPLAINTS = 50
"""Kinds of refusals that are told in the log, each once."""


class Refused(Exception):
    """Not taken in, for a reason that the log is told."""

    def __init__(self, status: HTTPStatus, reason: str, backend: str = "") -> None:
        super().__init__(reason)
        self.status, self.reason, self.backend = status, reason, backend


class Door:
    """Lets in what Talk sends, once."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self._seen: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._complained: set[tuple[str, str]] = set()

    async def receive(self, request: web.Request) -> web.Response:
        """200 where it was taken in or needs nothing done, which is told before there is an answer."""
        talk = self._running()
        if not isinstance(talk, Talk):
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            return await self._take(request, talk)
        except Refused as refused:
            self._complain(refused)
            return web.Response(status=refused.status)
        except SourceUnavailable:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)

    async def _take(self, request: web.Request, talk: Talk) -> web.Response:
        backend, secret = _known(request, talk.secrets)
        random = request.headers.get("X-Nextcloud-Talk-Random", "")
        body = await _body(request, backend)
        if not is_signed(secret, random, body, request.headers.get("X-Nextcloud-Talk-Signature", "")):
            raise Refused(HTTPStatus.UNAUTHORIZED, "the signature is not right", backend)
        self._first_time(backend, random)
        try:
            await talk.happened(backend, random, _read(body, backend))
        except SourceUnavailable:
            self._seen.pop((backend, random), None)  # nothing was kept of it, so it may come again
            raise
        return web.Response(status=HTTPStatus.OK)

    def _first_time(self, backend: str, random: str) -> None:
        if (backend, random) in self._seen:
            raise Refused(HTTPStatus.CONFLICT, "it was received before", backend)
        self._seen[backend, random] = None
        while len(self._seen) > REMEMBERED_RANDOMS:
            self._seen.popitem(last=False)

    def _complain(self, refused: Refused) -> None:
        """Once per reason and server: whoever knocks all day shall not fill the disk."""
        complaint = (refused.reason, refused.backend)
        if complaint not in self._complained and len(self._complained) < _MOST_COMPLAINTS:
            self._complained.add(complaint)
            _log.warning("a webhook for Nextcloud Talk was refused: %s (%s)", refused.reason, refused.backend or "?")


def add_routes(application: web.Application, running: Running) -> None:
    """Opens the door at ``WEBHOOK``."""
    application.router.add_post(WEBHOOK, Door(running).receive)


def _known(request: web.Request, secrets: Mapping[str, str]) -> tuple[str, str]:
    """The server that says it calls, if it is one of ours. That it is true, the signature shows."""
    claimed = request.headers.get("X-Nextcloud-Talk-Backend", "")
    try:
        backend = address(claimed)
    except Misconfigured:
        backend = ""
    if backend not in secrets:
        raise Refused(HTTPStatus.FORBIDDEN, "the server is none of RECOMMENDARR_TALK_BACKENDS", _printable(claimed))
    return backend, secrets[backend]


async def _body(request: web.Request, backend: str) -> bytes:
    """At most LARGEST_BODY; what says that it is longer is not read at all."""
    if (request.content_length or 0) > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "it is too long", backend)
    content = bytearray()
    try:
        async with asyncio.timeout(READING):
            async for chunk in request.content.iter_any():
                content += chunk
                if len(content) > LARGEST_BODY:
                    raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "it is too long", backend)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "it did not arrive", backend) from None
    return bytes(content)


def _read(body: bytes, backend: str) -> Activity | None:
    try:
        return read_activity(body)
    except Unreadable as error:
        raise Refused(HTTPStatus.BAD_REQUEST, f"it cannot be read: {error}", backend) from None


def _printable(text: str) -> str:
    return trim(" ".join(visible(text).split()), 100)

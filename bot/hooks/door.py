"""Where other services report: who does not prove to be one of them is refused before anything is read."""

from __future__ import annotations

import asyncio
import binascii
import hmac
import logging
from base64 import b64decode
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from bot.hooks.bodies import as_text, key_of
from engine.domain.media_records import Report
from engine.errors import SourceUnavailable

if TYPE_CHECKING:
    from bot.hooks.keeping import Keeping
    from bot.integration import Instance
    from bot.media.stack import Stack
    from engine.ports.clock import Clock

PATH = "/hooks"
SECRET_HEADER = "X-Recommendarr-Secret"  # noqa: S105 - a header's name
LARGEST_BODY = 2 * 2**20
"""Bytes; Plex sends a picture with some of its reports."""
_KEPT_HEADERS = ("content-type",)
"""What a reader needs of the headers; those that prove who sent it are not kept."""
LONGEST_KEY = 200
_MOMENT = 20
"""Characters of it that say when, where that tells reports apart."""
PATIENCE = 30.0
"""Seconds in which a report must have arrived."""
_MOST_COMPLAINTS = 50
_log = logging.getLogger(__name__)


class HookDoor:
    """Takes reports in at ``/hooks/<instance>``, with ``/<secret>`` after it from services that send no headers."""

    def __init__(self, stack: Stack, keeping: Keeping, clock: Clock) -> None:
        self._stack, self._keeping, self._clock = stack, keeping, clock
        self._complained: set[tuple[str, str]] = set()

    def add_routes(self, application: web.Application) -> None:
        """Where the services of this stack report."""
        for name, integration in self._stack.integrations.items():
            instance = self._stack.instance(name)
            if integration.read is not None and instance is not None and instance.hook_secret:
                application.router.add_post(f"{PATH}/{name}", self.receive, name=f"hook-{name}")
                application.router.add_post(f"{PATH}/{name}/{{secret}}", self.receive)

    async def receive(self, request: web.Request) -> web.Response:
        """200 where it is kept or was known; what it says is worked in afterwards."""
        name = request.path.removeprefix(f"{PATH}/").partition("/")[0]
        instance = self._stack.instance(name)
        if instance is None or not _proves(request, instance):
            self._complain(name, "the secret is not right")
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            async with asyncio.timeout(PATIENCE):
                body = await _body(request)
        except TimeoutError:
            self._complain(name, "it took too long to arrive")
            return web.Response(status=HTTPStatus.REQUEST_TIMEOUT, headers={"Connection": "close"})
        if body is None:
            self._complain(name, "the body is too large")
            return web.Response(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            await self._keeping.keep(self._report(name, request, body))
        except SourceUnavailable as error:
            wait = str(round(error.retry_after or 5))
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": wait})
        return web.Response(status=HTTPStatus.OK)

    def _report(self, name: str, request: web.Request, body: bytes) -> Report:
        headers = {key.lower(): value for key, value in request.headers.items()}
        own = self._own_key(name, headers, body) or key_of(body)
        kept = {key: value for key, value in headers.items() if key in _KEPT_HEADERS}
        now = self._clock.now()
        if (repeats := self._stack.integrations[name].repeats) is not None:
            own = f"{own}@{int(now.timestamp() // repeats.total_seconds())}"
        return Report(name, own, now, as_text(body), kept)

    def _own_key(self, name: str, headers: dict[str, str], body: bytes) -> str:
        """What its service calls the report; empty where it says nothing, or nothing that can be kept."""
        identify = self._stack.integrations[name].identify
        try:
            own = identify(headers, body) if identify is not None else ""
        except Exception as error:  # noqa: BLE001 - whatever was sent, it is kept
            self._complain(name, f"it names itself by nothing readable ({type(error).__name__})")
            return ""
        return own if own.isprintable() and len(own) <= LONGEST_KEY - _MOMENT else key_of(own.encode(errors="replace"))

    def _complain(self, name: str, reason: str) -> None:
        """Once per reason and service: whoever knocks all day shall not fill the disk."""
        if (name, reason) not in self._complained and len(self._complained) < _MOST_COMPLAINTS:
            self._complained.add((name, reason))
            _log.warning("a report for %s was refused: %s", name, reason)


def _proves(request: web.Request, instance: Instance) -> bool:
    """Whether one of the ways to say the secret says it."""
    told = [request.headers.get(SECRET_HEADER, ""), request.match_info.get("secret", "")]
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind.casefold() == "bearer":
        told.append(value.strip())
    elif kind.casefold() == "basic":
        told.append(_password(value))
    elif kind:
        told.append(request.headers["Authorization"])
    secret = instance.hook_secret.encode()
    return bool(secret) and any(hmac.compare_digest(one.encode(errors="replace"), secret) for one in told)


def _password(value: str) -> str:
    try:
        return b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""


async def _body(request: web.Request) -> bytes | None:
    """None where there is more of it than is taken."""
    if (request.content_length or 0) > LARGEST_BODY:
        return None
    parts = bytearray()
    async for part in request.content.iter_chunked(64 * 1024):
        parts += part
        if len(parts) > LARGEST_BODY:
            return None
    return bytes(parts)

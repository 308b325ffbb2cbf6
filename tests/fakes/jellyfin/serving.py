"""Between sockets and handlers: who asks, and whether question and answer are as described."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.fakes.jellyfin.world import Person, World
from tests.fakes.openapi import OpenApi

CHECKED_ROWS = 3
"""Of a page: all are made the same way, and checking takes long."""
_FIELD = re.compile(r'(\w+)="([^"]*)"')
_OLD_STYLES = ("X-Emby-Token", "X-MediaBrowser-Token", "X-Emby-Authorization")


@dataclass
class Asked:
    """A request."""

    person: Person | None
    """None: the API key."""
    token: str
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any


Handler = Callable[[Asked], Any]


class Serving:
    """Routes of one application."""

    def __init__(self, world: World, application: web.Application, *, strict: bool) -> None:
        self._world, self._router = world, application.router
        self._description = _description()
        self._strict = strict
        self.wrong: list[str] = []
        """What a real Jellyfin would have refused, or never have said."""
        self.requests = 0

    def route(
        self,
        method: str,
        template: str,
        handler: Handler,
        *,
        admin: bool = False,
        free: bool = False,
        described: bool = True,
    ) -> None:
        """Serve it. ``free``: nobody needs to be signed in. ``described``: the trimmed description has it."""

        async def answer(request: web.Request) -> web.StreamResponse:
            self.requests += 1
            fields = _authorization(request)
            token = fields.get("Token", "")
            person = self._world.people.get(self._world.tokens.get(token, ""))
            known = person is not None or token == self._world.api_key
            if free:
                known = all(fields.get(name) for name in ("Client", "Device", "DeviceId", "Version"))
            if not known:
                return web.Response(status=401)
            if admin and person is not None and not person.admin:
                return web.Response(status=403)
            told = await request.read()
            body = json.loads(told) if told else None
            if self._strict and described:
                self.wrong += self._description.wrong_in_request(method, template, dict(request.query), body)
            result = handler(Asked(person, token, request.match_info, request.query, body))
            response = result if isinstance(result, web.StreamResponse) else web.json_response(result)
            if self._strict and described and response.status < 400:
                self.wrong += self._description.wrong_in_response(method, template, response.status, _checked(result))
            return response

        self._router.add_route(method, template, answer)


@cache
def _description() -> OpenApi:
    return OpenApi("jellyfin.json")


def _authorization(request: web.Request) -> Mapping[str, str]:
    """Only Jellyfin's own scheme counts: version 12 has no other."""
    if any(name in request.headers for name in _OLD_STYLES) or "api_key" in request.query:
        return {}
    scheme, _, told = request.headers.get("Authorization", "").partition(" ")
    return {name: unquote(value) for name, value in _FIELD.findall(told)} if scheme == "MediaBrowser" else {}


def _checked(answer: Any) -> Any:
    if isinstance(answer, web.StreamResponse):
        return None
    if isinstance(answer, dict) and isinstance(answer.get("Items"), list):
        return {**answer, "Items": answer["Items"][:CHECKED_ROWS]}
    return answer

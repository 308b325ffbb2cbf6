"""The programme under Radarr and Sonarr: keys, profiles, folders, tags, the queue, and how they refuse."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.openapi import OpenApi

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
UNDESCRIBED = {"/api/v3/qualitydefinition"}
"""Part of the real API, though not of the description that is at hand."""
STREAMED = 200
CHECKED = 20


@dataclass
class Heard:
    """One request, as it came."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


def refusal(field_name: str, text: str, code: str, value: object = None) -> Json:
    """One of the problems that a 400 lists."""
    return {
        "propertyName": field_name,
        "errorMessage": text,
        "attemptedValue": value,
        "severity": "error",
        "errorCode": code,
        "formattedMessageArguments": [],
        "formattedMessagePlaceholderValues": {"propertyName": field_name, "propertyValue": value},
    }


def qualities(tv: str, web: str) -> list[Json]:
    """Two single qualities and a group, as profiles list them; the two call sources differently."""
    webdl = {"id": 3, "name": "WEBDL-1080p", "source": web, "resolution": 1080}
    webrip = {"id": 15, "name": "WEBRip-1080p", "source": web, "resolution": 1080}
    return [
        {"quality": {"id": 1, "name": "SDTV", "source": tv, "resolution": 480}, "items": [], "allowed": False},
        {"quality": {"id": 7, "name": "Bluray-1080p", "source": "bluray", "resolution": 1080}, "allowed": True},
        {
            "id": 1002,
            "name": "WEB 1080p",
            "items": [{"quality": quality, "items": [], "allowed": True} for quality in (webdl, webrip)],
            "allowed": True,
        },
        {"quality": {"id": 19, "name": "Bluray-2160p", "source": "bluray", "resolution": 2160}, "allowed": True},
    ]


def definition(quality: int, preferred: float | None, most: float | None = 400) -> Json:
    """Megabytes a minute of a quality; None: unlimited."""
    told = {"id": quality, "name": f"Quality {quality}", "source": "bluray", "resolution": 1080}
    return {
        "id": quality,
        "quality": told,
        "title": f"Quality {quality}",
        "weight": quality,
        "minSize": 2,
        "maxSize": most,
        "preferredSize": preferred,
    }


@dataclass
class Servarr:
    """A running stand-in. ``wrong`` holds whatever the description has against what was said on either side."""

    description: OpenApi
    sources: tuple[str, str]
    key: str = "0123456789abcdef0123456789abcdef"
    latency: float = 0.0
    profiles: list[Json] = field(default_factory=list)
    roots: list[Json] = field(default_factory=list)
    tags: list[Json] = field(default_factory=list)
    checks: list[Json] = field(default_factory=list)
    definitions: list[Json] = field(default_factory=list)
    queue: list[Json] = field(default_factory=list)
    commands: list[Json] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    url: str = ""

    def __post_init__(self) -> None:
        self.faults = Faults(self.latency)
        self._runner: web.AppRunner | None = None
        self.profiles = [
            {"id": 1, "name": "Any", "upgradeAllowed": True, "cutoff": 7, "items": qualities(*self.sources)},
            {"id": 6, "name": "HD-1080p", "upgradeAllowed": True, "cutoff": 1002, "items": qualities(*self.sources)},
            {"id": 9, "name": "Ultra", "upgradeAllowed": True, "cutoff": 19, "items": qualities(*self.sources)},
        ]
        self.definitions = [definition(3, 50), definition(15, 50), definition(7, 95), definition(19, None, None)]

    async def start(self) -> Self:
        """On a free port of this machine."""
        app = web.Application(middlewares=[self._kept, self.faults.middleware, self._allowed])
        self.routes(app.router)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def stop(self) -> None:
        """Connections are refused from now on; what it knows stays."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def routes(self, router: web.UrlDispatcher) -> None:
        """What both answer; each adds its own."""
        for path, told in (
            ("qualityprofile", lambda: self.profiles),
            ("rootfolder", lambda: self.roots),
            ("tag", lambda: self.tags),
            ("health", lambda: self.checks),
            ("qualitydefinition", lambda: self.definitions),
        ):
            router.add_get(f"/api/v3/{path}", self._listing(told))
        router.add_post("/api/v3/tag", self._tag)
        router.add_post("/api/v3/command", self._command)
        router.add_get("/api/v3/queue", self._queue)

    def bodies(self, method: str, path: str) -> list[Any]:
        """What was sent there."""
        return [one.body for one in self.heard if one.method == method and one.path == f"/api/v3/{path}"]

    def chosen_wrongly(self, body: Json) -> list[Json]:
        """What is wrong with the profile and the folder of a title to be added."""
        problems = []
        profile = body.get("qualityProfileId") or 0
        if profile not in {one["id"] for one in self.profiles}:
            problems.append(
                refusal("QualityProfileId", "Quality profile does not exist", "QualityProfileExistsValidator", profile)
            )
        root = body.get("rootFolderPath")
        if not root:
            problems.append(refusal("RootFolderPath", "'Root Folder Path' must not be empty.", "NotEmptyValidator"))
        elif root.rstrip("/") not in {one["path"].rstrip("/") for one in self.roots}:
            problems.append(
                refusal("RootFolderPath", f"Root folder '{root}' does not exist", "RootFolderExistsValidator", root)
            )
        if not body.get("title"):
            problems.append(refusal("Title", "'Title' must not be empty.", "NotEmptyValidator"))
        return problems

    def check(self, template: str, method: str, status: int, body: object) -> None:
        """Note what the description has against an answer. It knows 200 alone; the real ones say 201 and 202 too."""
        if template not in UNDESCRIBED:
            self.wrong += self.description.wrong_in_response(method, template, 200 if status < 300 else status, body)

    def answer(self, request: web.Request, body: object, status: int = 200) -> web.Response:
        """An answer that was checked."""
        route = request.match_info.route.resource
        self.check(route.canonical if route else "", request.method, status, body)
        return web.json_response(body, status=status)

    async def stream(self, request: web.Request, titles: Iterator[Json]) -> web.StreamResponse:
        """A list as long as one likes, of which little is in memory. The first of it is checked."""
        response = web.StreamResponse(headers={"Content-Type": "application/json; charset=utf-8"})
        await response.prepare(request)
        route = request.match_info.route.resource
        part = ["["]
        for at, title in enumerate(titles):
            if at < CHECKED:
                self.check(route.canonical if route else "", "GET", 200, [title])
            part.append(f"{',' if at else ''}{json.dumps(title)}")
            if len(part) >= STREAMED:
                await response.write("".join(part).encode())
                part = []
        await response.write("".join([*part, "]"]).encode())
        await response.write_eof()
        return response

    @web.middleware
    async def _kept(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        raw = await request.read()
        body = json.loads(raw) if raw else None
        query = {name: values[-1] for name, values in parse_qs(urlsplit(str(request.rel_url)).query).items()}
        self.heard.append(Heard(request.method, request.path, query, body))
        route = request.match_info.route.resource
        template = route.canonical if route else request.path
        if template not in UNDESCRIBED and template != "/api/v3/command":
            self.wrong += self.description.wrong_in_request(request.method, template, query, body)
        return await handler(request)

    @web.middleware
    async def _allowed(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.headers.get("X-Api-Key") or request.query.get("apikey")
        if given != self.key:
            return web.Response(status=401)
        if "apikey" in request.query:
            self.wrong.append("the key is in the address")
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return web.json_response({"message": "NotFound"}, status=404)

    def _listing(self, told: Callable[[], list[Json]]) -> Handler:
        async def answer(request: web.Request) -> web.Response:
            return self.answer(request, told())

        return answer

    async def _tag(self, request: web.Request) -> web.Response:
        label = str((await request.json()).get("label") or "").lower()
        made = {"id": len(self.tags) + 1, "label": label}
        self.tags.append(made)
        return self.answer(request, made, 201)

    async def _command(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.commands.append(body)
        name = body["name"]
        return self.answer(request, {"id": len(self.commands), "name": name, "status": "queued"}, 201)

    async def _queue(self, request: web.Request) -> web.Response:
        query = request.query
        page, size = int(query.get("page", 1)), int(query.get("pageSize", 10))
        found = self.queued(query)
        told = found[(page - 1) * size : page * size]
        return self.answer(request, {"page": page, "pageSize": size, "totalRecords": len(found), "records": told})

    def queued(self, query: Any) -> list[Json]:
        """The entries that are asked for."""
        del query
        return self.queue

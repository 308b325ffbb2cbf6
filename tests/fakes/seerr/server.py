"""Seerr's API over its world."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Self

from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.openapi import OpenApi
from tests.fakes.seerr.world import (
    ADMIN,
    APPROVED,
    AVAILABLE,
    MANAGE_REQUESTS,
    MANAGE_USERS,
    PENDING,
    PROCESSING,
    UNKNOWN,
    WAITS,
    Json,
    Refusal,
    User,
    World,
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
DESCRIPTION = OpenApi("seerr.json", nulls=True)
API = "/api/v1"
USER = web.RequestKey("user", User)
_FORBIDDEN = {"status": 403, "error": "You do not have permission to access this endpoint"}
_UNDESCRIBED = ("/settings/plex", "/settings/jellyfin")
"""Part of the real API, though not of the description that is at hand."""
_STATUSES = {2: "PENDING", 3: "PROCESSING", 4: "PARTIALLY_AVAILABLE", 5: "AVAILABLE"}
_FILTERS = {"pending": {WAITS}, "approved": {APPROVED}}
_MEDIA = {"processing": {PROCESSING}, "pending": {PENDING}, "available": {AVAILABLE}}


class FakeSeerr:
    """``wrong`` holds whatever the description has against what was said on either side."""

    def __init__(self, *, latency: float = 0.0, version: str = "3.1.0") -> None:
        self.description = DESCRIPTION
        self.key = "c2VlcnIta2V5LWZvci10ZXN0cw=="
        self.version = version
        self.world = World(users={1: User(1, "owner", ADMIN, plex_id=9001)})
        self.libraries: list[Json] = [{"id": "1", "name": "Films", "enabled": True}]
        self.faults = Faults(latency)
        self.wrong: list[str] = []
        self.acted: list[tuple[int, str, str]] = []
        """Whose rights each request was made with."""
        self.url = ""
        self._runner: web.AppRunner | None = None

    def user(self, name: str, **facts: Any) -> User:
        """One more user."""
        made = User(max(self.world.users) + 1, name, **facts)
        self.world.users[made.id] = made
        return made

    def knows(self, kind: str, tmdb: int, title: str, seasons: Sequence[int] = ()) -> None:
        """TMDB gets a title."""
        self.world.titles[kind, tmdb] = title, tuple(seasons)

    def report(self, kind: str, number: int) -> Json:
        """The body of a webhook about a request, in the default template: all values are texts."""
        asked = self.world.requests[number]
        media, name = asked.media, self.world.titles[asked.media.kind, asked.media.tmdb][0]
        noun = "Movie" if media.kind == "movie" else "Series"
        seasons = ", ".join(str(season) for season in asked.seasons)
        return {
            "notification_type": kind,
            "event": f"{noun} Request {kind.removeprefix('MEDIA_').title()}",
            "subject": f"{name} (1999)",
            "message": "What it is about.",
            "image": "",
            "media": {
                "media_type": media.kind,
                "tmdbId": str(media.tmdb),
                "tvdbId": str(media.tvdb or ""),
                "status": _STATUSES.get(media.status, "UNKNOWN"),
                "status4k": "UNKNOWN",
            },
            "request": {
                "request_id": str(asked.id),
                "requestedBy_email": f"user{asked.user.id}@example.invalid",
                "requestedBy_username": asked.user.name,
                "requestedBy_avatar": "",
            },
            "issue": None,
            "comment": None,
            "extra": [{"name": "Requested Seasons", "value": seasons}] if seasons else [],
        }

    async def start(self) -> Self:
        """On a free port of this machine."""
        app = web.Application(middlewares=[self._watched, self.faults.middleware, self._allowed])
        add = app.router.add_get
        add(f"{API}/status", self._status)
        add(f"{API}/user", self._users)
        add(f"{API}/user/{{userId}}/quota", self._quota)
        add(f"{API}/user/{{userId}}/requests", self._users_requests)
        add(f"{API}/request", self._requests)
        add(f"{API}/request/{{requestId}}", self._request)
        add(f"{API}/media", self._media)
        add(f"{API}/movie/{{movieId}}", self._details)
        add(f"{API}/tv/{{tvId}}", self._details)
        add(f"{API}/settings/plex", self._settings)
        app.router.add_post(f"{API}/request", self._ask)
        app.router.add_delete(f"{API}/request/{{requestId}}", self._withdraw)
        app.router.add_post(f"{API}/request/{{requestId}}/{{status}}", self._decide)
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

    @web.middleware
    async def _watched(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        raw = await request.read()
        template = _template(request)
        if not template.startswith(_UNDESCRIBED):
            told = json.loads(raw) if raw else None
            self.wrong += self.description.wrong_in_request(request.method, template, dict(request.query), told)
        answer = await handler(request)
        body = getattr(answer, "body", None)
        if isinstance(body, bytes) and answer.status < 300 and answer.status != 202 and answer.content_length:
            self.wrong += self.description.wrong_in_response(request.method, template, answer.status, json.loads(body))
        return answer

    @web.middleware
    async def _allowed(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path == f"{API}/status":
            return await handler(request)
        if "X-Api-Key" not in request.headers:
            text = "cookie 'connect.sid' required"
            return web.json_response({"message": text, "errors": [{"path": request.path, "message": text}]}, status=401)
        # Whoever says no user acts as the first administrator.
        number = request.headers.get("X-API-User") or "1"
        user = self.world.users.get(int(number)) if number.isdigit() else None
        if request.headers["X-Api-Key"] != self.key or user is None:
            return web.json_response(_FORBIDDEN, status=403)
        self.acted.append((user.id, request.method, request.path.removeprefix(API)))
        request[USER] = user
        try:
            return await handler(request)
        except Refusal as refused:
            return web.json_response({"message": str(refused)}, status=refused.status)

    async def _status(self, request: web.Request) -> web.Response:
        return web.json_response({"version": self.version, "commitTag": "local"})

    async def _users(self, request: web.Request) -> web.Response:
        _needs(request, MANAGE_USERS)
        return _page(request, [user.told() for user in self.world.users.values()], 10)

    async def _quota(self, request: web.Request) -> web.Response:
        number = int(request.match_info["userId"])
        if number != request[USER].id:
            _needs(request, MANAGE_USERS)
        user = self.world.users.get(number)
        if user is None:
            raise Refusal(404, "User not found.")
        return web.json_response({kind: self._left(user, kind) for kind in ("movie", "tv")})

    def _left(self, user: User, kind: str) -> Json:
        used = self.world.used(user, kind)
        if not user.limit:
            return {"used": used, "restricted": False}
        left = max(0, user.limit - used)
        return {"days": 7, "limit": user.limit, "used": used, "remaining": left, "restricted": left == 0}

    async def _users_requests(self, request: web.Request) -> web.Response:
        number = int(request.match_info["userId"])
        theirs = [one for one in self.world.requests.values() if one.user.id == number]
        return _page(request, [one.told() for one in reversed(theirs)], 20)

    async def _requests(self, request: web.Request) -> web.Response:
        wanted = _FILTERS.get(request.query.get("filter", ""))
        found = [one for one in self.world.requests.values() if wanted is None or one.status in wanted]
        if not request[USER].may(MANAGE_REQUESTS):
            found = [one for one in found if one.user is request[USER]]
        return _page(request, [one.told() for one in reversed(found)], 10)

    async def _request(self, request: web.Request) -> web.Response:
        asked = self.world.requests.get(int(request.match_info["requestId"]))
        if asked is None:
            raise Refusal(404, "Request not found.")
        return web.json_response(asked.told())

    async def _ask(self, request: web.Request) -> web.Response:
        body = await request.json()
        if problems := self.description.wrong_in_request("POST", "/request", {}, body):
            return web.json_response({"message": problems[0], "errors": []}, status=400)
        return web.json_response(self.world.ask(request[USER], body).told(), status=201)

    async def _withdraw(self, request: web.Request) -> web.Response:
        number, user = int(request.match_info["requestId"]), request[USER]
        asked = self.world.requests.get(number)
        if asked is None:
            raise Refusal(404, "Request not found.")
        own = asked.user is user and asked.status == WAITS
        if not (own or user.may(MANAGE_REQUESTS)):
            raise Refusal(401, "You do not have permission to delete this request.")
        self.world.withdraw(number)
        return web.Response(status=204)

    async def _decide(self, request: web.Request) -> web.Response:
        _needs(request, MANAGE_REQUESTS)
        approve = request.match_info["status"] == "approve"
        return web.json_response(self.world.decide(int(request.match_info["requestId"]), approve=approve).told())

    async def _media(self, request: web.Request) -> web.Response:
        wanted = _MEDIA.get(request.query.get("filter", ""))
        found = [one.told() for one in self.world.media.values() if wanted is None or one.status in wanted]
        return _page(request, found[::-1], 20)

    async def _details(self, request: web.Request) -> web.Response:
        kind = "movie" if "movieId" in request.match_info else "tv"
        tmdb = int(next(iter(request.match_info.values())))
        if (kind, tmdb) not in self.world.titles:
            raise Refusal(500, f"Unable to retrieve {'movie' if kind == 'movie' else 'series'}.")
        media = self.world.media.get((kind, tmdb))
        told = {"id": tmdb, "title" if kind == "movie" else "name": self.world.titles[kind, tmdb][0]}
        if media and media.status != UNKNOWN:
            told["mediaInfo"] = media.told()
        return web.json_response(told)

    async def _settings(self, request: web.Request) -> web.Response:
        _needs(request, ADMIN)
        return web.json_response({"name": "Plex", "libraries": self.libraries})


def _needs(request: web.Request, permission: int) -> None:
    if not request[USER].may(permission):
        raise Refusal(403, _FORBIDDEN["error"])


def _template(request: web.Request) -> str:
    route = request.match_info.route.resource
    return (route.canonical if route else request.path).removeprefix(API)


def _page(request: web.Request, found: list[Json], usual: int) -> web.Response:
    take, skip = int(request.query.get("take") or usual), int(request.query.get("skip") or 0)
    info = {"pages": -(-len(found) // take), "pageSize": take, "results": len(found), "page": skip // take + 1}
    return web.json_response({"pageInfo": info, "results": found[skip : skip + take]})

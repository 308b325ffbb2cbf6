"""plex.tv: accounts, sharing, devices, signing in; and the places for looking up titles and keeping watchlists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from aiohttp import web

from tests.fakes.plex import wire
from tests.fakes.plex.world import MACHINE, OWNER, SECTIONS, Person, PlexWorld

LASTS = 900
FILTERS = ("filterAll", "filterMovies", "filterMusic", "filterPhotos", "filterTelevision")


class PlexTv:
    """Answers as whoever's token is shown."""

    def __init__(self, world: PlexWorld, wrong: wire.Wrong, now: Callable[[], datetime]) -> None:
        self.world = world
        self.wrong = wrong
        self.now = now
        self.keys_in_shares = True
        """False: sections are told by their ids here alone."""
        self.revoked: list[str] = []
        self.asked = 0
        self._numbers = count(373_040_866)

    def routes(self) -> Iterator[web.RouteDef]:
        yield web.post("/api/v2/pins", self.new_pin)
        yield web.get("/api/v2/pins/{number}", self.pin)
        yield web.get("/api/v2/user", self.user)
        yield web.get("/api/v2/resources", self.resources)
        yield web.delete("/api/v2/users/signout", self.sign_out)
        yield web.get("/api/users", self.users)
        yield web.get("/api/home/users", self.home)
        yield web.get("/api/servers/{machine}", self.server)
        yield web.get("/api/servers/{machine}/shared_servers", self.shared_servers)
        yield web.get("/library/metadata/matches", self.matches)
        yield web.put("/actions/addToWatchlist", self.watchlist)

    def person(self, request: web.Request, *, owner: bool = False) -> Person:
        self.asked += 1
        person = self.world.account(request.headers.get("X-Plex-Token", ""))
        if person is None or (owner and person.id != OWNER):
            raise web.HTTPUnauthorized(
                text='{"errors": [{"code": 1001, "message": "User could not be authenticated", "status": 401}]}'
            )
        return person

    def sign_in(self, number: int, token: str) -> None:
        """What happens on the page of plex.tv."""
        self.world.pins[number]["authToken"] = token

    async def new_pin(self, request: web.Request) -> web.Response:
        if request.headers.get("X-Plex-Token"):
            self.wrong.append("a sign-in that carries a token")
        number, now = next(self._numbers), self.now()
        strong = request.query.get("strong") == "true"
        code = f"strong{number:x}code" if strong else "7RQZ"
        expires = now + timedelta(seconds=LASTS)
        self.world.pins[number] = {
            "id": number,
            "code": code,
            "product": request.headers.get("X-Plex-Product", ""),
            "trusted": False,
            "qr": f"https://plex.tv/api/v2/pins/qr/{code}",
            "clientIdentifier": request.headers["X-Plex-Client-Identifier"],
            "location": {"code": "NL", "country": "The Netherlands", "coordinates": "51.5, 4.7"},
            "expiresIn": LASTS,
            "createdAt": _written(now),
            "expiresAt": _written(expires),
            "authToken": None,
            "newRegistration": None,
        }
        return web.json_response(self.world.pins[number], status=201)

    async def pin(self, request: web.Request) -> web.Response:
        told = self.world.pins.get(int(request.match_info["number"]))
        ours = told and told["clientIdentifier"] == request.headers.get("X-Plex-Client-Identifier")
        if not told or not ours or datetime.fromisoformat(told["expiresAt"]) <= self.now():
            missing = {"errors": [{"code": 1020, "message": "Code not found or expired", "status": 404}]}
            return web.json_response(missing, status=404)
        return web.json_response(told)

    async def user(self, request: web.Request) -> web.Response:
        person = self.person(request)
        told = {
            "id": person.id,
            "uuid": f"uuid{person.id}",
            "username": person.username,
            "title": person.title,
            "email": person.email,
            "friendlyName": person.title,
            "hasPassword": not person.restricted,
            "joinedAt": 1_400_000_000,
            "twoFactorEnabled": False,
            "authToken": request.headers["X-Plex-Token"],
        }
        return self._json("/user", request, told)

    async def resources(self, request: web.Request) -> web.Response:
        person = self.person(request)
        found = list(self.world.devices) if person.id == OWNER else []
        if self.world.has_access(person):
            token = request.headers["X-Plex-Token"] if person.id == OWNER else self.world.server_token(person)
            found.append(device(MACHINE, "Home", "server", token=token, owned=person.id == OWNER))
        return self._json("/resources", request, found)

    async def sign_out(self, request: web.Request) -> web.Response:
        self.person(request)
        token = request.headers["X-Plex-Token"]
        self.revoked.append(token)
        del self.world.tokens[token]
        return web.Response(status=204)

    async def users(self, request: web.Request) -> web.Response:
        self.person(request, owner=True)
        rows = [_friend(person) for person in self.world.people.values() if person.id != OWNER]
        told = wire.container(
            "User", rows, friendlyName="myPlex", identifier="plex", machineIdentifier=MACHINE, totalSize=len(rows)
        )
        return wire.answer(self.wrong, "/users", request, told)

    async def home(self, request: web.Request) -> web.Response:
        self.person(request, owner=True)
        rows = [
            {"id": person.id, "title": person.title, "username": person.username, "restricted": person.restricted}
            | ({"restrictionProfile": person.profile} if person.profile else {})
            for person in self.world.people.values()
            if person.home or person.restricted
        ]
        return wire.answer(self.wrong, "", request, wire.container("User", rows))

    async def server(self, request: web.Request) -> web.Response:
        self.person(request, owner=True)
        rows = [
            {"id": told["cloud"], "key": key, "title": told["title"], "type": told["type"]}
            for key, told in SECTIONS.items()
        ]
        body = {
            "MediaContainer": {"size": 1, "Server": [{"name": "Home", "machineIdentifier": MACHINE, "Section": rows}]}
        }
        return wire.answer(self.wrong, "", request, body)

    async def shared_servers(self, request: web.Request) -> web.Response:
        self.person(request, owner=True)
        if request.match_info["machine"] != MACHINE:
            return wire.refuse(404, "Not Found")
        rows = [self._share(person) for person in self.world.people.values() if person.shared and person.id != OWNER]
        told = wire.container("SharedServer", rows, friendlyName="myPlex", machineIdentifier=MACHINE)
        return wire.answer(self.wrong, "", request, told)

    async def matches(self, request: web.Request) -> web.Response:
        self.person(request)
        kind, _, value = request.query["guid"].partition("://")
        known = kind == "tmdb" and value.isdecimal() and int(value) < 900_000
        name = "movie" if request.query["type"] == "1" else "show"
        rows = [{"ratingKey": f"{name}-{value}", "type": name, "title": "Found"}] if known else []
        return web.json_response({"MediaContainer": {"size": len(rows), "Metadata": rows}})

    async def watchlist(self, request: web.Request) -> web.Response:
        person = self.person(request)
        self.world.watchlists.setdefault(person.id, set()).add(request.query["ratingKey"])
        return web.Response(status=200)

    def _json(self, template: str, request: web.Request, body: Any) -> web.Response:
        wire.check_request(self.wrong, template, request)
        problems = wire.DESCRIPTION.wrong_in_response("GET", template, 200, body)
        self.wrong += [f"GET {template} answered: {problem}" for problem in problems]
        return web.json_response(body)

    def _share(self, person: Person) -> dict[str, Any]:
        rows = []
        for key, told in SECTIONS.items():
            row = {"id": told["cloud"], "title": told["title"], "type": told["type"]}
            shared = person.all_libraries or key in person.sections
            rows.append(row | ({"key": key} if self.keys_in_shares else {}) | {"shared": shared})
        return {
            "id": 30_000 + person.id,
            "username": person.username,
            "email": person.email,
            "userID": person.id,
            "accessToken": "closed",
            "name": "Home",
            "acceptedAt": 1_700_000_000 if person.accepted else "",
            "invitedAt": 1_699_000_000,
            "allLibraries": person.all_libraries,
            "owned": False,
            "Section": rows,
        }


def device(identifier: str, name: str, provides: str, **told: Any) -> dict[str, Any]:
    """As plex.tv tells of it."""
    uri = told.get("uri", "http://192.0.2.1:32500")
    return {
        "name": name,
        "product": "Plex Media Server" if provides == "server" else "Plex for Android (TV)",
        "productVersion": "1.43.0",
        "platform": "Linux",
        "platformVersion": "12",
        "device": "PC",
        "clientIdentifier": identifier,
        "createdAt": "2020-01-01T00:00:00Z",
        "lastSeenAt": "2026-01-01T00:00:00Z",
        "provides": provides,
        "ownerId": None if told.get("owned", True) else OWNER,
        "sourceTitle": None,
        "publicAddress": "192.0.2.1",
        "accessToken": told.get("token", ""),
        "owned": told.get("owned", True),
        "home": False,
        "synced": False,
        "relay": False,
        "presence": told.get("presence", True),
        "httpsRequired": False,
        "publicAddressMatches": True,
        "dnsRebindingProtection": False,
        "natLoopbackSupported": False,
        "connections": [
            {
                "protocol": "http",
                "address": "192.0.2.1",
                "port": 32_500,
                "uri": uri,
                "local": True,
                "relay": False,
                "IPv6": False,
            }
        ],
    }


def _friend(person: Person) -> dict[str, Any]:
    flags = dict.fromkeys(
        ("protected", "allowTuners", "allowSync", "allowCameraUpload", "allowChannels", "allowSubtitleAdmin"), 0
    )
    return {
        "id": person.id,
        "title": person.title,
        "username": person.username,
        "email": person.email,
        "thumb": "https://plex.tv/users/0/avatar",
        "home": int(person.home),
        "restricted": int(person.restricted),
        **flags,
        **{name: person.filters.get(name, "") for name in FILTERS},
        "Server": [],
    }


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

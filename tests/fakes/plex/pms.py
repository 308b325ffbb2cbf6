"""The media server itself: shelves, history, what plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zlib import crc32

from aiohttp import web

from tests.fakes.plex import titles, wire
from tests.fakes.plex.world import MACHINE, OWNER, SECTIONS, Person, PlexWorld

IDENTIFIER = "com.plexapp.plugins.library"
NUMBERS = {"1": "movie", "2": "show"}


class MediaServer:
    """Answers as whoever's key is shown."""

    def __init__(self, world: PlexWorld, wrong: wire.Wrong) -> None:
        self.world = world
        self.wrong = wrong
        self.version = "1.43.0.10492"
        self.name = "Home"
        self.asked = 0

    def routes(self) -> Iterator[web.RouteDef]:
        yield web.get("/", self.root)
        yield web.get("/library/sections", self.sections)
        yield web.get("/library", self.library)
        yield web.get("/library/sections/{section}/all", self.all)
        yield web.get("/library/sections/{section}/label", self.labels)
        yield web.get("/library/metadata/{keys}", self.metadata)
        yield web.get("/library/metadata/{key}/allLeaves", self.leaves)
        yield web.get("/status/sessions/history/all", self.history)
        yield web.get("/status/sessions", self.sessions)

    def person(self, request: web.Request) -> Person:
        """Raises 401 for a key that opens nothing."""
        self.asked += 1
        person = self.world.opens(request.headers.get("X-Plex-Token", ""))
        if person is None:
            raise web.HTTPUnauthorized(text="<html><body><h1>401 Unauthorized</h1></body></html>")
        return person

    async def root(self, request: web.Request) -> web.Response:
        self.person(request)
        told = wire.container(
            "Directory",
            [{"title": name, "key": name} for name in ("library", "playlists", "status")],
            machineIdentifier=MACHINE,
            friendlyName=self.name,
            version=self.version,
        )
        return self.tell(request, "/", told)

    async def library(self, request: web.Request) -> web.Response:
        self.person(request)
        return self.tell(request, "", wire.container("Directory", [], identifier=IDENTIFIER, title1="Plex Library"))

    async def sections(self, request: web.Request) -> web.Response:
        person = self.person(request)
        entries = [
            {
                "key": key,
                "type": told["type"],
                "title": told["title"],
                "language": "en-US",
                "uuid": f"uuid-{key}",
                "agent": "tv.plex.agents.movie",
            }
            for key, told in SECTIONS.items()
            if self.world.may_open(person, key)
        ]
        return self.tell(request, "/library/sections/all", wire.container("Directory", entries, title1="Plex Library"))

    async def all(self, request: web.Request) -> web.Response:
        person, section = self.person(request), request.match_info["section"]
        if not self.world.may_open(person, section) or section not in self.world.keys:
            return wire.refuse(404, "Not Found")
        kind = NUMBERS.get(request.query.get("type", ""), SECTIONS[section]["type"])
        keys = self.world.keys[section] if kind == SECTIONS[section]["type"] else []
        keys = [key for key in keys if self._wanted(request, key, person)] if _filters(request) else keys
        if named := request.query.get("label"):
            keys = [key for key in keys if named in {str(_label(tag)) for tag in self._tags(key)}]
        if person.filters or person.profile:
            keys = [key for key in keys if self.world.sees(person, key)]
        first, last = window(request, len(keys))
        rows = [self._row(request, key, person) for key in keys[first:last]]
        return self.tell(
            request,
            "/library/sections/{sectionId}/all",
            wire.container("Metadata", rows, totalSize=len(keys), offset=first, librarySectionID=int(section)),
        )

    async def labels(self, request: web.Request) -> web.Response:
        person, section = self.person(request), request.match_info["section"]
        if not self.world.may_open(person, section):
            return wire.refuse(404, "Not Found")
        told = sorted({tag for key in self.world.keys[section] for tag in self._tags(key)})
        place = f"/library/sections/{section}/all?label="
        rows = [{"key": str(_label(tag)), "title": tag, "fastKey": f"{place}{_label(tag)}"} for tag in told]
        return self.tell(request, "", wire.container("Directory", rows, viewGroup="secondary"))

    def _tags(self, key: int) -> list[str]:
        told = titles.made(key) | self.world.changes.get(key, {})
        return [entry["tag"] for entry in told.get("Label", [])]

    async def metadata(self, request: web.Request) -> web.Response:
        person = self.person(request)
        keys = [int(key) for key in request.match_info["keys"].split(",") if key.isdecimal()]
        seen = [key for key in keys if (there := self.world.there(key)) and self.world.may_open(person, there)]
        seen = [key for key in seen if self.world.sees(person, key)]
        if not seen:
            return wire.refuse(404, "Not Found")
        rows = [self.world.title(key, person) for key in sorted(seen)]
        return self.tell(
            request,
            "/library/metadata/{ids}",
            wire.container("Metadata", rows, librarySectionID=rows[0]["librarySectionID"]),
        )

    async def leaves(self, request: web.Request) -> web.Response:
        person, key = self.person(request), int(request.match_info["key"])
        if not self.world.there(key):
            return wire.refuse(404, "Not Found")
        begin = titles.EPISODES + (key - titles.SHOWS - 1) * titles.PER_SHOW
        first, last = window(request, titles.PER_SHOW)
        rows = [self.world.title(number, person) for number in range(begin + first, begin + last)]
        return self.tell(
            request,
            "/library/metadata/{ids}/allLeaves",
            wire.container("Metadata", rows, totalSize=titles.PER_SHOW, offset=first),
        )

    async def history(self, request: web.Request) -> web.Response:
        if self.person(request).id != OWNER:
            return wire.refuse(403, "Forbidden")
        since = int(request.query.get("viewedAt>", "0") or 0)
        begin, size = self.world.first_after(since) if since else 0, self.world.history_size()
        first, last = window(request, size - begin)
        numbers = range(begin + first, begin + last)
        if request.query.get("sort", "").endswith(":desc"):
            numbers = range(size - 1 - first, size - 1 - last, -1)
        rows = [self.world.history_row(number) for number in numbers]
        return self.tell(
            request,
            "/status/sessions/history/all",
            wire.container("Metadata", rows, totalSize=size - begin, offset=first),
        )

    async def sessions(self, request: web.Request) -> web.Response:
        self.person(request)
        return self.tell(request, "/status/sessions", wire.container("Metadata", self.world.sessions))

    def tell(self, request: web.Request, template: str, body: dict[str, Any], status: int = 200) -> web.Response:
        if template:
            wire.check_request(self.wrong, template, request)
        return wire.answer(self.wrong, template, request, body, status)

    def _wanted(self, request: web.Request, key: int, person: Person) -> bool:
        told = self.world.title(key, person)
        newest = told | {"episode.addedAt": told.get("newestEpisode", told["addedAt"])}
        return all(newest[name] > int(value) for name, value in _filters(request).items())

    def _row(self, request: web.Request, key: int, person: Person) -> dict[str, Any]:
        """In lists there are no streams, unless they are asked for by name."""
        told = self.world.title(key, person)
        named = request.query.get("includeElements", "")
        if named and self.world.only_named_elements:
            told = {name: value for name, value in told.items() if not isinstance(value, list) or name == "Media"}
        if not self.world.labels_in_lists:
            told.pop("Label", None)
        if request.query.get("excludeElements"):
            gone = request.query["excludeElements"].split(",")
            told = {name: value for name, value in told.items() if name not in gone}
        if (named != "Stream" or not self.world.streams_in_lists) and "Media" in told:
            told["Media"] = [
                entry | {"Part": [_without_streams(part) for part in entry["Part"]]} for entry in told["Media"]
            ]
        return told


def window(request: web.Request, size: int) -> tuple[int, int]:
    """What part of a list is asked for: by the query, else by headers, else all."""
    named = {**request.headers, **request.query}
    start = int(named.get("X-Plex-Container-Start", 0))
    count = int(named.get("X-Plex-Container-Size", size))
    return min(start, size), min(start + count, size)


def _filters(request: web.Request) -> dict[str, str]:
    return {name.removesuffix(">>"): value for name, value in request.query.items() if name.endswith(">>")}


def _label(tag: str) -> int:
    """The number it goes by on this server."""
    return 40_000 + crc32(tag.encode()) % 10_000


def _without_streams(part: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name != "Stream"}

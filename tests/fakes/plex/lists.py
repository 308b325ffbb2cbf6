"""Playlists of people, collections of sections, and queues of players."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import unquote

from aiohttp import web

from tests.fakes.plex import wire
from tests.fakes.plex.pms import IDENTIFIER, MediaServer
from tests.fakes.plex.titles import EPOCH
from tests.fakes.plex.world import MACHINE, OWNER


@dataclass
class Held:
    """A playlist or a collection."""

    key: int
    title: str
    owner: int
    section: str = ""
    summary: str = ""
    smart: bool = False
    content: list[int] = field(default_factory=list)


class Lists:
    """What people and the server put together."""

    def __init__(self, server: MediaServer) -> None:
        self.server = server
        self.held: dict[int, Held] = {}
        self.queues: dict[int, list[int]] = {}
        self.commands: list[tuple[str, str, dict[str, str]]] = []
        """Player, what it was told, and how."""
        self.playing: dict[str, int] = {}
        """Queue by player."""
        self._numbers = count(9_000_000)

    def routes(self) -> Iterator[web.RouteDef]:
        yield web.get("/playlists", self.playlists)
        yield web.post("/playlists", self.new_playlist)
        yield web.put("/playlists/{key}", self.edit)
        yield web.delete("/playlists/{key}", self.drop)
        yield web.get("/playlists/{key}/items", self.content)
        yield web.put("/playlists/{key}/items", self.put_in)
        yield web.delete("/playlists/{key}/items", self.clear)
        yield web.get("/library/sections/{section}/collections", self.collections)
        yield web.post("/library/collections", self.new_collection)
        yield web.get("/library/collections/{key}/items", self.content)
        yield web.put("/library/collections/{key}/items", self.put_in)
        yield web.delete("/library/collections/{key}/items/{item}", self.take_out)
        yield web.delete("/library/collections/{key}", self.drop)
        yield web.put("/library/sections/{section}/all", self.edit_collection)
        yield web.post("/playQueues", self.new_queue)
        yield web.get("/playQueues/{queue}", self.queue)
        yield web.put("/playQueues/{queue}", self.add_to_queue)
        yield web.get("/clients", self.clients)
        yield web.get("/security/token", self.delegation)
        yield web.get("/player/{command:.+}", self.command)

    async def playlists(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        found = [held for held in self.held.values() if held.owner == person.id and not held.section]
        return self._tell(request, "/playlists", [self._written(held, "playlist") for held in found])

    async def new_playlist(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        held = Held(next(self._numbers), request.query["title"], person.id, content=self._named(request, person.id))
        self.held[held.key] = held
        return self._tell(request, "/playlists", [self._written(held, "playlist")])

    async def edit(self, request: web.Request) -> web.Response:
        held = self._own(request)
        held.title = request.query.get("title", held.title)
        held.summary = request.query.get("summary", held.summary)
        return self._nothing(request, "/playlists/{playlistId}", 204)

    async def drop(self, request: web.Request) -> web.Response:
        del self.held[self._own(request).key]
        return self._nothing(request, "/playlists/{playlistId}" if "/playlists" in request.path else "", 204)

    async def content(self, request: web.Request) -> web.Response:
        held = self._own(request)
        person = self.server.world.people[held.owner]
        template = "/library/collections/{collectionId}/items" if held.section else "/playlists/{playlistId}/items"
        return self._tell(request, template, [self.server.world.title(key, person) for key in held.content])

    async def put_in(self, request: web.Request) -> web.Response:
        held = self._own(request)
        added = self._named(request, held.owner)
        held.content += [key for key in added if not held.section or key not in held.content]
        template = "/library/collections/{collectionId}/items" if held.section else "/playlists/{playlistId}/items"
        return self._tell(request, template, [])

    async def clear(self, request: web.Request) -> web.Response:
        self._own(request).content.clear()
        return self._tell(request, "/playlists/{playlistId}/items", [])

    async def take_out(self, request: web.Request) -> web.Response:
        held = self._own(request)
        held.content.remove(int(request.match_info["item"]))
        return self._nothing(request, "", 200)

    async def collections(self, request: web.Request) -> web.Response:
        self.server.person(request)
        found = [held for held in self.held.values() if held.section == request.match_info["section"]]
        template = "/library/sections/{sectionId}/collections"
        return self._tell(request, template, [self._written(held, "collection") for held in found])

    async def new_collection(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        if person.id != OWNER:
            return wire.refuse(403, "Forbidden")
        section = request.query["sectionId"]
        held = Held(
            next(self._numbers), request.query["title"], person.id, section, content=self._named(request, person.id)
        )
        self.held[held.key] = held
        return self._tell(request, "/library/collections", [self._written(held, "collection")])

    async def edit_collection(self, request: web.Request) -> web.Response:
        self.server.person(request)
        held = self.held[int(request.query["id"])]
        held.summary = request.query.get("summary.value", held.summary)
        return self._nothing(request, "", 200)

    async def new_queue(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        number = next(self._numbers)
        self.queues[number] = self._named(request, person.id)
        return self._queue(request, number)

    async def queue(self, request: web.Request) -> web.Response:
        self.server.person(request)
        return self._queue(request, int(request.match_info["queue"]))

    async def add_to_queue(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        number = int(request.match_info["queue"])
        self.queues[number] += self._named(request, person.id)
        return self._queue(request, number)

    async def clients(self, request: web.Request) -> web.Response:
        self.server.person(request)
        return self.server.tell(request, "", wire.container("Server", self.server.world.players))

    async def delegation(self, request: web.Request) -> web.Response:
        person = self.server.person(request)
        return self.server.tell(request, "", wire.container("Nothing", [], token=f"transient-{person.id}"))

    async def command(self, request: web.Request) -> web.Response:
        """Passed on to a player that the server sees."""
        self.server.person(request)
        player = request.headers.get("X-Plex-Target-Client-Identifier", "")
        if player not in {told["machineIdentifier"] for told in self.server.world.players}:
            return wire.refuse(404, "Not Found")
        return self.obey(request, player)

    def obey(self, request: web.Request, player: str) -> web.Response:
        """What a player does when it is told something."""
        command, query = request.match_info["command"], dict(request.query)
        if command == "timeline/poll":
            lines = (
                [{"state": "playing", "type": "video", "playQueueID": self.playing[player]}]
                if player in self.playing
                else []
            )
            return web.Response(text=wire.xml(wire.container("Timeline", lines)), content_type="text/xml")
        self.commands.append((player, command, query))
        if command == "playback/playMedia":
            self.playing[player] = int(query["containerKey"].split("?")[0].rpartition("/")[2])
        return web.Response(text='<?xml version="1.0"?><Response code="200" status="OK"/>', content_type="text/xml")

    def _queue(self, request: web.Request, number: int) -> web.Response:
        owner = self.server.world.people[OWNER]
        rows = [
            self.server.world.title(key, owner) | {"playQueueItemID": at} for at, key in enumerate(self.queues[number])
        ]
        told = wire.container(
            "Metadata",
            rows,
            playQueueID=number,
            playQueueSelectedItemID=0,
            playQueueSelectedItemOffset=0,
            playQueueTotalCount=len(rows),
            playQueueVersion=1,
        )
        return self.server.tell(request, "/playQueues" if request.method == "POST" else "", told)

    def _own(self, request: web.Request) -> Held:
        person = self.server.person(request)
        held = self.held.get(int(request.match_info["key"]))
        if held is None or held.owner != person.id:
            raise web.HTTPNotFound(text="<html><body><h1>404 Not Found</h1></body></html>")
        return held

    def _named(self, request: web.Request, owner: int) -> list[int]:
        """The titles an address of Plex's names; those this person may not see are not among them."""
        uri, person = unquote(request.query["uri"]), self.server.world.people[owner]
        place = "library:///directory/", f"server://{MACHINE}/{IDENTIFIER}", "library://uuid-"
        if not uri.startswith(place):
            raise web.HTTPBadRequest(text="no such place")
        keys = [int(key) for key in uri.rpartition("/metadata/")[2].split(",")]
        return [key for key in keys if self.server.world.may_open(person, self.server.world.there(key))]

    def _written(self, held: Held, kind: str) -> dict[str, Any]:
        told = {
            "ratingKey": str(held.key),
            "key": f"/{'library/collections' if held.section else 'playlists'}/{held.key}/items",
            "type": kind,
            "title": held.title,
            "summary": held.summary,
            "smart": held.smart,
            "addedAt": EPOCH,
        }
        return told | ({"playlistType": "video", "leafCount": len(held.content)} if kind == "playlist" else {})

    def _tell(self, request: web.Request, template: str, rows: list[dict[str, Any]]) -> web.Response:
        return self.server.tell(request, template, wire.container("Metadata", rows))

    def _nothing(self, request: web.Request, template: str, status: int) -> web.Response:
        if template:
            wire.check_request(self.server.wrong, template, request)
        return web.Response(status=status)

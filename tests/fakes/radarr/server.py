"""Radarr's films: looked up, added, downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from aiohttp import web

from tests.fakes.openapi import OpenApi
from tests.fakes.servarr.server import Json, Servarr, refusal

DESCRIPTION = OpenApi("radarr.json")
SHELF = 1_000_000
"""From this TMDB id on, films are made up when they are asked for."""


def film(tmdb: int, title: str, **facts: Any) -> Json:
    """A film as the world knows it, before it is added."""
    return {
        "title": title,
        "originalTitle": title,
        "year": 1999,
        "runtime": 120,
        "tmdbId": tmdb,
        "imdbId": f"tt{tmdb:07}",
        "titleSlug": str(tmdb),
        "status": "released",
        "hasFile": False,
        "monitored": False,
        "isAvailable": True,
        "sizeOnDisk": 0,
        "genres": ["Drama"],
        "images": [{"coverType": "poster", "url": f"/poster/{tmdb}.jpg", "remoteUrl": "https://example.org/p.jpg"}],
        **facts,
    }


class FakeRadarr(Servarr):
    """``world``: what there is to be found; ``films``: what was added, by number; ``shelf`` more are made up."""

    def __init__(self, *, shelf: int = 0, latency: float = 0.0) -> None:
        super().__init__(DESCRIPTION, ("tv", "webdl"), latency=latency)
        self.roots = [{"id": 1, "path": "/movies", "accessible": True, "freeSpace": 10**12, "unmappedFolders": []}]
        self.world: dict[int, Json] = {}
        self.films: dict[int, Json] = {}
        self.shelf = shelf
        self._last = 0

    def knows(self, tmdb: int, title: str, **facts: Any) -> Json:
        """The world gets a film."""
        self.world[tmdb] = film(tmdb, title, **facts)
        return self.world[tmdb]

    def has(self, tmdb: int, title: str, **facts: Any) -> Json:
        """Radarr gets a film; with a file where ``hasFile``."""
        self._last += 1
        told = film(tmdb, title, **{"monitored": True, "qualityProfileId": 6, **facts})
        added = {"id": self._last, "path": f"/movies/{title}", "rootFolderPath": "/movies", **told}
        self.films[self._last] = added
        return added

    def report(self, kind: str, number: int, **facts: Any) -> Json:
        """The body of a webhook about a film that was added; what is not known is left out."""
        told = self.films[number]
        movie = {name: told[name] for name in ("id", "title", "year", "tmdbId", "imdbId") if told.get(name)}
        about = {**movie, "folderPath": told["path"], "tags": []}
        body = {"eventType": kind, "instanceName": "Radarr", "applicationUrl": "", "movie": about}
        if kind in {"Grab", "Download"}:
            body |= {"downloadClient": "qBittorrent", "downloadId": f"HASH{number}"}
        if kind == "Download":
            body |= {"movieFile": {"id": number, "size": 10**9}, "isUpgrade": False}
        return {**body, **facts}

    def routes(self, router: web.UrlDispatcher) -> None:
        super().routes(router)
        router.add_get("/api/v3/movie", self._movies)
        router.add_post("/api/v3/movie", self._add)
        router.add_get("/api/v3/movie/lookup", self._look_up)
        router.add_delete("/api/v3/movie/{id}", self._remove)
        router.add_get("/api/v3/calendar", self._calendar)

    def queued(self, query: Any) -> list[Json]:
        wanted = {int(number) for number in query.getall("movieIds", [])}
        found = [entry for entry in self.queue if not wanted or entry.get("movieId") in wanted]
        if query.get("includeMovie") != "true":
            return found
        return [
            {**entry, "movie": self.films[entry["movieId"]]} if entry.get("movieId") in self.films else entry
            for entry in found
        ]

    async def _movies(self, request: web.Request) -> web.StreamResponse:
        if tmdb := request.query.get("tmdbId"):
            return self.answer(request, [one for one in self.films.values() if one["tmdbId"] == int(tmdb)])
        return await self.stream(request, chain(self.films.values(), self._made_up()))

    def _made_up(self) -> Iterator[Json]:
        for at in range(self.shelf):
            yield {**film(SHELF + at, f"Film {at}", hasFile=at % 2 == 0), "id": SHELF + at, "path": f"/movies/{at}"}

    async def _look_up(self, request: web.Request) -> web.Response:
        kind, _, number = request.query.get("term", "").partition(":")
        found = self.world.get(int(number)) if kind == "tmdb" and number.isdigit() else None
        there = next((one for one in self.films.values() if found and one["tmdbId"] == found["tmdbId"]), None)
        return self.answer(request, [there or found] if found else [])

    async def _add(self, request: web.Request) -> web.Response:
        body = await request.json()
        problems = self.chosen_wrongly(body)
        tmdb = body.get("tmdbId") or 0
        if tmdb <= 0:
            problems.append(refusal("TmdbId", "'Tmdb Id' must not be empty.", "NotEmptyValidator", tmdb))
        elif any(one["tmdbId"] == tmdb for one in self.films.values()):
            problems.append(refusal("TmdbId", "This movie has already been added", "MovieExistsValidator", tmdb))
        elif tmdb not in self.world:
            problems.append(refusal("TmdbId", "A movie with this ID was not found. Path: ", "", tmdb))
        if problems:
            return self.answer(request, problems, 400)
        self._last += 1
        asked = {name: value for name, value in body.items() if name != "addOptions"}
        folder = f"{body['rootFolderPath'].rstrip('/')}/{body['title']} ({body.get('year', 0)})"
        self.films[self._last] = {**self.world[tmdb], **asked, "id": self._last, "path": folder}
        return self.answer(request, self.films[self._last], 201)

    async def _remove(self, request: web.Request) -> web.Response:
        if self.films.pop(int(request.match_info["id"]), None) is None:
            raise web.HTTPNotFound
        return self.answer(request, {})

    async def _calendar(self, request: web.Request) -> web.Response:
        first, last = request.query["start"], request.query["end"]
        fields = ("inCinemas", "digitalRelease", "physicalRelease")
        due = [
            one
            for one in self.films.values()
            if any(first <= one.get(name, "") <= last for name in fields)
            and (one["monitored"] or request.query.get("unmonitored") == "true")
        ]
        return self.answer(request, due)

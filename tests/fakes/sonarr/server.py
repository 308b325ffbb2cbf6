"""Sonarr's series: looked up, added with seasons, extended, downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from aiohttp import web

from tests.fakes.openapi import OpenApi
from tests.fakes.servarr.server import Json, Servarr, refusal

DESCRIPTION = OpenApi("sonarr.json")
SHELF = 1_000_000
"""From this TVDB id on, series are made up when they are asked for."""


def season(number: int, *, monitored: bool = False, files: int = 0, aired: int | None = None, total: int = 0) -> Json:
    """A season of a series that was added. Sonarr counts as aired what it monitors or has."""
    counted = aired if aired is not None else (total if monitored else files)
    share = 100.0 * files / counted if counted else 0.0
    statistics = {
        "episodeFileCount": files,
        "episodeCount": counted,
        "totalEpisodeCount": total,
        "sizeOnDisk": files * 10**9,
        "percentOfEpisodes": share,
    }
    return {"seasonNumber": number, "monitored": monitored, "statistics": statistics}


def series(tvdb: int, title: str, seasons: int = 3, **facts: Any) -> Json:
    """A series as the world knows it: its seasons are told with the specials, without how many episodes they have."""
    return {
        "title": title,
        "year": 2017,
        "runtime": 45,
        "tvdbId": tvdb,
        "tmdbId": tvdb + 1,
        "imdbId": f"tt{tvdb:07}",
        "titleSlug": f"series-{tvdb}",
        "status": "continuing",
        "ended": False,
        "seriesType": "standard",
        "monitored": True,
        "seasonFolder": True,
        "seasons": [{"seasonNumber": number, "monitored": number > 0} for number in range(seasons + 1)],
        "genres": ["Drama"],
        "images": [],
        **facts,
    }


class FakeSonarr(Servarr):
    """``world``: what there is to be found; ``series``: what was added, by number; ``shelf`` more are made up."""

    def __init__(self, *, shelf: int = 0, latency: float = 0.0) -> None:
        super().__init__(DESCRIPTION, ("television", "web"), latency=latency)
        self.roots = [{"id": 1, "path": "/tv", "accessible": True, "freeSpace": 10**12, "unmappedFolders": []}]
        self.world: dict[int, Json] = {}
        self.series: dict[int, Json] = {}
        self.episodes: list[Json] = []
        self.shelf = shelf
        self._last = 0

    def knows(self, tvdb: int, title: str, seasons: int = 3, **facts: Any) -> Json:
        """The world gets a series."""
        self.world[tvdb] = series(tvdb, title, seasons, **facts)
        return self.world[tvdb]

    def has(self, tvdb: int, title: str, seasons: list[Json], **facts: Any) -> Json:
        """Sonarr gets a series with these seasons."""
        self._last += 1
        told = series(tvdb, title, **{"qualityProfileId": 6, **facts})
        added = {"id": self._last, "path": f"/tv/{title}", "rootFolderPath": "/tv", **told, "seasons": seasons}
        self.series[self._last] = added
        return added

    def report(self, kind: str, number: int, seasons: tuple[int, ...] = (1,), **facts: Any) -> Json:
        """The body of a webhook about a series that was added, with an episode of each of the seasons."""
        told = self.series[number]
        fields = ("id", "title", "year", "tvdbId", "tmdbId", "imdbId", "titleSlug")
        about = {**{name: told.get(name, 0) for name in fields}, "path": told["path"], "type": told["seriesType"]}
        body = {"eventType": kind, "instanceName": "Sonarr", "applicationUrl": "", "series": about}
        if kind in {"Grab", "Download"}:
            episodes = [{"id": at, "episodeNumber": 1, "seasonNumber": at, "seriesId": number} for at in seasons]
            body |= {"episodes": episodes, "downloadClient": "SABnzbd", "downloadId": f"nzo_{number}"}
        if kind == "Download":
            body |= {"episodeFile": {"id": number, "size": 10**9}, "isUpgrade": False}
        return {**body, **facts}

    def routes(self, router: web.UrlDispatcher) -> None:
        super().routes(router)
        router.add_get("/api/v3/series", self._listed)
        router.add_post("/api/v3/series", self._add)
        router.add_get("/api/v3/series/lookup", self._look_up)
        router.add_put("/api/v3/series/{id}", self._change)
        router.add_get("/api/v3/calendar", self._calendar)

    def queued(self, query: Any) -> list[Json]:
        wanted = {int(number) for number in query.getall("seriesIds", [])}
        found = [entry for entry in self.queue if not wanted or entry.get("seriesId") in wanted]
        return self._with_series(found) if query.get("includeSeries") == "true" else found

    def _with_series(self, entries: list[Json]) -> list[Json]:
        return [
            {**entry, "series": self.series[entry["seriesId"]]} if entry.get("seriesId") in self.series else entry
            for entry in entries
        ]

    async def _listed(self, request: web.Request) -> web.StreamResponse:
        if tvdb := request.query.get("tvdbId"):
            return self.answer(request, [one for one in self.series.values() if one["tvdbId"] == int(tvdb)])
        return await self.stream(request, chain(self.series.values(), self._made_up()))

    def _made_up(self) -> Iterator[Json]:
        for at in range(self.shelf):
            whole = season(1, monitored=True, files=10, total=10)
            yield {**series(SHELF + at, f"Series {at}"), "id": SHELF + at, "path": f"/tv/{at}", "seasons": [whole]}

    async def _look_up(self, request: web.Request) -> web.Response:
        kind, _, number = request.query.get("term", "").partition(":")
        found = self.world.get(int(number)) if kind == "tvdb" and number.isdigit() else None
        return self.answer(request, [found] if found else [])

    async def _add(self, request: web.Request) -> web.Response:
        body = await request.json()
        problems = self.chosen_wrongly(body)
        tvdb = body.get("tvdbId") or 0
        if tvdb <= 0:
            problems.append(refusal("TvdbId", "'Tvdb Id' must be greater than '0'.", "GreaterThanValidator", tvdb))
        elif any(one["tvdbId"] == tvdb for one in self.series.values()):
            problems.append(refusal("TvdbId", "This series has already been added", "SeriesExistsValidator", tvdb))
        if "languageProfileId" in body:
            self.wrong.append("languages are part of the quality profile since Sonarr 4")
        if problems:
            return self.answer(request, problems, 400)
        self._last += 1
        asked = {name: value for name, value in body.items() if name != "addOptions"}
        self.series[self._last] = {**self.world.get(tvdb, {}), **asked, "id": self._last, "path": f"/tv/{tvdb}"}
        return self.answer(request, self.series[self._last], 201)

    async def _change(self, request: web.Request) -> web.Response:
        number, body = int(request.match_info["id"]), await request.json()
        if number not in self.series:
            raise web.HTTPNotFound
        if not body.get("path") or body.get("qualityProfileId") not in {one["id"] for one in self.profiles}:
            return self.answer(request, [refusal("Path", "Invalid Path", "PathValidator")], 400)
        self.series[number] = body
        return self.answer(request, body, 202)

    async def _calendar(self, request: web.Request) -> web.Response:
        first, last = request.query["start"], request.query["end"]
        due = [one for one in self.episodes if first <= one["airDateUtc"] <= last]
        return self.answer(request, self._with_series(due) if request.query.get("includeSeries") == "true" else due)

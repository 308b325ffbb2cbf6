"""The server: answers what our own TMDB knows, checked against the official description."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.openapi import OpenApi
from tests.fakes.tmdb import titles

KEY = "0123456789abcdef0123456789abcdef"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.fake-read-token"
MOST_PARTS = 20
PAGE = 20
_KINDS = {"movie": ("/3/movie/{movie_id}", False), "tv": ("/3/tv/{series_id}", True)}


class FakeTmdb:
    """``count`` films and as many series, made when they are asked for; ``extra`` and ``missing`` change that."""

    def __init__(self, count: int = 1_000, *, latency: float = 0.0, strict: bool = True) -> None:
        self.count = count
        self.faults = Faults(latency)
        self.requests: list[str] = []
        """Path and query of each, without what proves who asks."""
        self.wrong: list[str] = []
        """What the description has against requests and answers."""
        self.extra: dict[tuple[str, int], dict[str, Any]] = {}
        """Fields of a title that are other than made up, by kind and number."""
        self.missing: set[tuple[str, int]] = set()
        self.talked_of = 1
        """Number from which on titles trend, in order."""
        self.pictures: list[str] = []
        """Names of the posters that were fetched."""
        self.no_pictures: set[str] = set()
        self.odd_pictures: dict[str, bytes] = {}
        self.url = ""
        self._description = OpenApi("tmdb.noexamples.json", nulls=True)
        self._strict = strict
        self._runner: web.AppRunner | None = None

    async def open(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Start to listen."""
        application = web.Application(middlewares=[self.faults.middleware])
        routes = (
            ("/t/p/{size}/{name}", self._picture),
            ("/3/configuration", self._configuration),
            ("/3/collection/{collection_id}", self._collection),
            ("/3/find/{external_id}", self._find),
            ("/3/search/{kind}", self._search),
            ("/3/trending/{kind}/{time_window}", self._trending),
            ("/3/discover/{kind}", self._discover),
            ("/3/{kind}/{number}", self._details),
            ("/3/{kind}/{number}/{part}", self._part),
        )
        for path, handler in routes:
            application.router.add_get(path, handler)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    def title(self, kind: str, number: int) -> dict[str, Any] | None:
        """Details, with what was changed."""
        known = 0 < number <= self.count or (kind, number) in self.extra
        if not known or (kind, number) in self.missing:
            return None
        return (titles.series if _KINDS[kind][1] else titles.film)(number) | self.extra.get((kind, number), {})

    async def _details(self, request: web.Request) -> web.Response:
        kind, number = request.match_info["kind"], request.match_info["number"]
        if kind not in _KINDS or not number.isdigit():
            return _refused(404, 34)
        template, is_series = _KINDS[kind]
        if refused := self._refused(request, template):
            return refused
        told = self.title(kind, int(number))
        if told is None:
            return _refused(404, 34)
        self._check(template, told)
        wanted = [part for part in request.query.get("append_to_response", "").split(",") if part]
        if len(wanted) > MOST_PARTS:
            return _refused(422, 27)
        extra = self.extra.get((kind, int(number)), {})
        for name, part in titles.parts(int(number), is_series=is_series, count=self.count).items():
            if name in wanted:
                told[name] = extra.get(name, part)
                if name not in extra:
                    self._check(f"{template}/{name}", part)
        return web.json_response(told)

    async def _part(self, request: web.Request) -> web.Response:
        kind, number, part = (request.match_info[name] for name in ("kind", "number", "part"))
        template, is_series = _KINDS[kind]
        if refused := self._refused(request, f"{template}/{part}"):
            return refused
        if self.title(kind, int(number)) is None:
            return _refused(404, 34)
        told = titles.parts(int(number), is_series=is_series, count=self.count)[part]
        return self._answer(f"{template}/{part}", {"id": int(number)} | told)

    async def _picture(self, request: web.Request) -> web.Response:
        """The place of the pictures asks nobody who they are, and is told by nobody."""
        if request.headers.get("Authorization") or "api_key" in request.query:
            self.wrong.append("a secret was told to the place of the pictures")
        self.pictures.append(request.match_info["name"])
        if request.match_info["name"] in self.no_pictures:
            return web.Response(status=404)
        body = self.odd_pictures.get(request.match_info["name"], b"\xff\xd8\xff\xe0 a poster")
        return web.Response(body=body, content_type="image/jpeg")

    async def _configuration(self, request: web.Request) -> web.Response:
        images = {
            "base_url": "http://image.tmdb.org/t/p/", "secure_base_url": "https://image.tmdb.org/t/p/",
            "backdrop_sizes": ["w300", "original"], "logo_sizes": ["w45"], "profile_sizes": ["w45"],
            "poster_sizes": ["w92", "w342", "w500", "original"], "still_sizes": ["w92"],
        }  # fmt: skip
        refused = self._refused(request, "/3/configuration")
        return refused or self._answer("/3/configuration", {"images": images, "change_keys": ["title"]})

    async def _collection(self, request: web.Request) -> web.Response:
        template = "/3/collection/{collection_id}"
        told = titles.collection(int(request.match_info["collection_id"]), self.count)
        return self._refused(request, template) or self._answer(template, told)

    async def _find(self, request: web.Request) -> web.Response:
        template, key = "/3/find/{external_id}", request.match_info["external_id"]
        if refused := self._refused(request, template):
            return refused
        digits = int(key.removeprefix("tt")) if key.removeprefix("tt").isdigit() else 0
        film = digits - 1_000_000 if key.startswith("tt") and digits < 8_000_000 else 0
        show = digits - (8_000_000 if key.startswith("tt") else 70_000)
        told = {name: [] for name in ("person_results", "tv_episode_results", "tv_season_results")}
        return self._answer(
            template,
            told | {"movie_results": self._rows("movie", [film]), "tv_results": self._rows("tv", [show])},
        )

    async def _search(self, request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        if refused := self._refused(request, f"/3/search/{kind}"):
            return refused
        words = request.query["query"].casefold()
        year = request.query.get("year") or request.query.get("first_air_date_year")
        name, date = ("name", "first_air_date") if kind == "tv" else ("title", "release_date")
        found = [
            number
            for number in [*range(1, min(self.count, 5_000) + 1), *(key for of, key in self.extra if of == kind)]
            if (told := self.title(kind, number))
            and any(words in title.casefold() for title in (told[name], *titles.translated(number).values()))
            and (not year or told[date].startswith(year))
        ]
        page = self._page(request, kind, found)
        tongue = request.query.get("language", "en-US").partition("-")[0]
        for row in page["results"]:
            row[name] = titles.translated(row["id"]).get(tongue, row[name])
        return self._answer(f"/3/search/{kind}", page)

    async def _trending(self, request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        template = f"/3/trending/{kind}/{{time_window}}"
        refused = self._refused(request, template)
        return refused or self._answer(template, self._page(request, kind, range(self.talked_of, self.count + 1)))

    async def _discover(self, request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        if refused := self._refused(request, f"/3/discover/{kind}"):
            return refused
        field = "first_air_date" if kind == "tv" else "release_date"
        first, last = request.query.get(f"{field}.gte", ""), request.query.get(f"{field}.lte", "9")
        found = [number for number in range(1, min(self.count, 2_000) + 1) if first <= self._day(kind, number) <= last]
        return self._answer(f"/3/discover/{kind}", self._page(request, kind, found))

    def _day(self, kind: str, number: int) -> str:
        told = self.title(kind, number) or {}
        return told.get("first_air_date" if kind == "tv" else "release_date") or ""

    def _rows(self, kind: str, numbers: Iterable[int]) -> list[dict[str, Any]]:
        made = ((number, self.title(kind, number)) for number in numbers)
        known = [(number, told) for number, told in made if told]
        return [
            {name: told.get(name, value) for name, value in titles.row(number, is_series=kind == "tv").items()}
            for number, told in known
        ]

    def _page(self, request: web.Request, kind: str, numbers: Iterable[int]) -> dict[str, Any]:
        page, whole = int(request.query.get("page", "1")), list(numbers)
        rows = self._rows(kind, whole[(page - 1) * PAGE : page * PAGE])
        return {
            "page": page, "results": rows, "total_pages": -(-len(whole) // PAGE), "total_results": len(whole),
        }  # fmt: skip

    def _refused(self, request: web.Request, template: str) -> web.Response | None:
        query = {name: value for name, value in request.query.items() if name != "api_key"}
        self.requests.append(f"{request.path}?{'&'.join(f'{name}={value}' for name, value in query.items())}")
        if request.headers.get("Authorization") != f"Bearer {TOKEN}" and request.query.get("api_key") != KEY:
            return _refused(401, 7)
        if self._strict:
            # Every list takes a page, which the description forgets for some.
            checked = {name: value for name, value in query.items() if name != "page" or "trending" not in template}
            self._note(template, self._description.wrong_in_request("GET", template, checked))
        return None

    def _answer(self, template: str, told: dict[str, Any]) -> web.Response:
        self._check(template, told)
        return web.json_response(told)

    def _check(self, template: str, told: object) -> None:
        if self._strict:
            self._note(template, self._description.wrong_in_response("GET", template, 200, told))

    def _note(self, template: str, problems: list[str]) -> None:
        self.wrong += [f"{template}: {problem}" for problem in problems]


async def start(
    count: int = 1_000, *, latency: float = 0.0, strict: bool = True, host: str = "127.0.0.1", port: int = 0
) -> FakeTmdb:
    """A running one; ``close`` it."""
    fake = FakeTmdb(count, latency=latency, strict=strict)
    await fake.open(host, port)
    return fake


def _refused(status: int, code: int) -> web.Response:
    said = {
        7: "Invalid API key: You must be granted a valid key.",
        34: "The resource you requested could not be found.",
    }
    told = {"success": False, "status_code": code, "status_message": said.get(code, "Invalid parameters.")}
    return web.json_response(told, status=status)

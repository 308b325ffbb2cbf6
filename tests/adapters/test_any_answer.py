"""Whatever a service answers that its description allows, and some that it does not: values, or errors of our own."""

from __future__ import annotations

import asyncio
import dataclasses
import types
import typing
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiolimiter import AsyncLimiter

from adapters.acquisition.radarr import INTEGRATION as RADARR
from adapters.acquisition.seerr import INTEGRATION as SEERR
from adapters.acquisition.sonarr import INTEGRATION as SONARR
from adapters.history.tautulli import INTEGRATION as TAUTULLI
from adapters.http import HttpService
from adapters.library.jellyfin import INTEGRATION as JELLYFIN
from adapters.library.plex import INTEGRATION as PLEX
from adapters.metadata.tmdb import INTEGRATION as TMDB
from bot.integration import Instance, Integration, Opened, Outside
from bot.settings import Settings
from engine.domain.acquisition import Wish
from engine.domain.items import MediaType
from engine.domain.media import ExternalIds
from engine.errors import RecommendarrError
from engine.ports.library import Control
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from tests.fakes.described import MANNERS, Described, Manner

PATIENCE = 10.0
NOW = datetime(2026, 1, 1, tzinfo=UTC)
IDS = ExternalIds(2, "tt0000002", 2)
Call = Callable[[], Any]


def listed(**fields: str) -> dict[str, Any]:
    return {"type": "array", "items": made(**fields)}


def made(**fields: Any) -> dict[str, Any]:
    told = {name: kind if isinstance(kind, dict) else {"type": kind} for name, kind in fields.items()}
    return {"type": "object", "properties": told}


def answers(schema: dict[str, Any]) -> dict[str, Any]:
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}


_TEXTS = ("media_type", "title", "full_title", "grandparent_title", "guid", "machine_id", "player", "percent_complete")
_NUMBERS = ("user_id", "date", "started", "stopped", "rating_key", "grandparent_rating_key", "year", "media_index")
ROW = dict.fromkeys(_TEXTS, "string") | dict.fromkeys(_NUMBERS, "integer")
HISTORY = made(data=listed(**ROW), recordsFiltered="integer", draw="integer")
TV = {
    "/api/v2/user": {"get": answers(made(id="integer", title="string"))},
    "/api/v2/pins": {"post": answers(made(id="integer", code="string"))},
    "/api/v2/pins/{id}": {"get": answers(made(id="integer", code="string", authToken="string"))},
    "/clients": {"get": answers(made(MediaContainer=made(Server=listed(name="string", machineIdentifier="string"))))},
}
DESCRIBED = {
    "jellyfin": (JELLYFIN, Described("jellyfin.json")),
    "plex": (PLEX, Described("plex.json", paths=TV)),
    "radarr": (RADARR, Described("radarr.json")),
    "seerr": (SEERR, Described("seerr.json", "/api/v1")),
    "sonarr": (SONARR, Described("sonarr.json")),
    "tautulli": (TAUTULLI, Described("", paths={"/api/v2": {"get": answers(made(response=made(data=HISTORY)))}})),
    "tmdb": (TMDB, Described("tmdb.noexamples.json")),
}
STANDING: dict[str, Any] = {
    # What has to be well for the rest to be asked at all.
    "/": {"MediaContainer": {"machineIdentifier": "m", "friendlyName": "x", "version": "1"}},
    "/api/v2/resources": [{"clientIdentifier": "m", "provides": "server,player", "accessToken": "t"}],
}


def calls(opened: Opened) -> Iterator[Call]:
    """Everything that is read, and what is done after reading."""
    readers = {"server": _of_server, "sign_in": _of_sign_in, "history": _of_history, "metadata": _of_metadata}
    for port, reader in (readers | {"requests": _of_requests}).items():
        if (one := getattr(opened, port)) is not None:
            yield from reader(one)


def _of_server(server: Any) -> Iterator[Call]:
    yield from (server.identity, server.sections, server.accounts, server.now_playing, server.history)
    for key in ("2", "text"):
        yield from (lambda key=key: server.items(key), lambda key=key: server.changed(key, NOW))
        yield lambda key=key: server.item(key)
    for token in ("", "token"):
        yield from (lambda token=token: server.watched("2", token), lambda token=token: server.players(token))
    yield lambda: server.play("text", ["2"], token="token")
    yield lambda: server.play("text", ["2"], token="token", queue=True)
    yield lambda: server.control("text", Control.PAUSE, token="token")
    yield lambda: server.save("token", "movie", IDS)
    for keys in ([], ["1", "2"]):
        yield lambda keys=keys: server.put_playlist("token", "text", keys, "")
        yield lambda keys=keys: server.put_collection("2", "text", keys, "")


def _of_sign_in(sign_in: Any) -> Iterator[Call]:
    yield from (sign_in.begin, lambda: sign_in.finish("2:text"), lambda: sign_in.revoke("token"))


def _of_history(history: Any) -> Iterator[Call]:
    yield from (lambda: history.since(None), lambda: history.since(NOW))


def _of_metadata(metadata: Any) -> Iterator[Call]:
    for kind in (MediaType.MOVIE, MediaType.TV):
        yield lambda kind=kind: metadata.details(kind, 2, languages=["de"])
        yield from (
            lambda kind=kind: metadata.trending(kind),
            lambda kind=kind: metadata.upcoming(kind, region="DE"),
        )
        yield from (lambda kind=kind: metadata.similar(kind, 2), lambda kind=kind: metadata.recommended(kind, 2))
    yield from (lambda: metadata.find(IDS), lambda: metadata.search("Heat", year=1995))


def _of_requests(requests: Any) -> Iterator[Call]:
    yield from (requests.known, requests.pending, requests.downloads)
    yield lambda: requests.coming(date(2024, 1, 1), date(2024, 12, 31))
    for kind in (MediaType.MOVIE, MediaType.TV):
        wish = Wish(kind, IDS, "Heat", seasons=(2,), for_account="2")
        yield from (lambda wish=wish: requests.request(wish), lambda wish=wish: requests.size_estimate(wish))
        yield from (lambda kind=kind: requests.find(kind, IDS), lambda kind=kind: requests.quota("2", kind))
    for key in ("2", "2/2"):
        yield from (lambda key=key: requests.state(key), lambda key=key: requests.decide(key, approve=True))


@pytest.fixture
async def answering() -> AsyncIterator[Callable[[str, Manner], Any]]:
    """A vendor's client, connected to a server that answers in that manner."""
    running: list[Any] = []

    async def connect(vendor: str, manner: Manner) -> Opened:
        integration, described = DESCRIBED[vendor]

        async def answer(request: web.Request) -> web.Response:
            if vendor == "plex" and request.path in STANDING:
                return web.json_response(STANDING[request.path])
            path = "/library/sections/all" if request.path == "/library/sections" else request.path
            body = described.answer(request.method, path, manner)
            if vendor == "tautulli":
                body = (body or b"").replace(b'{"response": {', b'{"response": {"result": "success", ', 1)
            return web.Response(body=b"{}" if body is None else body, content_type="application/json")

        application = web.Application()
        application.router.add_route("*", "/{path:.*}", answer)
        running.append(server := TestServer(application))
        await server.start_server()
        opened = await _opened(integration, vendor, str(server.make_url("")).rstrip("/"))
        running.append(opened)
        return opened

    yield connect
    for one in reversed(running):
        await one.close()


async def _opened(integration: Integration, vendor: str, url: str) -> Opened:
    options = {"tv_url": url, "discover_url": url, "metadata_url": url} if vendor == "plex" else {}
    outside = Outside(SteppedClock(), MemoryStorage(), Settings(_env_file=None))
    return await integration.open(Instance(vendor, url, "k" * 32, options), outside)


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Repetitions follow at once, and nothing is left alone for having failed: that is tested elsewhere."""
    first = HttpService.__init__

    def quick(self: HttpService, *told: Any, **more: Any) -> None:
        first(self, *told, **more)
        self.back_off, self._limiter = 0.0, AsyncLimiter(100_000, 1)

    monkeypatch.setattr(HttpService, "__init__", quick)
    monkeypatch.setattr("adapters.http.breaker.FAILURES", 10**9)


@pytest.mark.untraced
@pytest.mark.parametrize("manner", MANNERS, ids=lambda manner: manner.name)
@pytest.mark.parametrize("vendor", DESCRIBED)
async def test_whatever_is_answered_is_read_or_is_an_error_of_our_own(answering, vendor: str, manner: Manner):
    if not DESCRIBED[vendor][1].present:
        pytest.skip("the official descriptions are not at hand")
    opened, read = await answering(vendor, manner), 0
    for call in calls(opened):
        try:
            async with asyncio.timeout(PATIENCE):
                found = await _all(call())
        except RecommendarrError:
            continue
        assert list(_wrong(found, "")) == []
        read += 1
    assert read or manner is not MANNERS[0]


async def _all(told: Any) -> Any:
    return [row async for page in told for row in page] if hasattr(told, "__aiter__") else await told


def _wrong(value: Any, where: str) -> Iterator[str]:
    """What in our values is not of the type it should be, or could not be kept."""
    if isinstance(value, list | tuple | frozenset):
        for part in value:
            yield from _wrong(part, f"{where}[]")
    elif dataclasses.is_dataclass(value):
        hints = typing.get_type_hints(type(value))
        for field in dataclasses.fields(value):
            part, place = getattr(value, field.name), f"{where}.{field.name}"
            if not _fits(part, hints[field.name]):
                yield f"{place} is {part!r}"
            yield from _wrong(part, place)
    elif not _can_be_kept(value):
        yield f"{where} is {str(value)[:20]!r}"


def _can_be_kept(value: Any) -> bool:
    """By a database and by every service: texts without what they refuse, finite numbers, moments with a zone."""
    if isinstance(value, str):
        return "\0" not in value and value == value.encode(errors="ignore").decode()
    if isinstance(value, datetime):
        return value.tzinfo is not None
    return not isinstance(value, float) or abs(value) < float("inf")


def _fits(value: Any, kind: Any) -> bool:
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return any(_fits(value, part) for part in typing.get_args(kind))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    plain = origin or kind
    return isinstance(value, tuple | list if plain is Sequence else plain) if isinstance(plain, type) else True

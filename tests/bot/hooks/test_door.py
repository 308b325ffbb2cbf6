"""Reports of other services: nothing is read before they prove who they are, nothing is lost once it is taken."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest

from bot.hooks.door import LARGEST_BODY, SECRET_HEADER
from bot.integration import Instance
from bot.media.telling import hook_lines
from engine.domain.media_records import Report
from engine.errors import SourceUnavailable
from engine.testing.memory import MemoryStorage
from tests.bot.media.stage import ALICE, NOW, SECRET, Running, Stage, begun
from tests.conversations.household import TRANSLATIONS
from tests.fakes.tautulli.server import filled

BODY = filled("test", {})


async def reports(stage: Stage) -> list[Report]:
    async with stage.storage.unit() as unit:
        return [*await unit.reports.waiting(NOW), *await unit.reports.dead()]


async def raw(running: Running, head: str, body: bytes = b"") -> str:
    """The first line of the answer; whatever is said, not more is sent than this."""
    host, port = running.server.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
    await writer.drain()
    async with asyncio.timeout(5):
        line = (await reader.readline()).decode()
    writer.transport.abort()
    return line


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("tautulli", {SECRET_HEADER: SECRET}),
        ("tautulli", {"Authorization": f"Bearer {SECRET}"}),
        ("tautulli", {"Authorization": f"Basic {b64encode(f'any:{SECRET}'.encode()).decode()}"}),
        ("tautulli", {"Authorization": SECRET}),
        (f"tautulli/{SECRET}", {}),
    ],
)
async def test_a_secret_may_be_told_in_any_of_the_ways_that_services_know(
    stage: Stage, path: str, headers: dict[str, str]
) -> None:
    async with stage.running() as running:
        assert await running.post(path, BODY, **headers) == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("tautulli", {}),
        ("tautulli", {SECRET_HEADER: SECRET[:-1]}),
        ("tautulli", {SECRET_HEADER: ""}),
        ("tautulli", {"Authorization": "Basic !!!"}),
        ("tautulli", {"Authorization": f"Bearer {SECRET}x"}),
        ("tautulli/ünï", {}),
        (f"tautulli/{SECRET}/more", {}),
        ("tmdb", {SECRET_HEADER: SECRET}),
        ("nobody", {SECRET_HEADER: SECRET}),
        ("", {SECRET_HEADER: SECRET}),
    ],
)
async def test_who_does_not_prove_to_be_one_of_them_is_refused(
    stage: Stage, path: str, headers: dict[str, str]
) -> None:
    async with stage.running() as running:
        assert await running.post(path, BODY, **headers) in {401, 404}
        assert await reports(stage) == []


async def test_without_a_secret_of_its_owners_there_is_no_door(stage: Stage) -> None:
    vendor, instance = stage.configured[1]
    stage.configured[1] = (vendor, replace(instance, hook_secret=""))
    async with stage.running() as running:
        assert await running.post("tautulli", BODY, **{SECRET_HEADER: ""}) == 404


async def test_nothing_is_read_of_whoever_is_refused_nor_much_nor_for_long_of_anybody(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.hooks.door.PATIENCE", 0.2)
    head = f"POST /hooks/tautulli HTTP/1.1\nHost: x\n{SECRET_HEADER}: {SECRET}\n"
    chunk = b"%x\r\n" % 2**20 + b"x" * 2**20 + b"\r\n"
    async with stage.running() as running:
        assert " 401 " in await raw(running, "POST /hooks/tautulli HTTP/1.1\nHost: x\nContent-Length: 1000000")
        assert " 413 " in await raw(running, f"{head}Content-Length: {LARGEST_BODY + 1}")
        assert " 413 " in await raw(running, f"{head}Transfer-Encoding: chunked", chunk * 3)
        assert " 408 " in await raw(running, f"{head}Content-Length: 10", b"x")
        assert await reports(stage) == []


async def test_the_same_report_is_kept_once(stage: Stage) -> None:
    async with stage.running() as running:
        row = begun(5, at=NOW)
        body = filled("stop", {"media_type": "movie", "user_id": ALICE, "rating_key": 5, "started": row["started"]})
        answers = await asyncio.gather(*(running.post("tautulli", body, **{SECRET_HEADER: SECRET}) for _ in range(20)))
        assert answers == [200] * 20
        await running.worked_in()
        assert await running.post("tautulli", body, **{SECRET_HEADER: SECRET}) == 200
        assert await reports(stage) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe" * 50,
        b"[" * 5_000,
        b"{}",
        b'{"event": null}',
        b'{"event": "stop", "media_type": "movie", "user_id": "' + b"9" * 400 + b'"}',
        json.dumps({"event": "media.scrobble", "Metadata": [], "Account": {"id": {}}}).encode(),
        b'--x\r\nContent-Disposition: form-data; name="payload"\r\n\r\n{"event": 7}\r\n--x--',
        '{"event": "\ud800"}'.encode(errors="surrogatepass"),
    ],
)
async def test_hostile_bodies_are_put_aside_and_the_next_is_worked_in(stage: Stage, body: bytes) -> None:
    async with stage.running() as running:
        for name in ("tautulli", "plex"):
            assert await running.post(name, body, **{SECRET_HEADER: SECRET}) == 200
        assert await running.post("tautulli", BODY, **{SECRET_HEADER: SECRET}) == 200
        await running.worked_in()
        assert all(one.dead and one.trouble == "hook-unreadable" for one in await reports(stage))
        async with stage.storage.unit() as unit:
            assert await unit.values.get("hook.tried.tautulli")


async def test_what_cannot_be_kept_is_not_acknowledged(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.running() as running:

        def broken(_: MemoryStorage) -> Any:
            raise SourceUnavailable("database-busy")

        with monkeypatch.context() as patched:
            patched.setattr(MemoryStorage, "unit", broken)
            assert await running.post("tautulli", BODY, **{SECRET_HEADER: SECRET}) == 503
        assert await running.post("tautulli", BODY, **{SECRET_HEADER: SECRET}) == 200


async def test_a_name_that_a_report_gives_itself_may_be_anything(stage: Stage) -> None:
    body = b"no JSON"
    stage.configured.append(("jellyfin", Instance("jellyfin", stage.tmdb.url, "key", {}, hook_secret=SECRET)))
    async with stage.running() as running:
        headers = {SECRET_HEADER: SECRET, "traceparent": "x" * 5_000, "Request-Id": "é" * 500}
        assert await running.post("jellyfin", body, **headers) == 200
        await running.worked_in()
        (kept,) = await reports(stage)
        assert len(kept.key) <= 200
        assert SECRET not in str(kept)


@pytest.mark.parametrize("body", [b"", b'{"NotificationType":"GenericUpdateNotification"}', b'{"event":"","at":""}'])
async def test_a_try_of_jellyfins_hook_is_a_report_that_came_in(stage: Stage, body: bytes) -> None:
    stage.configured.append(("jellyfin", Instance("jellyfin", stage.tmdb.url, "key", {}, hook_secret=SECRET)))
    async with stage.running() as running:
        assert await running.post("jellyfin", body, **{SECRET_HEADER: SECRET}) == 200
        await running.worked_in()
        assert await reports(stage) == []
        async with stage.storage.unit() as unit:
            lines = [line async for line in hook_lines(TRANSLATIONS.to("en"), unit, running.stack)]
        assert f"Jellyfin: reports come in, the last at {NOW:%Y-%m-%d %H:%M} (UTC)" in lines


async def test_status_tells_whose_reports_come_in(stage: Stage) -> None:
    async def told(running: Running) -> list[str]:
        async with stage.storage.unit() as unit:
            return [line async for line in hook_lines(TRANSLATIONS.to("en"), unit, running.stack)]

    async with stage.running() as running:
        assert all("no report has come in yet" in line for line in await told(running))
        assert await running.post("tautulli", BODY, **{SECRET_HEADER: SECRET}) == 200
        await running.worked_in()
        plex, tautulli = await told(running)
        assert plex.startswith("Plex: no report")
        assert tautulli == f"Tautulli: reports come in, the last at {NOW:%Y-%m-%d %H:%M} (UTC)"
    async with stage.running() as running:  # that it was tried outlives a restart
        assert "the last at" in (await told(running))[1]

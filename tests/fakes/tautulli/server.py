"""The server: one address, commands by name, errors with HTTP 400."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.faults import Faults
from tests.fakes.tautulli.rows import FIRST, STEP, Row, row

KEY = "f" * 32
TEMPLATE = Path(__file__).parents[3] / "docs" / "hooks" / "tautulli-webhook-body.json"
_ALWAYS = {"apikey", "cmd", "out_type", "callback", "debug"}
_HISTORY = {
    "grouping", "include_activity", "user", "user_id", "rating_key", "parent_rating_key", "grandparent_rating_key",
    "start_date", "before", "after", "section_id", "media_type", "transcode_decision", "guid", "order_column",
    "order_dir", "start", "length", "search",
}  # fmt: skip
_COLUMNS = {
    "date", "friendly_name", "ip_address", "platform", "player", "full_title", "started", "paused_counter", "stopped",
    "duration",
}  # fmt: skip


class FakeTautulli:
    """``count`` playbacks, made when they are asked for; ``extra`` come after them, ``playing`` are not over."""

    def __init__(self, count: int = 100, *, people: int = 5, titles: int = 60, latency: float = 0.0) -> None:
        self.count = count
        self.faults = Faults(latency)
        self.make: Callable[[int], Row] = lambda number: row(number, people, titles)
        """The row of a number; another function tells of another server's people and titles."""
        self.extra: list[Row] = []
        self.playing: list[Row] = []
        self.requests: list[dict[str, str]] = []
        self.wrong: list[str] = []
        """Parameters that the description does not know."""
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def open(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Start to listen."""
        application = web.Application(middlewares=[self.faults.middleware])
        application.router.add_get("/api/v2", self._answer)
        application.router.add_post("/api/v2", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def notify(self, url: str, event: str, values: Mapping[str, object], secret: str = "") -> int:
        """Send a webhook as Tautulli does: the template of the docs, filled in; every value becomes a text."""
        headers = {"Content-Type": "application/json"} | ({"X-Recommendarr-Secret": secret} if secret else {})
        body = filled(event, values)
        async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
            return response.status

    async def _answer(self, request: web.Request) -> web.Response:
        given = dict(request.query) | {name: str(value) for name, value in (await request.post()).items()}
        self.requests.append({name: value for name, value in given.items() if name != "apikey"})
        command = given.get("cmd", "")
        if given.get("apikey") != KEY:
            said = "Invalid apikey" if "apikey" in given else "Parameter apikey is required"
            return _told("error", said, {}, status=400)
        if command == "get_history":
            self.wrong += [f"{command}: {name}" for name in given if name not in _ALWAYS | _HISTORY]
            return _told("success", None, self._history(given))
        if command == "server_status":
            return _told("success", None, {"connected": True})
        said = f"Unknown command: {command}. Possible commands are: get_history, server_status"
        return _told("error", said, {}, status=400)

    def _history(self, given: Mapping[str, str]) -> dict[str, Any]:
        if given.get("order_column", "date") not in _COLUMNS:
            self.wrong.append(f"order_column {given['order_column']}")
        first = self._first(given.get("after", ""))
        later = [entry for entry in self.extra if entry["started"] >= _day(given.get("after", ""))]
        if given.get("include_activity") == "1":
            later = [*later, *self.playing]
        size = max(0, self.count - first) + len(later)
        start, length = int(given.get("start", "0")), int(given.get("length", "25"))
        places = range(start, min(start + length, size))
        if given.get("order_dir", "desc") != "asc":
            places = range(size - 1 - start, max(size - 1 - start - length, -1), -1)
        made = self.count - first
        rows = [self.make(first + place) if place < made else later[place - max(0, made)] for place in places]
        return {
            "draw": 1, "recordsTotal": self.count + len(self.extra), "recordsFiltered": size,
            "filter_duration": "1 hr", "total_duration": "1 day", "data": rows,
        }  # fmt: skip

    def _first(self, after: str) -> int:
        """Number of the first playback that began on that day or later."""
        since = _day(after) - int(FIRST.timestamp())
        return min(self.count, max(0, -(-since // STEP)))


async def start(
    count: int = 100,
    *,
    people: int = 5,
    titles: int = 60,
    latency: float = 0.0,
    host: str = "127.0.0.1",
    port: int = 0,
) -> FakeTautulli:
    """A running one; ``close`` it."""
    fake = FakeTautulli(count, people=people, titles=titles, latency=latency)
    await fake.open(host, port)
    return fake


def filled(event: str, values: Mapping[str, object]) -> bytes:
    """The template with its places filled; what is not given is empty."""
    template = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    told = {name: str(values.get(name, "")) for name in template}
    return json.dumps(told | {"event": event}).encode()


def _day(text: str) -> int:
    if not text:
        return 0
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def _told(result: str, message: str | None, data: object, *, status: int = 200) -> web.Response:
    return web.json_response({"response": {"result": result, "message": message, "data": data}}, status=status)

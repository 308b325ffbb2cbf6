"""The other end of the template's wire: a small chat platform with rooms, buttons, receipts and moods."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from tests.contracts.driver import Seen

Place = tuple[str, str]


@dataclass(slots=True)
class Platform:
    """What the platform keeps while bots come and go."""

    messages: dict[str, Seen] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Room to message ids."""
    tokens: dict[str, dict[str, str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    """Idempotency key to message id."""
    unconfirmed: dict[str, dict[str, Any]] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    refusals: list[float] = field(default_factory=list)
    waiting: dict[str, list[asyncio.Future[None]]] = field(default_factory=lambda: defaultdict(list))
    written: int = 0
    """Messages written, not counting edits."""


class TemplateDriver:
    """Fulfils ``Driver``."""

    name = "_template"
    able = frozenset({"again", "block", "buttons", "delete", "edit", "limit", "many", "private", "rooms"})

    def __init__(self) -> None:
        self.platform = Platform()
        self.environment: Mapping[str, str] = {}
        self._updates, self._ids = count(1), count(1)
        self._last: dict[str, Any] = {}
        self._bots: set[asyncio.StreamWriter] = set()
        self._connected = asyncio.Event()

    async def ready(self, page_url: str) -> None:
        await asyncio.wait_for(self._connected.wait(), 20)

    def account(self, who: str) -> str:
        return who

    async def say(self, text: str, *, who: str = "anna", room: str = "") -> None:
        await self.send({"from": who, "room": room, "text": text})

    async def press(self, label: str, *, on: Seen, who: str = "anna", room: str = "") -> None:
        token = self.platform.tokens[on.id][label]
        await self.send({"from": who, "room": room, "press": token, "under": on.id})

    def read(self, *, who: str = "anna", room: str = "") -> list[Seen]:
        platform = self.platform
        return [platform.messages[one] for one in platform.order[room or who] if one in platform.messages]

    async def changed(self, *, who: str = "anna", room: str = "") -> None:
        change = asyncio.get_running_loop().create_future()
        self.platform.waiting[room or who].append(change)
        await change

    async def again(self) -> None:
        await self._write(self._last)

    async def limit(self, retry_after: float, times: int = 1) -> None:
        self.platform.refusals += [retry_after] * times

    async def block(self, who: str) -> None:
        self.platform.blocked.add(who)

    async def unblock(self, who: str) -> None:
        self.platform.blocked.discard(who)

    async def delete(self, seen: Seen, *, who: str = "anna", room: str = "") -> None:
        del self.platform.messages[seen.id]
        self._tell(room or who)

    async def send(self, update: dict[str, Any]) -> str:
        """One update, kept until the bot says that it has it. Gives back its id."""
        self._last = {"id": f"u{next(self._updates)}", **update}
        self.platform.unconfirmed[self._last["id"]] = self._last
        await self._write(self._last)
        return self._last["id"]

    async def raw(self, line: str) -> None:
        """Anything at all."""
        for bot in self._bots:
            bot.write(line.encode() + b"\n")
            await bot.drain()

    async def hang_up(self) -> None:
        """Every connection breaks."""
        self._connected.clear()
        for bot in tuple(self._bots):
            bot.transport.abort()
            self._bots.discard(bot)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a bot's."""
        self._bots.add(writer)
        self._connected.set()
        try:
            for update in list(self.platform.unconfirmed.values()):
                await self._write(update)
            while line := await reader.readline():
                self._take(json.loads(line), writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            self._bots.discard(writer)
            writer.close()

    async def _write(self, update: dict[str, Any]) -> None:
        await self.raw(json.dumps(update, ensure_ascii=False))

    def _take(self, message: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        if update := message.get("received"):
            self.platform.unconfirmed.pop(update, None)
            return
        receipt = self._refused(message) or {"took": message["key"], "id": self._written(message)}
        writer.write(json.dumps(receipt).encode() + b"\n")

    def _refused(self, message: dict[str, Any]) -> dict[str, Any] | None:
        platform, edited = self.platform, message.get("edits")
        if message["key"] in platform.keys:
            return None
        if platform.refusals:
            return {"refused": message["key"], "because": "slow down", "wait": platform.refusals.pop(0)}
        if message["room"] in platform.blocked:
            return {"refused": message["key"], "because": "blocked"}
        if edited and edited not in platform.messages:
            return {"refused": message["key"], "because": "no such message"}
        return None

    def _written(self, message: dict[str, Any]) -> str:
        platform, room, key = self.platform, message["room"], message["key"]
        if key in platform.keys:
            return platform.keys[key]
        edited = message.get("edits")
        identity = platform.keys[key] = edited or f"m{next(self._ids)}"
        buttons = message.get("buttons", [])
        text = "\n".join(filter(None, (message["text"], message.get("picture", ""))))
        links = "\n".join(button["url"] for button in buttons if "url" in button)
        labels = tuple(button["label"] for button in buttons)
        seen = Seen(identity, f"{text}\n{links}".strip(), labels)
        platform.messages[identity] = seen if not edited else replace(seen, id=identity)
        platform.tokens[identity] = {button["label"]: button.get("token", "") for button in buttons}
        if not edited:
            platform.order[room].append(identity)
            platform.written += 1
        self._tell(room)
        return identity

    def _tell(self, room: str) -> None:
        for change in self.platform.waiting.pop(room, []):
            if not change.done():
                change.set_result(None)


@asynccontextmanager
async def open_driver() -> AsyncGenerator[TemplateDriver]:
    """The platform on a free port of this machine."""
    driver = TemplateDriver()
    server = await asyncio.start_server(driver.serve, "127.0.0.1", 0, limit=1 << 20)
    port = str(server.sockets[0].getsockname()[1])
    driver.environment = {"RECOMMENDARR_TEMPLATE_HOST": "127.0.0.1", "RECOMMENDARR_TEMPLATE_PORT": port}
    try:
        yield driver
    finally:
        await driver.hang_up()
        server.close()
        await server.wait_closed()

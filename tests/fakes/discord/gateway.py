"""The gateway: hello, heartbeats, identify, resume, and events that wait for who was away."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.payloads import guild
from tests.fakes.discord.world import APPLICATION, GUILD, World, snowflake

GUILDS = 1
_PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15


@dataclass
class Session:
    """Its events are kept, so that they can be heard after a resume."""

    id: str
    events: list[dict[str, Any]] = field(default_factory=list)
    line: Line | None = None
    intents: int = 0

    @property
    def sequence(self) -> int:
        return len(self.events)


class Line:
    """One websocket; with a compression that spans all its messages where that was asked for."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self.socket = socket
        self.mute = False
        self._zlib = zlib.compressobj() if compressed else None

    async def send(self, payload: dict[str, Any]) -> None:
        if self.socket.closed:
            return
        text = json.dumps(payload)
        try:
            if self._zlib is None:
                await self.socket.send_str(text)
            else:
                whole = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(whole)
        except (ConnectionError, RuntimeError):
            return  # cut meanwhile: what was an event waits in the session


class Gateway:
    """Serves sessions. What it can be asked to do wrong: see the methods."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.interval = 0.2
        """Seconds between heartbeats."""
        self.sessions: dict[str, Session] = {}
        self.current: Session | None = None
        self.lines: set[Line] = set()
        self.identified = self.resumed = self.beats = 0
        self.refuse = 0
        """HTTP status for who connects, instead of a websocket."""
        self.wrong: list[str] = []
        self.last: tuple[str, dict[str, Any]] | None = None
        self.compression: str | None = None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self.refuse:
            return web.Response(status=self.refuse)
        if request.query.get("v") != "10" or request.query.get("encoding") != "json":
            self.wrong.append(f"gateway asked for with {dict(request.query)}")
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.compression = request.query.get("compress")
        line = Line(socket, compressed=self.compression == "zlib-stream")
        self.lines.add(line)
        try:
            await line.send({"op": 10, "d": {"heartbeat_interval": round(self.interval * 1000)}, "s": None, "t": None})
            async for message in socket:
                if message.type is WSMsgType.TEXT and not line.mute:
                    await self._heard(line, json.loads(message.data))
        finally:
            self.lines.discard(line)
            if self.current and self.current.line is line:
                self.current.line = None
        return socket

    async def dispatch(self, event: str, data: dict[str, Any]) -> None:
        """To whoever is connected; it waits for a resume where nobody is."""
        self.last = (event, data)
        session = self.current
        if session is None:
            return
        session.events.append({"op": 0, "t": event, "s": session.sequence + 1, "d": data})
        if session.line and not session.line.mute:
            await session.line.send(session.events[-1])

    async def reconnect(self) -> None:
        """Op 7: come back elsewhere."""
        await self._tell({"op": 7, "d": None, "s": None, "t": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9."""
        if not resumable and self.current:
            self.sessions.pop(self.current.id, None)
        await self._tell({"op": 9, "d": resumable, "s": None, "t": None})
        if not resumable:
            self.current = None

    async def close(self, code: int) -> None:
        """Every connection, with a close code."""
        for line in list(self.lines):
            await line.socket.close(code=code)

    def mute(self) -> None:
        """The connections of this moment take everything and say nothing more, as if they had died without a word."""
        for line in self.lines:
            line.mute = True

    async def cut(self) -> None:
        """The cable is pulled."""
        for line in list(self.lines):
            transport = line.socket._req.transport if line.socket._req else None  # type: ignore[union-attr]
            if transport:
                transport.abort()

    async def _tell(self, payload: dict[str, Any]) -> None:
        for line in list(self.lines):
            await line.send(payload)

    async def _heard(self, line: Line, told: dict[str, Any]) -> None:
        if told["op"] == 1:
            self.beats += 1
            await line.send({"op": 11, "d": None, "s": None, "t": None})
        elif told["op"] == 2:
            await self._identify(line, told["d"])
        elif told["op"] == 6:
            await self._resume(line, told["d"])
        else:
            self.wrong.append(f"gateway op {told['op']}")

    async def _identify(self, line: Line, told: dict[str, Any]) -> None:
        self.identified += 1
        if told["token"] != self.world.token:
            await line.socket.close(code=4004, message=b"Authentication failed.")
            return
        if told["intents"] & _PRIVILEGED:
            await line.socket.close(code=4014, message=b"Disallowed intent(s).")
            return
        self.current = session = Session(f"session-{snowflake()}", line=line, intents=told["intents"])
        self.sessions[session.id] = session
        await self.dispatch(
            "READY",
            {
                "v": 10,
                "user": self.world.bot.json() | {"bot": True, "verified": True, "mfa_enabled": True, "email": None},
                "guilds": [{"id": str(GUILD), "unavailable": True}],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "session_type": "normal",
                "private_channels": [],
                "shard": [0, 1],
                "application": {"id": str(APPLICATION), "flags": 0},
            },
        )
        await self.world.changed()
        if session.intents & GUILDS:
            await self.dispatch("GUILD_CREATE", guild(self.world))

    async def _resume(self, line: Line, told: dict[str, Any]) -> None:
        session = self.sessions.get(told["session_id"])
        if told["token"] != self.world.token:
            await line.socket.close(code=4004, message=b"Authentication failed.")
            return
        if session is None or told["seq"] is None or told["seq"] > session.sequence:
            await line.send({"op": 9, "d": False, "s": None, "t": None})
            return
        self.resumed += 1
        self.current = session
        session.line = line
        for event in session.events[told["seq"] :]:
            await line.send(event)
        await self.dispatch("RESUMED", {"_trace": []})

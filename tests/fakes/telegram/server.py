"""The server: requests in, answers out, updates by polling or webhook, and people who write."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.telegram import description, serving, writing
from tests.fakes.telegram.faults import WRITES, Fault, Faults, methods
from tests.fakes.telegram.limits import Pace
from tests.fakes.telegram.people import People
from tests.fakes.telegram.refusal import Refusal, bad, migrated
from tests.fakes.telegram.wire import parameters
from tests.fakes.telegram.world import Group, Message, Person, Photo

METHODS = {**writing.METHODS, **serving.METHODS}
TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


class FakeTelegram(People):
    """Telegram with one bot. ``wrong`` lists all that broke the official description, on either side."""

    def __init__(self, token: str = TOKEN, *, username: str = "recommendarr_bot") -> None:
        self.token = token
        self.bot = Person(int(token.partition(":")[0]), "Recommendarr", username, "", bot=True)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.messages: dict[tuple[int, int], Message] = {}
        self.order: defaultdict[int, list[Message]] = defaultdict(list)
        self.pictures: dict[str, Photo] = {}
        self.internet: dict[str, bytes] = {}
        """What Telegram finds at public addresses."""
        self.threads: set[int] = set()
        self.queries: dict[str, int] = {}
        self.toasts: dict[str, str] = {}
        self.actions: list[tuple[int, str]] = []
        self.menus: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.pending: list[dict[str, Any]] = []
        self.history: list[dict[str, Any]] = []
        self.arrived = asyncio.Event()
        self.allowed: frozenset[str] = frozenset()
        self.polls = 0
        self.webhook = self.secret = self.failed_why = ""
        self.connections = 40
        self.failed_at = 0
        self.refused: list[int] = []
        """Statuses that the webhook answered, but 2xx."""
        self.pace = Pace()
        self.faults = Faults()
        self.revoked = False
        self.local = False
        """An own Bot API server: webhooks without TLS are allowed."""
        self.old = False
        """From before a text could become a photo."""
        self.undeletable = False
        self.reverse = False
        """Updates arrive in the wrong order."""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.wrong: list[str] = []
        self.url = ""
        self.validates = description.available()
        self._numbers, self._updates = count(1), count(870_000_001)
        self._waiting: defaultdict[int, list[asyncio.Future[None]]] = defaultdict(list)
        self._runner: web.AppRunner | None = None
        self._bringing: asyncio.Task[None] | None = None

    async def start(self, port: int = 0) -> None:
        """Serve on the loopback; ``url`` is what the bot is pointed at."""
        app = web.Application(client_max_size=1 << 26)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.*}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._bringing = asyncio.create_task(self._bring())

    async def stop(self) -> None:
        """No more answers."""
        if self._bringing:
            self._bringing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._bringing
        if self._runner:
            await self._runner.cleanup()

    # what goes wrong

    def limit(self, retry_after: float, times: int = 1, *names: str) -> Fault:
        """The next writes are too many."""
        return self.faults.add(Fault(methods(names) or WRITES, times, 429, retry_after))

    def fail(self, *names: str, status: int = 502, times: int = 1, body: bytes | None = None) -> Fault:
        """The next requests fail; with a ``body`` they answer that."""
        return self.faults.add(Fault(methods(names), times, status, body=body))

    def slow(self, seconds: float, *names: str, times: int = 1) -> Fault:
        """The next requests take their time."""
        return self.faults.add(Fault(methods(names), times, delay=seconds))

    def cut(self, *names: str, times: int = 1) -> Fault:
        """The next answers break off in the middle."""
        return self.faults.add(Fault(methods(names), times, cut=True))

    # state the methods work on

    def room(self, chat_id: Any) -> Person | Group:
        """The chat, if the bot may write there."""
        if person := self.people.get(chat_id):
            if person.deactivated:
                raise Refusal(403, "Forbidden: user is deactivated")
            if person.blocked:
                raise Refusal(403, "Forbidden: bot was blocked by the user")
            if not person.started:
                raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
            return person
        group = self.groups.get(chat_id)
        if group is None:
            raise bad("chat not found")
        if group.moved_to:
            raise migrated(group.moved_to)
        if group.kicked:
            raise Refusal(403, f"Forbidden: bot was kicked from the {group.kind} chat")
        return group

    def keep(self, chat: Person | Group, message: Message) -> Message:
        """Store a new message."""
        message.id, message.chat_id = next(self._numbers), chat.id
        self.messages[chat.id, message.id] = message
        self.order[chat.id].append(message)
        self.touched(chat.id)
        return message

    def picture(self, photo: Photo) -> Photo:
        """Keep a photo for being sent again."""
        return self.pictures.setdefault(photo.file_id, photo)

    def touched(self, chat_id: int) -> None:
        """Something can be seen that could not be seen before."""
        for future in [*self._waiting.pop(chat_id, []), *self._waiting.pop(0, [])]:
            if not future.done():
                future.set_result(None)

    async def changed(self, chat_id: int = 0) -> None:
        """Returns at the next message, edit, deletion or toast there (0: anywhere)."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[chat_id].append(future)
        await future

    async def until(self, true: Callable[[], object], seconds: float = 60.0) -> None:
        """Returns as soon as it is true."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - whatever is waited for
                await asyncio.sleep(0.005)

    # updates

    def put(self, kind: str, content: dict[str, Any]) -> int:
        """One more update; what the bot did not ask for is dropped."""
        update = {"update_id": next(self._updates), kind: content}
        if self.validates and (wrong := description.wrong_value("Update", update)):
            self.wrong.append(f"update: {wrong}")
        self.history.append(update)
        if not self.allowed or kind in self.allowed:
            self._arrive(update)
        return update["update_id"]

    def again(self, update: dict[str, Any] | None = None) -> None:
        """An update (the last one) comes once more."""
        self._arrive(update or self.history[-1])

    def _arrive(self, update: dict[str, Any]) -> None:
        if self.reverse:
            self.pending.insert(0, update)
        else:
            self.pending.append(update)
        self.arrived.set()

    def confirm(self, offset: int) -> None:
        """Forget what lies before ``offset``; negative: all but the last so many."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def batch(self, most: int) -> list[dict[str, Any]]:
        """The next updates; they stay until they are confirmed."""
        return self.pending[:most]

    async def _bring(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                if not (self.webhook and self.pending):
                    self.arrived.clear()
                    await self.arrived.wait()
                    continue
                await self._bring_one(session, self.pending[0])

    async def _bring_one(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        status = 0
        try:
            async with session.post(self.webhook, json=update, headers=headers) as response:
                status = response.status
        except (OSError, aiohttp.ClientError) as error:
            self.failed_why = f"Connection failed: {type(error).__name__}"
        if 200 <= status < 300:
            with contextlib.suppress(ValueError):
                self.pending.remove(update)
            return
        self.refused.append(status)
        self.failed_at = int(time.time())
        self.failed_why = self.failed_why or f"Wrong response from the webhook: {status}"
        await asyncio.sleep(0.05)

    # requests

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        if request.match_info["token"] != self.token:
            return _no(401 if ":" in request.match_info["token"] else 404)
        if self.revoked:
            return _no(401)
        if method not in METHODS:
            self.wrong.append(f"{method} is not served here")
            return _no(404)
        fault = self.faults.next(method)
        if fault and (refused := await self._spoilt(fault)):
            return refused
        answer = await self._answer(request, method)
        return await _cut(request, answer) if fault and fault.cut else answer

    async def _spoilt(self, fault: Fault) -> web.Response | None:
        await asyncio.sleep(fault.delay)
        if fault.body is not None:
            return web.Response(body=fault.body, status=fault.status, content_type="text/html")
        if fault.status == 429:
            wait = int(fault.retry_after or 1)
            return _told(Refusal(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait}))
        return _no(fault.status) if fault.status else None

    async def _answer(self, request: web.Request, method: str) -> web.Response:
        name = request.match_info["method"]
        try:
            given = await parameters(request)
            self.calls.append((name, given))
            if self.validates and (wrong := description.wrong_request(name, _declared(given))):
                self.wrong.append(f"{name}: {wrong}")
                raise bad(wrong)
            result = await METHODS[method](self, given)
        except Refusal as refusal:
            return _told(refusal)
        if self.validates and (wrong := description.wrong_response(name, result)):
            self.wrong.append(f"{name} answered: {wrong}")
        return web.json_response({"ok": True, "result": result})

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["path"].removeprefix("photos/").removesuffix(".jpg")
        for photo in self.pictures.values():
            if photo.unique_id == name and request.match_info["token"] == self.token:
                return web.Response(body=photo.source if isinstance(photo.source, bytes) else b"")
        return _no(404)


def _declared(given: dict[str, Any]) -> dict[str, Any]:
    """Without the files that a parameter points at by ``attach://``."""
    named = json.dumps(given.get("media", ""))
    return {key: value for key, value in given.items() if f"attach://{key}" not in named}


def _no(status: int) -> web.Response:
    words = {401: "Unauthorized", 404: "Not Found", 502: "Bad Gateway", 500: "Internal Server Error"}
    return _told(Refusal(status, words.get(status, "Error")))


def _told(refusal: Refusal) -> web.Response:
    told: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        told["parameters"] = refusal.parameters
    return web.json_response(told, status=refusal.code)


async def _cut(request: web.Request, answer: web.Response) -> web.StreamResponse:
    body = answer.body if isinstance(answer.body, bytes) else b"{}"
    stream = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(body))})
    await stream.prepare(request)
    await stream.write(body[: len(body) // 2])
    if request.transport:
        request.transport.close()
    return stream

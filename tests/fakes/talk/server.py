"""The server: people write, the bot is told; the bot answers, signed, and is told nothing of it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.talk import webhooks
from tests.fakes.talk.rooms import LONGEST, Place, Written

API = "/ocs/v2.php/apps/spreed/api/{apiVersion}/bot/{token}"
SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
TRUE_ACTOR = (22, 0, 9)
ATTEMPTS = 10
"""Wrong signatures until an address is shut out."""


@dataclass
class FakeTalk:
    """One server. ``version`` decides what it sends; all that it was asked is kept."""

    version: str = "21.1.0"
    secret: str = SECRET
    webhook: str = ""
    """Where the bot listens; nothing is sent while it is empty."""
    bot_name: str = "Recommendarr"
    features: frozenset[str] = frozenset({"webhook", "response", "reaction"})
    rooms: dict[str, Place] = field(default_factory=dict)
    refusals: int = 0
    """Wrong signatures so far."""
    failures: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    """Status and headers of the next answers, before it answers properly."""
    delay: float = 0.0
    asked: list[tuple[str, dict[str, Any], int]] = field(default_factory=list)
    """Path, body and status of every call of the bot's."""
    sent: list[tuple[dict[str, str], bytes | io.BytesIO, int]] = field(default_factory=list)
    """Headers and body of every webhook, and the status that came back."""
    url: str = ""
    _ids: int = 0
    _runner: web.AppRunner | None = None
    _session: aiohttp.ClientSession | None = None

    @property
    def number(self) -> tuple[int, ...]:
        return tuple(int(part) for part in re.findall(r"\d+", self.version)[:3])

    @property
    def bot(self) -> str:
        """The bot's actor id."""
        return f"bots/bot-{hashlib.sha1(self.webhook.encode()).hexdigest()}"

    async def start(self) -> str:
        """Its address."""
        application = web.Application(client_max_size=1 << 22)
        application.router.add_post(API + "/message", self._message)
        application.router.add_post(API + "/reaction/{messageId}", self._reaction)
        application.router.add_get("/ocs/v2.php/cloud/capabilities", self._capabilities)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self._session = aiohttp.ClientSession()
        return self.url

    async def close(self) -> None:
        """Nobody is there any more. Harmless when done before."""
        if self._session:
            await self._session.close()
        if self._runner:
            await self._runner.cleanup()
        self._runner = None

    async def room(self, name: str, *members: str, token: str = "") -> Place:
        """A conversation with the bot in it, made by the first of ``members``."""
        token = token or hashlib.sha1(name.encode()).hexdigest()[:10]
        place = self.rooms[token] = Place(token, name, {f"users/{one}": one.title() for one in members})
        place.moderators = {f"users/{one}" for one in members[:1]}
        if self.number >= (20,):
            await self.send(webhooks.entered(place, self.bot, self.bot_name))
        return place

    async def leave(self, place: Place) -> None:
        """A moderator disables the bot."""
        place.enabled = False
        if self.number >= (20,):
            await self.send(webhooks.entered(place, self.bot, self.bot_name, left=True))

    async def add(self, place: Place, who: str) -> int:
        """Somebody is added by the first moderator."""
        actor = next(iter(place.moderators))
        place.members[f"users/{who}"] = who.title()
        parameters = {
            "actor": {"type": "user", "id": actor.partition("/")[2], "name": place.members[actor]},
            "user": {"type": "user", "id": who, "name": who.title(), "mention-id": who},
        }
        message = self._written(place, actor, place.members[actor], "{actor} added {user}", parameters)
        message.system = "user_added"
        return await self.send(webhooks.noted(place, message))

    async def say(
        self,
        place: Place,
        actor: str,
        text: str,
        *,
        reply_to: Written | None = None,
        parameters: dict[str, dict[str, str]] | None = None,
    ) -> int:
        """Somebody writes. Returns the bot's status; 0 where it was not told."""
        actor = actor if "/" in actor else f"users/{actor}"
        message = self._written(place, actor, place.members.get(actor, actor), text, parameters or {})
        message.parent = reply_to
        if not place.enabled or "webhook" not in self.features:
            return 0
        return await self.send(webhooks.created(place, message, newer=self.number >= (21,)))

    async def react(self, place: Place, actor: str, message: Written, emoji: str, *, take: bool = False) -> int:
        """A reaction; versions before 22.0.9 say that the message's author reacted."""
        actor = actor if "/" in actor else f"users/{actor}"
        message.reactions.setdefault(emoji, set()).add(actor)
        if self.number < (21,) or "reaction" not in self.features:
            return 0
        told, name = (
            (actor, place.members.get(actor, "")) if self.number >= TRUE_ACTOR else (message.actor, message.name)
        )
        like = webhooks.liked(place, message, told, name, emoji)
        return await self.send(webhooks.undone(like) if take else like)

    async def send(self, activity: dict[str, Any]) -> int:
        """One activity as a webhook."""
        body = webhooks.php_json(activity).encode()
        return await self.knock(webhooks.signed(self.secret, body, self.url), body)

    async def again(self) -> int:
        """The last webhook once more, byte by byte."""
        headers, body, _ = self.sent[-1]
        return await self.knock(headers, body)

    async def knock(self, headers: dict[str, str], body: bytes | io.BytesIO) -> int:
        """Any request to the bot's door."""
        if not self.webhook or self._session is None:
            return 0
        async with self._session.post(self.webhook, data=body, headers=headers) as response:
            await response.read()
            self.sent.append((headers, body, response.status))
            return response.status

    def _written(
        self, place: Place, actor: str, name: str, text: str, parameters: dict[str, dict[str, str]] | None = None
    ) -> Written:
        self._ids += 1
        message = Written(self._ids, actor, name, text, parameters or {})
        place.messages.append(message)
        return message

    async def _capabilities(self, request: web.Request) -> web.Response:
        if request.headers.get("OCS-APIRequest") != "true":
            return web.Response(status=412)
        spreed = {"features": ["bots-v1"], "config": {"chat": {"max-length": LONGEST}}, "version": self.version}
        return web.json_response({"ocs": {"meta": {"status": "ok"}, "data": {"capabilities": {"spreed": spreed}}}})

    async def _message(self, request: web.Request) -> web.Response:
        return await self._taken(request, "message", self._post)

    async def _reaction(self, request: web.Request) -> web.Response:
        return await self._taken(request, "reaction", self._reacted)

    async def _taken(self, request: web.Request, signed: str, act: Any) -> web.Response:
        body = await request.json()
        await asyncio.sleep(self.delay)
        if self.failures:
            status, headers = self.failures.pop(0)
        else:
            status, headers = self._checked(request, str(body.get(signed, "")), signed), {}
            status = status or await act(request, body)
        self.asked.append((request.path, body, status))
        content = {"ocs": {"meta": {"status": "ok" if status < 300 else "failure", "statuscode": status}, "data": None}}
        return web.json_response(content, status=status, headers=headers)

    def _checked(self, request: web.Request, content: str, signed: str) -> int:
        """0 where the call may go on. That a room is gone and that the bot is not in it look alike."""
        if request.headers.get("OCS-APIRequest") != "true":
            return 412
        if signed == "message" and not content.strip():
            return 400
        random = request.headers.get("X-Nextcloud-Talk-Bot-Random", "")
        given = request.headers.get("X-Nextcloud-Talk-Bot-Signature", "")
        if len(random) < 32 or not given:
            return 400
        if self.refusals >= ATTEMPTS:
            return 429
        place = self.rooms.get(request.match_info["token"])
        right = hmac.new(self.secret.encode(), (random + content).encode(), hashlib.sha256).hexdigest()
        open_to_bot = place and place.enabled and not place.deleted and "response" in self.features
        if not open_to_bot or not hmac.compare_digest(right, given.lower()):
            self.refusals += 1
            return 401
        return 0

    async def _post(self, request: web.Request, body: dict[str, Any]) -> int:
        place = self.rooms[request.match_info["token"]]
        parent = place.find(body["replyTo"]) if body.get("replyTo") else None
        if body.get("replyTo") and parent is None:
            return 400
        if len(body["message"]) > LONGEST:
            return 413
        message = self._written(place, self.bot, f"{self.bot_name} (Bot)", body["message"].strip())
        message.parent, message.silent = parent, body.get("silent", False)
        message.reference_id = body.get("referenceId", "")
        async with place.news:
            place.news.notify_all()
        return 201

    async def _reacted(self, request: web.Request, body: dict[str, Any]) -> int:
        place = self.rooms[request.match_info["token"]]
        message = place.find(int(request.match_info["messageId"]))
        if message is None:
            return 404
        known = message.reactions.setdefault(body["reaction"], set())
        if self.bot in known:
            return 200
        known.add(self.bot)
        return 201

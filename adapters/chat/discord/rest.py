"""Discord's REST as far as answers need it, through discord.py; and what its refusals mean."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import aiohttp

from adapters.chat.discord.library import HTTPClient, MultipartParameters, Route, async_context, discord
from adapters.chat.discord.limits import USER_AGENT
from engine.errors import RateLimited, SourceUnavailable

PATIENCE = 10.0
"""Seconds for one request."""
CONNECTIONS = 32
"""At once. More would only wait in the other side's queue, where some get lost."""
_UNKNOWN_WAIT = 5.0
"""Seconds to wait where Discord does not say how long."""
Body = dict[str, Any]

UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION = 10003, 10008, 10015, 10062
ACKNOWLEDGED, INVALID_TOKEN = 40060, 50027
NO_ACCESS, CANNOT_WRITE, NO_PERMISSION, NO_COMMON_SERVER = 50001, 50007, 50013, 50278
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
EXPIRED = frozenset({UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_TOKEN})
NOT_ALLOWED = frozenset({NO_ACCESS, NO_PERMISSION, UNKNOWN_CHANNEL})
CLOSED = frozenset({CANNOT_WRITE, NO_COMMON_SERVER})


class Refused(Exception):
    """Discord does not want a request: its code, and in a few words why."""

    def __init__(self, status: int, code: int, reason: str) -> None:
        super().__init__(f"{status}/{code}: {reason}")
        self.status, self.code, self.reason = status, code, reason


@dataclass(frozen=True, slots=True)
class File:
    """What is sent along."""

    name: str
    content: bytes
    description: str = ""


class Rest:
    """One for the adapter's life: what goes by an interaction's token works while the gateway is away."""

    def __init__(self, api_url: str) -> None:
        # Said once for the process: discord.py keeps its address in the class.
        Route.BASE = api_url
        self.trace = _impatient(api_url)
        # Two, so that a first answer never waits for a connection behind answers that have all the time they need.
        self._first, self._session = _session(api_url), _session(api_url)
        self._bot: HTTPClient | None = None

    def use(self, bot: HTTPClient | None) -> None:
        """Who is signed in, for what needs the bot's own token."""
        self._bot = bot

    @property
    def session(self) -> aiohttp.ClientSession:
        """For pictures of our own side server."""
        return self._session

    async def acknowledge(self, interaction: int, token: str, kind: int, data: Body | None = None) -> Body:
        """The first answer to an interaction; what Discord tells of it, with the message where it writes one."""
        body: Body = {"type": kind} if data is None else {"type": kind, "data": data}
        params = MultipartParameters(payload=body, multipart=None, files=None)
        async with _translated():
            told: Any = await async_context.get().create_interaction_response(
                interaction, token, session=self._first, params=params
            )
        return cast("Body", told) if isinstance(told, dict) else {}

    async def edit_original(self, application: int, token: str, body: Body, files: Sequence[File]) -> Body:
        """The deferred answer, or the message that was pressed."""
        async with _translated():
            return await async_context.get().edit_original_interaction_response(
                application, token, session=self._session, **_sent(body, files, edit=True)
            )  # pyright: ignore[reportReturnType] - a TypedDict of the library

    async def delete_original(self, application: int, token: str) -> None:
        """Takes the deferred answer away."""
        async with _translated():
            await async_context.get().delete_original_interaction_response(application, token, session=self._session)

    async def edit_followup(
        self, application: int, token: str, message: str, body: Body, files: Sequence[File]
    ) -> Body:
        """A message that an interaction's token wrote."""
        async with _translated():
            return await async_context.get().edit_webhook_message(
                application, token, int(message), session=self._session, **_sent(body, files, edit=True)
            )  # pyright: ignore[reportReturnType] - a TypedDict of the library

    async def follow_up(self, application: int, token: str, body: Body, files: Sequence[File]) -> Body:
        """Another message after the first answer."""
        async with _translated():
            return await async_context.get().execute_webhook(
                application, token, session=self._session, wait=True, **_sent(body, files)
            )  # pyright: ignore[reportReturnType] - written with wait, it is a message

    async def send(self, channel: str, body: Body, files: Sequence[File]) -> Body:
        """A message by the bot itself."""
        return await self._as_bot(Route("POST", "/channels/{channel_id}/messages", channel_id=channel), body, files)

    async def edit(self, channel: str, message: str, body: Body, files: Sequence[File]) -> Body:
        """A message of the bot's own."""
        path = "/channels/{channel_id}/messages/{message_id}"
        route = Route("PATCH", path, channel_id=channel, message_id=message)
        return await self._as_bot(route, body, files, edit=True)

    async def direct(self, user: str) -> str:
        """The private channel with a person."""
        return str((await self._as_bot(Route("POST", "/users/@me/channels"), {"recipient_id": user}))["id"])

    async def overwrite(self, application: int, guild: int | None, commands: Sequence[Body]) -> None:
        """All commands of the application, everywhere or in one server."""
        where = "/guilds/{guild_id}" if guild else ""
        route = Route("PUT", f"/applications/{{app}}{where}/commands", app=application, guild_id=guild)
        await self._as_bot(route, list(commands))

    async def gateway(self) -> str:
        """Where this API's gateway is."""
        return str((await self._as_bot(Route("GET", "/gateway/bot"), None))["url"])

    async def close(self) -> None:
        """Harmless when done before."""
        await self._first.close()
        await self._session.close()

    async def _as_bot(self, route: Route, body: object, files: Sequence[File] = (), *, edit: bool = False) -> Any:  # noqa: ANN401 - JSON
        if self._bot is None:
            raise SourceUnavailable("platform-unreachable", platform="Discord", retry_after=_UNKNOWN_WAIT)
        sent: dict[str, Any] = {"timeout": aiohttp.ClientTimeout(total=PATIENCE)}
        if isinstance(body, dict) and ("allowed_mentions" in body):
            parts = _sent(body, files, edit=edit)  # pyright: ignore[reportUnknownArgumentType] - JSON
            sent |= {"form": parts["multipart"]} if "multipart" in parts else {"json": parts["payload"]}
        elif body is not None:
            sent["json"] = body
        async with _translated():
            return await self._bot.request(route, **sent)


def _session(api_url: str) -> aiohttp.ClientSession:
    async def impatient(request: aiohttp.ClientRequest, ask: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        response = await ask(request)
        await _refuse_to_wait(response, api_url)
        return response

    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=PATIENCE),
        middlewares=(impatient,),  # tracing would tell of fifteen more moments of each request
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT},
        connector=aiohttp.TCPConnector(limit=CONNECTIONS),
    )


def _sent(body: Body, files: Sequence[File], *, edit: bool = False) -> dict[str, Any]:
    """Keyword arguments for a body with its files. An edit names all files that stay: the new ones."""
    if not files:
        return {"payload": body | {"attachments": []} if edit else body}
    listed = [
        {"id": str(place), "filename": file.name, "description": file.description} for place, file in enumerate(files)
    ]
    form: list[dict[str, Any]] = [
        {
            "name": "payload_json",
            "value": json.dumps(body | {"attachments": listed}),
            "content_type": "application/json",
        }
    ]
    form += [
        {
            "name": f"files[{place}]",
            "value": file.content,
            "filename": file.name,
            "content_type": "application/octet-stream",
        }
        for place, file in enumerate(files)
    ]
    return {"multipart": form}


@asynccontextmanager
async def _translated() -> AsyncGenerator[None]:
    """The library's errors as ours. Raises Refused, RateLimited, SourceUnavailable."""
    try:
        yield
    except discord.RateLimited as error:
        raise RateLimited("platform-rate-limited", retry_after=error.retry_after, platform="Discord") from error
    except discord.HTTPException as error:
        if error.status == 429:
            raise RateLimited("platform-rate-limited", retry_after=_UNKNOWN_WAIT, platform="Discord") from error
        if error.status == 401 and error.code not in EXPIRED:
            raise SourceUnavailable("discord-token-rejected", retry_after=60.0) from error
        raise Refused(error.status, error.code, " ".join(error.text.split())[:200]) from error
    except (aiohttp.ClientError, OSError, TimeoutError, RuntimeError) as error:
        # RuntimeError: a session that was closed when the bot was thrown out.
        raise SourceUnavailable("platform-unreachable", platform="Discord", retry_after=1.0) from error


def _impatient(api_url: str) -> aiohttp.TraceConfig:
    """The same for the library's own session, which takes nothing else."""
    trace = aiohttp.TraceConfig()

    async def ended(_: aiohttp.ClientSession, __: SimpleNamespace, params: aiohttp.TraceRequestEndParams) -> None:
        await _refuse_to_wait(params.response, api_url)

    trace.on_request_end.append(ended)
    return trace


async def _refuse_to_wait(response: aiohttp.ClientResponse, api_url: str) -> None:
    """Lets a 429 or 5xx come back at once instead of being slept through: what is waiting is kept in the outbox."""
    if response.status < 429 or (429 < response.status < 500) or not str(response.url).startswith(api_url):
        return
    text = await response.text(errors="replace")
    if response.status == 429:
        seconds, everywhere = _wait(text, response.headers)
        raise RateLimited("platform-rate-limited", retry_after=seconds, everywhere=everywhere, platform="Discord")
    raise SourceUnavailable("platform-unreachable", platform="Discord", retry_after=_UNKNOWN_WAIT)


def _wait(text: str, headers: Mapping[str, str]) -> tuple[float, bool]:
    """Seconds to wait, and whether for everything."""
    try:
        told: Any = json.loads(text)
        return max(float(told["retry_after"]), 0.05), bool(told.get("global", False))
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    try:
        return max(float(headers.get("Retry-After", _UNKNOWN_WAIT)), 0.05), False
    except ValueError:
        return _UNKNOWN_WAIT, False

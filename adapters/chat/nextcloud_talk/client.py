"""What is said to Nextcloud, and nothing else: signed, with a limit to every wait."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp

from adapters.chat.nextcloud_talk.limits import CONNECTING, PATIENCE, THROTTLED
from adapters.chat.nextcloud_talk.settings import Place
from adapters.chat.nextcloud_talk.signing import new_random, signature
from engine.errors import RateLimited, SourceUnavailable, Undeliverable

_API = "/ocs/v2.php/apps/spreed/api/v1/bot"
_LARGEST_ANSWER = 1 << 20
_LONGEST_WAIT = 3_600.0


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a room."""

    text: str
    reference_id: str = ""
    """64 hexadecimal digits, by which people's clients know it again."""
    reply_to: int = 0
    silent: bool = False


class Closed(Undeliverable):
    """The room is gone, or the bot is not enabled there any more."""


class Client:
    """One pool of connections for all servers; ``close`` it. ``verify_tls``: certificates must be vouched for."""

    def __init__(self, *, verify_tls: bool = True) -> None:
        self._verify_tls = verify_tls
        self._session: aiohttp.ClientSession | None = None

    async def send(self, place: Place, secret: str, message: Message) -> None:
        """Raises RateLimited, SourceUnavailable, Closed, Undeliverable."""
        status, retry_after = await self._post(place, secret, message)
        if status == HTTPStatus.BAD_REQUEST and message.reply_to:
            # the message that would be quoted is gone; the answer is still an answer
            status, retry_after = await self._post(
                place, secret, Message(message.text, message.reference_id, silent=message.silent)
            )
        _check(status, retry_after)

    async def capabilities(self, backend: str) -> object:
        """What the server tells everybody of itself; None where that is nothing. Raises SourceUnavailable."""
        address = f"{backend}/ocs/v2.php/cloud/capabilities?format=json"
        try:
            async with self._opened().get(
                address, headers={"OCS-APIRequest": "true", "Accept": "application/json"}, allow_redirects=False
            ) as response:
                content = await _content(response)
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise SourceUnavailable("talk-unreachable")
                return json.loads(content) if response.status == HTTPStatus.OK else None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:  # first: a bad certificate is a ValueError, too
            raise SourceUnavailable("talk-unreachable") from error
        except (ValueError, RecursionError):
            return None

    async def close(self) -> None:
        """Lets the connections go."""
        if self._session:
            await self._session.close()
            self._session = None

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=self._verify_tls),
                timeout=aiohttp.ClientTimeout(total=PATIENCE, sock_connect=CONNECTING),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "Recommendarr"},
            )
        return self._session

    async def _post(self, place: Place, secret: str, message: Message) -> tuple[int, float | None]:
        random = new_random()
        body: dict[str, str | int | bool] = {"message": message.text}
        body |= {"silent": True} if message.silent else {}
        body |= {"referenceId": message.reference_id} if message.reference_id else {}
        body |= {"replyTo": message.reply_to} if message.reply_to else {}
        headers = {
            "OCS-APIRequest": "true",
            "Accept": "application/json",
            "X-Nextcloud-Talk-Bot-Random": random,
            # over the text alone, as the server reads it, not over the body
            "X-Nextcloud-Talk-Bot-Signature": signature(secret, random, message.text.encode()),
        }
        try:
            async with self._opened().post(
                f"{place.backend}{_API}/{place.token}/message", json=body, headers=headers, allow_redirects=False
            ) as response:
                content = await _content(response)
                if response.status == HTTPStatus.OK and b"ocs" not in content:
                    raise SourceUnavailable("talk-unreachable")  # a sign-in page in front of it, say
                return response.status, _seconds(response.headers.get("Retry-After"))
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise SourceUnavailable("talk-unreachable") from error


async def _content(response: aiohttp.ClientResponse) -> bytes:
    """As much of it as anybody needs; a single ``read`` would give what has arrived so far."""
    content = bytearray()
    while len(content) < _LARGEST_ANSWER and (more := await response.content.read(_LARGEST_ANSWER - len(content))):
        content += more
    return bytes(content)


def _check(status: int, retry_after: float | None) -> None:
    if status in {HTTPStatus.CREATED, HTTPStatus.OK}:
        return
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise RateLimited("talk-throttled", retry_after=THROTTLED if retry_after is None else retry_after)
    if status == HTTPStatus.UNAUTHORIZED:
        raise Closed("talk-not-enabled")
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        raise Closed("talk-room-gone")
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise Undeliverable("talk-too-long")
    if status == HTTPStatus.BAD_REQUEST:
        raise Undeliverable("talk-refused")
    raise SourceUnavailable("talk-unreachable", retry_after=retry_after)


def _seconds(text: str | None) -> float | None:
    return min(float(text), _LONGEST_WAIT) if text and text.isascii() and text.isdigit() else None

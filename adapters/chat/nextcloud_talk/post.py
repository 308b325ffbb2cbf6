"""What goes out, server by server: leaves those alone that asked for it, and rooms that are closed to the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from adapters.chat.nextcloud_talk.client import Client, Closed, Message
from adapters.chat.nextcloud_talk.limits import CLOSED
from adapters.chat.nextcloud_talk.settings import Place
from engine.errors import RateLimited, SourceUnavailable


class Post:
    """Sends for all rooms, and knows what is wrong with which server."""

    def __init__(self, client: Client, secrets: Mapping[str, str]) -> None:
        self._client, self._secrets = client, secrets
        self._closed: dict[Place, tuple[float, str]] = {}
        self._throttled: dict[str, float] = {}
        self._good: set[str] = set()
        self.troubles: dict[str, str] = {}
        """Key of the error text, by server."""

    async def send(self, place: Place, message: Message) -> None:
        """Raises RateLimited, SourceUnavailable, Closed, Undeliverable."""
        self._check(place)
        try:
            await self._client.send(place, self._secrets[place.backend], message)
        except RateLimited as error:
            self._throttled[place.backend] = _now() + (error.retry_after or 0.0)
            raise self._limited(place.backend) from error
        except SourceUnavailable as error:
            self.failed(place.backend, error.key)
            raise
        except Closed as error:
            self.shut(place, error.key)
            if place.backend not in self._good:
                self.failed(place.backend, error.key)  # perhaps not the room but the secret is wrong
            raise
        self._good.add(place.backend)
        self.reached(place.backend)

    def shut(self, place: Place, key: str = "talk-not-enabled") -> None:
        """Nothing is sent there for a while: a server that refuses often enough shuts us out altogether."""
        now = _now()
        self._closed = {one: kept for one, kept in self._closed.items() if kept[0] > now}
        self._closed[place] = (now + CLOSED, key)

    def reopen(self, place: Place) -> None:
        """Somebody wrote there, so the bot is there as well."""
        self._closed.pop(place, None)

    def failed(self, backend: str, key: str) -> None:
        """Something is wrong with the server."""
        self.troubles[backend] = key

    def reached(self, backend: str) -> None:
        """The server answered as it should."""
        if self.troubles.get(backend) != "talk-not-enabled" or backend in self._good:
            self.troubles.pop(backend, None)

    def _check(self, place: Place) -> None:
        until, key = self._closed.get(place, (0.0, ""))
        if until > _now():
            raise Closed(key)
        if self._throttled.get(place.backend, 0.0) > _now():
            raise self._limited(place.backend)

    def _limited(self, backend: str) -> RateLimited:
        """Where there is one server, there is no other that could go on meanwhile."""
        wait = max(self._throttled[backend] - _now(), 1.0)
        return RateLimited("talk-throttled", retry_after=wait, everywhere=len(self._secrets) == 1)


def _now() -> float:
    return asyncio.get_running_loop().time()

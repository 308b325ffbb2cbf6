"""Asks TMDB; tells a title that does not exist from an answer that is none."""

from __future__ import annotations

from http import HTTPStatus

from adapters.http import HttpService, Reply
from adapters.http.addresses import Parameters
from adapters.metadata.tmdb.settings import credentials
from adapters.values import Record, record, whole
from bot.integration import Health, Instance, Outside
from engine.errors import SourceUnavailable

CALLS = 40
"""Each second; TMDB counts about fifty."""
_NO_SUCH_THING = 34
"""TMDB's own number in the body of a 404."""


class TmdbClient:
    """One session. Everything raises SourceUnavailable and SourceRejected."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        headers, self._parameters = credentials(instance.secret)
        self._name = instance.name
        self.http = HttpService(instance, outside, headers=headers, calls=CALLS, largest=16 * 2**20)

    @property
    def health(self) -> Health:
        return self.http.health

    async def ask(self, path: str, parameters: Parameters | None = None) -> Record | None:
        """The answer's object; None where TMDB says that there is no such thing."""
        reply = await self.http.get(f"/3/{path}", {**self._parameters, **(parameters or {})})
        answer = record(reply.json())
        if reply.status == HTTPStatus.NOT_FOUND and whole(answer.get("status_code")) == _NO_SUCH_THING:
            return None
        if reply.status != HTTPStatus.OK or not answer or answer.get("success") is False:
            raise self.unreadable(reply)
        return answer

    def unreadable(self, reply: Reply | None = None) -> SourceUnavailable:
        """The error for an answer that cannot be what was asked for."""
        reason = f"HTTP {reply.status}" if reply else "not what was asked for"
        return SourceUnavailable("integration-unreadable", name=self._name, reason=reason)

    async def close(self) -> None:
        await self.http.close()

"""Asks Tautulli; its errors come with HTTP 400 or 200 alike, its result says what is one."""

from __future__ import annotations

from adapters.http import HttpService
from adapters.http.addresses import Parameter
from adapters.values import record, text
from bot.integration import Health, Instance, Outside
from engine.errors import RecommendarrError, SourceRejected, SourceUnavailable

CALLS = 10
SECONDS = 90.0
"""It reads its whole history for every page, and a large one takes its time."""


class TautulliClient:
    """One session. Everything raises SourceUnavailable and SourceRejected."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self._name = instance.name
        self._secret = instance.secret
        self.http = HttpService(instance, outside, calls=CALLS, timeout=SECONDS)

    @property
    def health(self) -> Health:
        return self.http.health

    async def ask(self, command: str, **parameters: Parameter) -> object:
        """The data of the answer."""
        reply = await self.http.get("/api/v2", {"apikey": self._secret, "cmd": command, **parameters})
        answer = record(record(reply.json()).get("response"))
        result = text(answer.get("result"))
        if result == "error":
            raise self._refused(text(answer.get("message")))
        if result != "success" or reply.status >= 400:
            raise self.unreadable(f"HTTP {reply.status}")
        return answer.get("data")

    def unreadable(self, reason: str) -> SourceUnavailable:
        """The error for an answer that cannot be what was asked for."""
        return SourceUnavailable("integration-unreadable", name=self._name, reason=reason)

    async def close(self) -> None:
        await self.http.close()

    def _refused(self, message: str) -> RecommendarrError:
        """Known refusals by their words; the rest is trouble of its own."""
        words = message.casefold()
        if "apikey" in words:
            return SourceRejected("integration-rejected", name=self._name)
        if "api not enabled" in words or "api key not generated" in words:
            return SourceRejected("tautulli-api-off", name=self._name)
        if words.startswith("unknown command"):
            return SourceRejected("integration-not-understood", name=self._name)
        return self.unreadable("error of its own")

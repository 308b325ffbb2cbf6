"""Questions to a Jellyfin server, as its administrator (the API key) or as whoever holds a token."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from urllib.parse import quote

from adapters.http import HttpService, Reply
from adapters.library.jellyfin.fields import Json, is_table, key, length, rows, table, whole
from bot.integration import Health, Instance, Outside
from engine.errors import SourceRejected, SourceUnavailable

CLIENT = "Recommendarr"
PAGE: Final = 500
CALLS_PER_SECOND = 25
TIMEOUT = 30.0
"""Seconds: a page of a large library takes a small machine a while."""
_REMEMBERED = 512

Query = Mapping[str, str | int | bool | None]


class JellyfinClient:
    """Calls to one server. An empty ``token`` means the API key."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self._instance = instance
        self.clock = outside.clock
        self._device = _device(instance, outside)
        self.http = HttpService(
            instance,
            outside,
            headers={"Authorization": self._authorization(instance.secret)},
            calls=CALLS_PER_SECOND,
            timeout=TIMEOUT,
        )
        self._accounts: OrderedDict[str, str] = OrderedDict()

    @property
    def name(self) -> str:
        return self._instance.name

    @property
    def url(self) -> str:
        return self._instance.url

    @property
    def public_url(self) -> str:
        """Where people reach it."""
        told = self._instance.options.get("public_url", "").rstrip("/")
        return told if told.startswith(("http://", "https://")) else self.url

    @property
    def health(self) -> Health:
        return self.http.health

    async def close(self) -> None:
        await self.http.close()

    async def ask(self, path: str, query: Query | None = None, *, token: str = "") -> Json:
        """The object at that path. Raises SourceUnavailable where there is none."""
        answer = await self.look(path, query, token=token)
        if answer is None:
            raise self.unreadable("nothing there")
        return answer

    async def look(self, path: str, query: Query | None = None, *, token: str = "") -> Json | None:
        """The object at that path; None where the server says that there is none."""
        reply = await self.http.get(path, query, headers=self._of(token))
        if reply.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND}:
            return None
        answer = self._good(reply).json()
        if not is_table(answer):
            raise self.unreadable("no object")
        return table(answer)

    async def ask_list(self, path: str, query: Query | None = None, *, token: str = "") -> list[Json]:
        """The objects in the list at that path. Raises SourceUnavailable where there is no list of objects."""
        answer = self._good(await self.http.get(path, query, headers=self._of(token))).json()
        found = rows(answer)
        if not isinstance(answer, list) or (answer and not found):
            raise self.unreadable("no list")
        return found

    async def say(
        self, method: str, path: str, query: Query | None = None, *, body: object = None, token: str = ""
    ) -> Reply:
        """Tell the server something; the reply may be a 404 or another status that is the caller's to know."""
        return await self.http.send(
            method, path, params=query, json=body, headers=self._of(token), repeatable=method == "DELETE"
        )

    async def say_as_nobody(self, method: str, path: str, query: Query | None = None, *, body: object = None) -> Reply:
        """As a device that nobody has signed in on."""
        return await self.http.send(
            method,
            path,
            params=query,
            json=body,
            headers={"Authorization": self._authorization("")},
            repeatable=method == "GET",
        )

    async def pages(
        self, query: Query, *, token: str = "", start: int = 0, size: int = PAGE
    ) -> AsyncIterator[list[Json]]:
        """All of ``/Items`` from the ``start``-th on.

        Where titles vanish meanwhile, those behind them move up: what they moved past is asked for again, so rows may
        come twice but none is missed. An empty page before the end is an error and not the end.
        """
        total: int | None = None
        before: list[Json] = []
        while total is None or start < total:
            answer = await self.ask("/Items", {**query, "startIndex": start, "limit": size}, token=token)
            found, taken, said = self._page(answer)
            if total is not None and said is not None and said < total:
                start, total, before = max(0, start - (total - said)), said, []
                continue
            if not taken and said is not None and start < said:
                raise self.unreadable("empty page")
            if found and found == before:
                raise self.unreadable("same page again")
            before = found
            if found:
                yield found
            start += taken
            total = said if said is not None else (start + 1 if taken >= size else start)

    async def account_of(self, token: str) -> str:
        """Id of the account that a token is of."""
        digest = hashlib.sha256(token.encode()).hexdigest()
        if digest not in self._accounts:
            told = key((await self.ask("/Users/Me", token=token)).get("Id"))
            if not told:
                raise self.unreadable("account without id")
            self._accounts[digest] = told
            while len(self._accounts) > _REMEMBERED:
                self._accounts.popitem(last=False)
        return self._accounts[digest]

    def unreadable(self, reason: str) -> SourceUnavailable:
        return SourceUnavailable("integration-unreadable", name=self.name, reason=reason)

    def refused(self, reply: Reply) -> SourceRejected:
        """The error of a status that was not to be expected."""
        return SourceRejected("integration-rejected", name=self.name, reason=f"HTTP {reply.status}")

    def _page(self, answer: Json) -> tuple[list[Json], int, int | None]:
        """The readable rows, how many there are with the others, and how many the server has in all."""
        told, said = answer.get("Items"), whole(answer.get("TotalRecordCount"))
        found, taken = rows(told), length(told)
        if taken is None or (taken and not found):
            raise self.unreadable("no items")
        if said is None and answer.get("TotalRecordCount") is not None:
            raise self.unreadable("no total")
        if said is not None and said < taken:
            raise self.unreadable("total below the page")
        return found, taken, said

    def _good(self, reply: Reply) -> Reply:
        if reply.status != HTTPStatus.OK:
            raise self.unreadable(f"HTTP {reply.status}")
        return reply

    def _of(self, token: str) -> Mapping[str, str] | None:
        return {"Authorization": self._authorization(token)} if token else None

    def _authorization(self, token: str) -> str:
        """Jellyfin's own scheme; since version 12 it takes no other. Values are percent-encoded."""
        told = {"Client": CLIENT, "Device": CLIENT, "DeviceId": self._device, "Version": _own_version()}
        if token:
            told = {"Token": token, **told}
        return "MediaBrowser " + ", ".join(f'{name}="{quote(value, safe="")}"' for name, value in told.items())


def segment(told: str) -> str:
    """An id as one part of a path, whatever it holds."""
    return quote(told, safe="") if told.strip(".") else "-"


def _device(instance: Instance, outside: Outside) -> str:
    """The same at every start and another in every installation: Jellyfin keeps one token per device and account."""
    place = f"{instance.name}\n{instance.url}\n{outside.settings.data_dir.absolute()}\n{outside.settings.public_url}"
    return hashlib.sha256(place.encode()).hexdigest()[:32]


def _own_version() -> str:
    try:
        return version(CLIENT.lower())
    except PackageNotFoundError:
        return "0"

"""Seerr's API: lists page by page, users, what it scans."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from adapters.acquisition.reading import listing
from adapters.acquisition.seerr import parsers
from adapters.http import HttpService, Reply
from adapters.values import Record, record, records, whole
from bot.integration import Health, Instance, Outside
from engine.errors import RecommendarrError, SourceRejected, SourceUnavailable

API = "/api/v1"
PAGE = 100
MOST_PAGES = 10_000
KEPT = timedelta(minutes=10)
_SCANS = ("settings/plex", "settings/jellyfin")


@dataclass(frozen=True, slots=True)
class Ground:
    """What has to be known to read the rest."""

    overseerr: bool
    doubtful: bool
    """Placeholders may count as available."""
    trouble: RecommendarrError | None = None


class SeerrApi:
    """One instance, asked as its administrator unless a user is given. Raises SourceUnavailable and SourceRejected."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self._name = instance.name
        self._excluded = instance.options.get("excluded_library", "")
        self._clock = outside.clock
        self._http = HttpService(instance, outside, headers={"X-Api-Key": instance.secret}, calls=20, timeout=30.0)
        self._ground: tuple[datetime, Ground] | None = None
        self._deaf: tuple[datetime, SourceRejected] | None = None
        """Since when it listens to its own pages alone."""

    def health(self) -> Health:
        """That of the connection, whether it takes requests, and whether placeholders count as available."""
        told = self._http.health
        if told.trouble:
            return told
        if self._deaf:
            return Health(self._deaf[1], self._deaf[0], None, told.last_success)
        if self._ground and self._ground[1].trouble:
            return Health(self._ground[1].trouble, self._ground[0], None, told.last_success)
        return told

    async def get(self, path: str, params: Mapping[str, str | int] | None = None) -> Record | None:
        """An object; None where there is none."""
        reply = await self._http.get(f"{API}/{path}", params)
        if reply.status == HTTPStatus.NOT_FOUND:
            return None
        return record(self.expected(reply).json())

    async def details(self, kind: str, tmdb: int) -> Record:
        """A film or series as TMDB tells it to Seerr, with what Seerr has of it; empty where there is none.

        Where TMDB does not know the title any more, Seerr answers as if it were not well itself; it is.
        """
        reply = await self._http.get(f"{API}/{kind}/{tmdb}", expected={HTTPStatus.INTERNAL_SERVER_ERROR})
        if reply.status == HTTPStatus.NOT_FOUND:
            return {}
        if reply.status == HTTPStatus.INTERNAL_SERVER_ERROR:
            raise self.unreadable(_said(reply) or "HTTP 500")
        return record(self.expected(reply).json())

    async def post(self, path: str, body: object = None, user: int | None = None) -> Reply:
        """Whatever it answers, unless it forbids that."""
        return await self._say("POST", path, user, body=body)

    async def delete(self, path: str, user: int | None = None) -> Reply:
        """Whatever it answers, unless it forbids that; a second time, that there is nothing."""
        return await self._say("DELETE", path, user)

    async def pages(self, path: str, params: Mapping[str, str | int] | None = None) -> AsyncIterator[list[Record]]:
        """A list to its end. One that ends before it says is unreadable, not short."""
        skip, before = 0, list[object]()
        for _ in range(MOST_PAGES):
            reply = await self._http.get(f"{API}/{path}", {"take": PAGE, "skip": skip, **(params or {})})
            told = record(self.expected(reply).json())
            results = listing(told.get("results"))
            if results is None:
                raise self.unreadable("no results")
            total = whole(record(told.get("pageInfo")).get("results"))
            if not results and total is not None and skip < total:
                raise self.unreadable("broken off")
            if results and results == before:
                raise self.unreadable("the same page again")
            before = results
            skip += len(results)
            if results:
                yield records(results)
            if skip >= total if total is not None else len(results) < PAGE:
                return
        raise self.unreadable("no end")

    async def ground(self) -> Ground:
        """Asked for once in a while."""
        now = self._clock.now()
        if self._ground is None or now - self._ground[0] > KEPT:
            version = (await self.get("status") or {}).get("version")
            scanned = await self._scanned() if self._excluded else False
            counted = SourceRejected("seerr-counts-placeholders", name=self._name, library=self._excluded)
            trouble = counted if scanned else None
            self._ground = now, Ground(parsers.is_overseerr(version), scanned is not False, trouble)
        return self._ground[1]

    async def close(self) -> None:
        await self._http.close()

    def expected(self, reply: Reply) -> Reply:
        """The answer itself. Raises SourceRejected where it is a refusal."""
        if reply.status in {HTTPStatus.OK, HTTPStatus.CREATED}:
            return reply
        raise SourceRejected("seerr-refused", name=self._name, reason=_said(reply) or f"HTTP {reply.status}")

    def unreadable(self, reason: str) -> SourceUnavailable:
        return SourceUnavailable("integration-unreadable", name=self._name, reason=reason)

    async def _say(self, method: str, path: str, user: int | None, *, body: object = None) -> Reply:
        """Raises SourceRejected ``seerr-csrf`` where its owner has it listen to its own pages alone."""
        reply = await self._http.send(
            method,
            f"{API}/{path}",
            json=body,
            headers=_as(user),
            repeatable=method == "DELETE",
            expected={HTTPStatus.FORBIDDEN},
        )
        self._deaf = None
        if reply.status == HTTPStatus.FORBIDDEN:
            reason = _said(reply)
            if "csrf" not in reason.casefold():
                raise SourceRejected("integration-rejected", name=self._name, reason=reason)
            error = SourceRejected("seerr-csrf", name=self._name)
            self._deaf = self._clock.now(), error
            raise error
        return reply

    async def _scanned(self) -> bool | None:
        """Whether Seerr reads the library of placeholders; None where it does not say."""
        found: set[bool | None] = set()
        for path in _SCANS:
            try:
                found.add(parsers.scans(await self.get(path) or {}, self._excluded))
            except SourceRejected:
                found.add(None)
        return True if True in found else False if False in found else None


def _as(user: int | None) -> dict[str, str] | None:
    """Whose doing it is. An empty name of the user would make it the administrator's."""
    return {"X-API-User": str(user)} if user else None


def _said(reply: Reply) -> str:
    try:
        return parsers.message(reply.json())
    except SourceUnavailable:
        return ""

"""What Radarr and Sonarr do alike: the same programme underneath answers for films and for series."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from adapters.acquisition.reading import elements, listing
from adapters.acquisition.servarr_parsers import (
    chosen,
    errors_of,
    is_known_already,
    labels,
    listed,
    numbers_of,
    per_minute,
    refused_because,
    usual_per_minute,
)
from adapters.http import HttpService, Reply
from adapters.values import Record, positive, record, records, whole
from bot.integration import Health, Instance, Outside
from engine.errors import InvalidQuery, RecommendarrError, SourceRejected, SourceUnavailable

API = "/api/v3"
PAGE = 200
LARGEST = 256 * 2**20
"""Bytes: the list of everything comes in one piece, some 4 kB a title."""
KEPT = timedelta(minutes=10)
"""Profiles and sizes are asked for again after that."""
_NOTHING: Mapping[str, str | int | bool] = {}


class Servarr:
    """One instance of either. Everything raises SourceUnavailable and SourceRejected."""

    def __init__(self, instance: Instance, outside: Outside) -> None:
        self.name = instance.name
        self.options = instance.options
        self._clock = outside.clock
        self.http = HttpService(
            instance, outside, headers={"X-Api-Key": instance.secret}, calls=20, timeout=30.0, largest=LARGEST
        )
        self._kept: dict[str, tuple[datetime, list[Record]]] = {}
        self._unwell: RecommendarrError | None = None
        self._unwell_since: datetime | None = None

    @property
    def health(self) -> Health:
        """That of the connection, and what the service itself calls an error."""
        told = self.http.health
        return (
            told if told.trouble or not self._unwell else replace(told, trouble=self._unwell, since=self._unwell_since)
        )

    async def examine(self) -> None:
        """Read the service's own checks; that it has none is no trouble."""
        try:
            errors = errors_of(await self.listing("health"))
        except SourceRejected as error:
            if error.key != "servarr-refused":
                raise
            errors = ""
        if not errors:
            self._unwell = self._unwell_since = None
            return
        self._unwell = SourceRejected("servarr-unwell", name=self.name, reason=errors)
        self._unwell_since = self._unwell_since or self._clock.now()

    async def listing(self, path: str, params: Mapping[str, str | int | bool] = _NOTHING) -> list[Record]:
        """A list of objects."""
        reply = self._expected(await self.http.get(f"{API}/{path}", params))
        told = listing(reply.json())
        if told is None:
            raise self._unreadable("no list")
        return records(told)

    async def everything(self, path: str) -> AsyncIterator[list[Record]]:
        """A list too long to be read at once, in pages."""
        reply = self._expected(await self.http.get(f"{API}/{path}"))
        page: list[Record] = []
        try:
            for value in elements(reply.body):
                page.append(record(value))
                if len(page) >= PAGE:
                    yield page
                    page = []
                    await asyncio.sleep(0)  # reading a large list must not hold up everybody else
        except (ValueError, RecursionError):
            raise self._unreadable("no list") from None
        if page:
            yield page

    async def queue(self, params: Mapping[str, str | int | bool]) -> list[Record]:
        """Everything on its way, paged to the end."""
        found: list[Record] = []
        for page in range(1, 1_000):
            told = record(
                self._expected(await self.http.get(f"{API}/queue", {"page": page, "pageSize": PAGE, **params})).json()
            )
            entries = listing(told.get("records"))
            total = whole(told.get("totalRecords"))
            if entries is None:
                raise self._unreadable("no records")
            found += records(entries)
            if total is None or len(found) >= total:
                break
            if not entries:
                raise self._unreadable("broken off")
        return found

    async def profile(self, wanted: str, setting: str) -> Record:
        """The quality profile. Raises SourceRejected ``servarr-profile-unclear`` with the choices."""
        choices = await self._choices("qualityprofile")
        found = chosen(wanted, choices, "name")
        if found is None or positive(found.get("id")) is None:
            raise self._unclear("servarr-profile-unclear", setting, wanted, listed(choices, "name"))
        return found

    async def root_folder(self, wanted: str, setting: str) -> str:
        """Path of the root folder. Raises SourceRejected ``servarr-root-unclear`` and ``servarr-root-inaccessible``."""
        choices = await self._choices("rootfolder")
        found = chosen(wanted, choices, "path")
        path = found.get("path") if found else None
        if found is None or not isinstance(path, str) or not path.strip():
            raise self._unclear("servarr-root-unclear", setting, wanted, listed(choices, "path"))
        if found.get("accessible") is False:
            raise SourceRejected("servarr-root-inaccessible", name=self.name, path=path)
        return path

    async def tag_numbers(self) -> list[int]:
        """Numbers of the tags that the settings name; those that are missing are made."""
        wanted = labels(self.options.get("tags", ""))
        if not wanted:
            return []
        known = dict(numbers_of(await self.listing("tag")))
        for label in wanted:
            if label not in known:
                made = self._expected(await self.http.send("POST", f"{API}/tag", json={"label": label}))
                if (number := positive(record(made.json()).get("id"))) is None:
                    raise self._unreadable("no tag")
                known[label] = number
        return [known[label] for label in wanted]

    async def bytes_per_minute(self, profile: Record, sizes: Sequence[float]) -> float | None:
        """By the quality definitions; where those set no size, by the files that are there."""
        try:
            definitions = await self.kept("qualitydefinition")
        except SourceRejected:
            definitions = []
            self._kept["qualitydefinition"] = (self._clock.now(), definitions)
        return per_minute(profile, definitions) or usual_per_minute(sizes)

    async def add(self, path: str, body: Record, title: str) -> Record:
        """Put a title in. Raises InvalidQuery ``request-already`` and SourceRejected ``servarr-refused``."""
        reply = await self.http.send("POST", f"{API}/{path}", json=body)
        if reply.status in {HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.ACCEPTED}:
            return record(reply.json())
        self._kept.clear()  # what was chosen may be gone
        told = _body(reply)
        if reply.status == HTTPStatus.CONFLICT or is_known_already(told):
            raise InvalidQuery("request-already", title=title, name=self.name)
        raise SourceRejected(
            "servarr-refused", name=self.name, title=title, reason=refused_because(told) or f"HTTP {reply.status}"
        )

    async def change(self, path: str, body: Record) -> None:
        """Replace a title by what is said of it."""
        self._expected(await self.http.send("PUT", f"{API}/{path}", json=body, repeatable=True))

    async def remove(self, path: str) -> None:
        """Take a title out, without its files; one that is gone already is no trouble."""
        params = {"deleteFiles": False, "addImportExclusion": False}
        reply = await self.http.send("DELETE", f"{API}/{path}", params=params, repeatable=True)
        if reply.status != HTTPStatus.NOT_FOUND:
            self._expected(reply)

    async def command(self, body: Record) -> None:
        """Have something done."""
        self._expected(await self.http.send("POST", f"{API}/command", json=body))

    async def kept(self, path: str) -> list[Record]:
        """A short list, asked for once in a while."""
        now = self._clock.now()
        if path not in self._kept or now - self._kept[path][0] > KEPT:
            self._kept[path] = (now, await self.listing(path))
        return self._kept[path][1]

    async def close(self) -> None:
        await self.http.close()

    async def _choices(self, path: str) -> list[Record]:
        self._kept.pop(path, None)  # they may have been changed since, and adding is rare
        return await self.kept(path)

    def _unclear(self, key: str, setting: str, wanted: str, choices: str) -> SourceRejected:
        setting = setting_of(self.name, setting)
        return SourceRejected(key, name=self.name, setting=setting, wanted=wanted or "–", choices=choices or "–")

    def _expected(self, reply: Reply) -> Reply:
        if reply.status in {HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.ACCEPTED}:
            return reply
        reason = refused_because(_body(reply)) or f"HTTP {reply.status}"
        raise SourceRejected("servarr-refused", name=self.name, title="–", reason=reason)

    def _unreadable(self, reason: str) -> SourceUnavailable:
        return SourceUnavailable("integration-unreadable", name=self.name, reason=reason)


def setting_of(name: str, option: str) -> str:
    """How the owner writes an option of the instance."""
    vendor, _, own = name.partition("-")
    return f"RECOMMENDARR_{vendor.upper()}_" + (f"INSTANCES → {own} → {option.lower()}" if own else option)


def _body(reply: Reply) -> object:
    try:
        return reply.json()
    except SourceUnavailable:
        return None

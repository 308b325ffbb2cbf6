"""What request services have already, so that it is not offered: asked now and then, and remembered over restarts."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np

from bot.requesting.sought import twins
from bot.syncing.recognising import title_id
from engine.domain.items import MediaType
from engine.errors import RecommendarrError
from engine.world import World

if TYPE_CHECKING:
    from bot.services import Services
    from engine.catalogue import Catalogue
    from engine.domain.acquisition import Known
    from engine.ports.acquisition import Requests

KNOWN = "requests.known."
"""Under this and the instance's name storage keeps the ids of its titles as JSON."""
RELEASED = "world.released"
"""Under this name storage keeps days of release as JSON."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Elsewhere:
    """Keeps ``Recommender.world`` up to date."""

    services: Services
    _known: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """By instance."""
    _fresh: set[str] = field(default_factory=set[str])
    """Asked for since that was read."""
    _released: dict[str, date] = field(default_factory=dict[str, date])

    async def load(self) -> None:
        """What was known at the last stop."""
        names = [name for name, _ in self._getters()]
        async with self.services.storage.unit() as unit:
            kept = {name: await unit.values.get(KNOWN + name) for name in names}
            released = await unit.values.get(RELEASED)
        self._known = {name: frozenset(_texts(text)) for name, text in kept.items() if text}
        self._released = dict(_days(released))
        await self.apply()

    async def refresh(self) -> None:
        """Ask every service; one that does not answer keeps what it said last."""
        for name, requests in self._getters():
            asked, found, by_tvdb = frozenset(self._fresh), set[str](), set[int]()
            try:
                async for page in requests.known():
                    for known in page:
                        _note(known, found, by_tvdb)
            except RecommendarrError as error:
                _log.info("%s could not be asked for its titles: %s", name, error.key)
                continue
            found |= await self._called(by_tvdb)
            self._known[name] = frozenset(found)
            self._fresh -= asked.intersection(key for one in found for key in twins(one))
            async with self.services.storage.unit() as unit:
                await unit.values.put(KNOWN + name, json.dumps(sorted(found)))
        await self.apply()

    def add(self, keys: Iterable[str]) -> None:
        """It was asked for just now, by whomever."""
        if new := set(keys) - self._fresh:
            self._fresh |= new
            world = self.services.recommender.world
            self.services.recommender.world = World(world.taken | new, world.released)

    def drop(self, keys: Iterable[str]) -> None:
        """Nobody asks for it any more; what services have of it is known."""
        self._fresh -= set(keys)

    def has(self, name: str, keys: Iterable[str]) -> bool:
        """Whether that service had the title when it was asked last; ``keys``: every id it may have here."""
        known = self._known.get(name, frozenset())
        return any(key in known for key in keys)

    async def put_released(self, released: Mapping[str, date]) -> None:
        """Days on which titles came or come out; those told before stay."""
        self._released |= released
        told = {key: day.isoformat() for key, day in sorted(self._released.items())}
        async with self.services.storage.unit() as unit:
            await unit.values.put(RELEASED, json.dumps(told))

    async def apply(self) -> None:
        """Let the engine know."""
        catalogue = self.services.snapshots.current
        here = await asyncio.to_thread(not_to_be_had, catalogue)
        known = (key for keys in self._known.values() for one in keys for key in twins(one))
        taken = frozenset(self._fresh).union(here, known)
        released = {key: day for key, day in self._released.items() if key in catalogue.index}
        self.services.recommender.world = World(taken, released)

    def _getters(self) -> tuple[tuple[str, Requests], ...]:
        stack = self.services.stack
        return () if stack is None else stack.getters

    async def _called(self, by_tvdb: Collection[int]) -> set[str]:
        """Ids of the titles with these numbers at TVDB, for services that tell no other."""
        found = set[str]()
        if not by_tvdb:
            return found
        async with self.services.storage.unit() as unit:
            async for items in unit.items.stream():
                for item in items:
                    told = item.external_ids.get("tvdb", "").split(",")
                    if any(one.isascii() and one.isdecimal() and int(one) in by_tvdb for one in told):
                        found.add(item.id)
        return found


def not_to_be_had(catalogue: Catalogue) -> frozenset[str]:
    """Ids on no shelf that nobody can be asked for: without a number in TMDB, or here under their other id.

    Which shelf that is, and who may open it, does not matter.
    """
    loose = catalogue.on_no_shelf()
    found = set[str]()
    for row in np.flatnonzero(loose).tolist():
        own, *others = twins(catalogue.ids[row])
        here = (catalogue.index.get(key) for key in others)
        if not others or any(other is not None and not loose[other] for other in here):
            found.add(own)
    return frozenset(found)


def _note(known: Known, found: set[str], by_tvdb: set[int]) -> None:
    if known.ids.tmdb is not None:
        listed = MediaType.MOVIE if known.media_type is MediaType.MOVIE else MediaType.TV
        found.add(title_id(listed, listed, known.ids.tmdb))
    elif known.ids.tvdb is not None:
        by_tvdb.add(known.ids.tvdb)


def _texts(text: str) -> list[str]:
    told = _read(text)
    return [one for one in cast("list[object]", told) if isinstance(one, str)] if isinstance(told, list) else []


def _days(text: str | None) -> Iterable[tuple[str, date]]:
    told = _read(text or "{}")
    for key, day in cast("dict[str, object]", told).items() if isinstance(told, dict) else ():
        try:
            yield key, date.fromisoformat(str(day))
        except ValueError:
            continue


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None  # it is read anew

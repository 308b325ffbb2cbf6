"""What TMDB said lately: some of it in memory, all of it in the storage."""

from __future__ import annotations

import logging
from collections import OrderedDict
from datetime import datetime, timedelta

from bot.integration import Outside
from engine.errors import RecommendarrError

WEEK = timedelta(days=7)
HALF_A_DAY = timedelta(hours=12)
LONGEST = timedelta(days=45)
"""So old an answer may be while TMDB is down. Titles are read anew after four months, and its terms let nothing be kept
longer than six: what is old must not begin to count as new."""
IN_MEMORY = 2_000
TOGETHER = 64
"""So many answers are written in one transaction …"""
PATIENCE = timedelta(seconds=5)
"""… or as many as there are after this time."""
_log = logging.getLogger(__name__)


class Memory:
    """Bodies by key. What cannot be stored is asked again some day, so a database that fails is no error here."""

    def __init__(self, outside: Outside) -> None:
        self._clock = outside.clock
        self._storage = outside.storage
        self._recent: OrderedDict[str, tuple[datetime, str]] = OrderedDict()
        self._waiting: dict[str, str] = {}
        self._since: datetime | None = None

    async def get(self, key: str, young: timedelta = WEEK) -> str | None:
        """The body that was heard at most ``young`` ago."""
        since = self._clock.now() - young
        if key in self._recent:
            at, body = self._recent[key]
            if at > since:
                self._recent.move_to_end(key)
                return body
        try:
            async with self._storage.unit() as unit:
                found = (await unit.metadata_cache.get([key], since)).get(key)
        except RecommendarrError as error:
            _log.warning("what is known of %s cannot be read: %s", key, error)
            return None
        return found

    async def put(self, key: str, body: str) -> None:
        """Remember; it is written with others."""
        now = self._clock.now()
        self._recent[key] = (now, body)
        self._recent.move_to_end(key)
        while len(self._recent) > IN_MEMORY:
            self._recent.popitem(last=False)
        self._waiting[key] = body
        self._since = self._since or now
        if len(self._waiting) >= TOGETHER or now - self._since >= PATIENCE:
            await self.write()

    async def write(self) -> None:
        """Store what waits."""
        bodies, at = self._waiting, self._since
        self._waiting, self._since = {}, None
        if not bodies or at is None:
            return
        try:
            async with self._storage.unit() as unit:
                await unit.metadata_cache.put(bodies, at)
        except RecommendarrError as error:
            _log.warning("%d answers could not be kept: %s", len(bodies), error)

"""What comes to the shelves of a server, changes or goes between two full readings."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.syncing.enriching import Enriching
from bot.syncing.shelving import Shelving, leave
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.syncing.light import Reading
    from bot.syncing.surroundings import Surroundings
    from engine.domain.media import Section, ShelfItem
    from engine.ports.library import MediaServer

_log = logging.getLogger(__name__)
SETTLES = 2.0
"""Seconds in which what came to a shelf piece by piece is put into one new catalogue."""


@dataclass(slots=True)
class Arrivals:
    """Takes them in. Everything raises what the server raises."""

    name: str
    vendor: str
    server: MediaServer
    around: Surroundings
    light: Callable[[], Awaitable[Reading]]
    """Reads libraries and rights anew."""
    parts: Callable[[Sequence[str]], Awaitable[None]]
    """Reads anew which titles among those of these keys people with limits may open."""
    generation: Callable[[], Awaitable[int]]
    """Number of the last full reading."""
    _settling: asyncio.Task[None] | None = None
    _unsettled: list[str] = field(default_factory=list[str])
    """Keys of titles that are not in the catalogue yet as they are now."""

    async def changed(self, reading: Reading, since: datetime) -> list[str]:
        """Take in what changed; ids of the titles that are new or changed."""
        fresh, shelving = list[str](), self.shelving(reading, await self.generation())
        for section in reading.sections:
            if section.media_type is not None:
                async for page in self.server.changed(section.key, since):
                    fresh += await shelving.keep(section, page)
        return fresh

    async def one(self, reading: Reading, key: str, *, gone: bool) -> None:
        """Take in the one title of that key, or take it off; the catalogue follows soon."""
        found = None if gone else await self.server.item(key)
        section = None if found is None else _section(reading, found)
        if found is not None and section is None:
            reading = await self.light()  # it may lie in a library that is new as well
            section = _section(reading, found)
        if found is not None and section is not None:
            await self.shelving(reading, await self.generation()).keep(section, [found])
        else:
            async with self.around.storage.unit() as unit:
                left = await unit.server_items.get(reading.identity.id, [key])
                await leave(unit, self.vendor, list(left.values()))
        self._unsettled.append(key)
        if self._settling is None or self._settling.done():
            self._settling = asyncio.create_task(self._settle(reading.identity.id))

    async def learn_of(self, item_ids: Sequence[str]) -> None:
        """What the catalogue of the world knows of titles that have just come, and their vectors."""
        around = self.around
        if not item_ids:
            return
        if around.stack.metadata is not None:
            refresh = around.snapshots.refresh
            more = Enriching(around.storage, around.stack.metadata, around.languages, refresh, _untold, around.clock)
            await more.add_new(item_ids)
        await around.understand()

    def shelving(self, reading: Reading, generation: int) -> Shelving:
        """What keeps titles, for the reading of that number."""
        around = self.around
        return Shelving(
            vendor=self.vendor,
            server_id=reading.identity.id,
            storage=around.storage,
            metadata=around.stack.metadata,
            intake=around.intake,
            generation=generation,
            shelved=around.shelved,
        )

    async def close(self) -> None:
        """Stop what is under way by itself."""
        if self._settling is not None:
            self._settling.cancel()
            await asyncio.gather(self._settling, return_exceptions=True)

    async def _settle(self, server_id: str) -> None:
        while self._unsettled:
            await asyncio.sleep(SETTLES)
            keys, self._unsettled = self._unsettled, []
            try:
                await self._open_to_the_limited(keys)
                await self.around.snapshots.refresh()
                async with self.around.storage.unit() as unit:
                    stored = await unit.server_items.get(server_id, keys)
                await self.learn_of([one.item_id for one in stored.values()])
            except RecommendarrError as error:
                _log.warning("what came to %s is not yet in the catalogue: %s", self.name, error.key)

    async def _open_to_the_limited(self, keys: Sequence[str]) -> None:
        try:
            await self.parts(keys)
        except RecommendarrError as error:
            _log.warning("what came to %s stays closed to people with limits: %s", self.name, error.key)


def _section(reading: Reading, found: ShelfItem) -> Section | None:
    return next((one for one in reading.sections if one.key == found.section), None)


def _untold(done: int, of: int) -> None:
    del done, of

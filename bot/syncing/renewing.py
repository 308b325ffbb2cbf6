"""Reads anew what a catalogue of the world said long ago: its terms let nothing be kept longer than six months."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.recognising import keys_listed, listed_as
from bot.syncing.titles import is_poorer, renewed
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from engine.domain.items import Item
    from engine.domain.media_records import StoredItem
    from engine.ports.clock import Clock
    from engine.ports.metadata import Details, Metadata
    from engine.ports.storage import Storage

_log = logging.getLogger(__name__)
AFTER = timedelta(days=120)
"""So early that weeks are left for many titles at once, and for trying again while the catalogue is down."""
FEW = 100
"""Titles in one run."""
PATIENCE = 5
"""Failures in a row after which the rest is left to the next run."""
LATER = timedelta(days=1)
"""A title that could not be read waits so long, and holds up no other."""


@dataclass(slots=True)
class Renewing:
    """Lives as long as the service; ``run`` it now and then."""

    storage: Storage
    metadata: Metadata
    languages: Sequence[str]
    clock: Clock
    read_again: Callable[[StoredItem], Awaitable[None]]
    """Has a server tell anew what it knows of a title."""
    _waiting: dict[str, datetime] = field(default_factory=dict[str, datetime])
    """Until when titles wait that could not be read."""

    async def run(self) -> int:
        """How many were read anew. What cannot be read now stays as it is and is read later."""
        found, failures = 0, 0
        for item in await self._due():
            if failures >= PATIENCE:
                break
            listed, number = listed_as(item.id)
            try:
                told = None
                if number is not None:
                    told = await self.metadata.details(listed, number, languages=self.languages, anew=True)
            except RecommendarrError as error:
                failures += 1
                self._waiting[item.id] = self.clock.now() + LATER
                _log.info("%s could not be read anew: %s; that goes on later", item.id, error.key)
                continue
            failures, found = 0, found + 1
            for lying in await self._keep(item.id, told):
                await self._read_again(lying)
        return found

    async def _due(self) -> list[Item]:
        """The oldest, without those that wait."""
        now = self.clock.now()
        self._waiting = {key: until for key, until in self._waiting.items() if until > now}
        async with self.storage.unit() as unit:
            old = await unit.facts_read.before(now - AFTER, FEW + len(self._waiting))
            items = await unit.items.get_many(old)
            await unit.facts_read.drop([key for key in old if key not in items])
        return [items[key] for key in old if key in items and key not in self._waiting][:FEW]

    async def _keep(self, item_id: str, told: Details | None) -> list[StoredItem]:
        """Keep what is told now in place of what was; where that is less, the copies of it on shelves."""
        async with self.storage.unit() as unit:
            before = await unit.items.get(item_id)  # what was stored meanwhile stays
            if before is None:
                return []
            lying = await unit.server_items.of_item(item_id)
            after = renewed(before, told.item if told is not None else None)
            if told is None and lying:
                after = replace(after, title=lying[0].title)
            if after != before:
                await unit.items.upsert([after])
            listed = keys_listed((*told.recommended, *told.similar), item_id) if told is not None else ()
            await unit.title_lists.put({item_id: listed})
            if told is None:
                await unit.facts_read.drop([item_id])
            else:
                await unit.facts_read.put([item_id], self.clock.now())
            if not is_poorer(after, before):
                return []
            lying = [replace(one, digest="") for one in lying]
            await unit.server_items.put(lying)  # if their server does not answer now, its next full reading tells
        return lying

    async def _read_again(self, lying: StoredItem) -> None:
        try:
            await self.read_again(lying)
        except RecommendarrError as error:
            _log.info("%s is not read again yet: %s", lying.item_id, error.key)

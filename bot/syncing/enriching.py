"""Adds what a catalogue of the world knows to titles on shelves: people, keywords, votes, texts in all languages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.syncing.recognising import keys_listed, listed_as
from bot.syncing.titles import enriched
from engine.domain.media import ExternalIds
from engine.errors import RecommendarrError, SourceRejected
from engine.ports.metadata import Details

if TYPE_CHECKING:
    from engine.domain.items import Item, MediaType
    from engine.ports.clock import Clock
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage

_log = logging.getLogger(__name__)
BATCH = 100
AT_ONCE = 16
REFRESH_EVERY = 2_000
"""Titles after which what is known by then answers."""
PATIENCE = 5
"""Failures in a row after which the rest is left to the next time."""


@dataclass(frozen=True, slots=True)
class Enriching:
    """Looks titles up, the ones on shelves first."""

    storage: Storage
    metadata: Metadata
    languages: Sequence[str]
    refresh: Callable[[], Awaitable[object]]
    progress: Callable[[int, int], None]
    """Done, of all."""
    clock: Clock

    async def run(self) -> int:
        """How many were found. Stop it anywhere: it goes on from there."""
        wanted = await self.wanted()
        found, since = 0, 0
        for start in range(0, len(wanted), BATCH):
            batch = wanted[start : start + BATCH]
            told = await self.add(batch)
            if told is None:
                break
            found, since = found + told, since + told
            self.progress(min(start + BATCH, len(wanted)), len(wanted))
            if since >= REFRESH_EVERY:
                since = 0
                await self.refresh()
        if since:
            await self.refresh()
        return found

    async def wanted(self) -> list[str]:
        """Titles of which nothing was looked up yet, those on shelves first."""
        on_shelves, others = list[str](), list[str]()
        async with self.storage.unit() as unit:
            async for items in unit.items.stream():
                for item in items:
                    if item.vote_count is None and number_of(item)[1] is not None:
                        (on_shelves if item.library_ids else others).append(item.id)
        return on_shelves + others

    async def add_new(self, item_ids: Sequence[str]) -> None:
        """Look up those of these of which nothing was looked up yet."""
        async with self.storage.unit() as unit:
            items = await unit.items.get_many(item_ids)
        wanted = [one.id for one in items.values() if one.vote_count is None and number_of(one)[1] is not None]
        for start in range(0, len(wanted), BATCH):
            if await self.add(wanted[start : start + BATCH]) is None:
                break
        if wanted:
            await self.refresh()

    async def add(self, item_ids: Iterable[str]) -> int | None:
        """Look these up and keep what was found; how many. None where the catalogue does not answer."""
        async with self.storage.unit() as unit:
            items = await unit.items.get_many(item_ids)
        told = await self._told(list(items.values()))
        if told is None:
            return None
        async with self.storage.unit() as unit:
            # what was stored meanwhile stays
            now = await unit.items.get_many(told)
            await unit.items.upsert([enriched(item, told[key].item) for key, item in now.items()])
            lists = {key: keys_listed((*told[key].recommended, *told[key].similar), key) for key in now}
            await unit.title_lists.put({key: listed for key, listed in lists.items() if listed})
            await unit.facts_read.put([key for key in now if told[key].ids], self.clock.now())
        return len(told)

    async def _told(self, items: Sequence[Item]) -> dict[str, Details] | None:
        places, failures = asyncio.Semaphore(AT_ONCE), list[RecommendarrError]()

        async def one(item: Item) -> Details | None:
            listed, number = number_of(item)
            if number is None or len(failures) >= PATIENCE:
                return None
            async with places:
                try:
                    details = await self.metadata.details(listed, number, languages=self.languages)
                except RecommendarrError as error:
                    failures.append(error)
                    return None
            # one that is listed no more is not asked for again and again
            return Details(replace(item, vote_count=0), ExternalIds()) if details is None else details

        answers = await asyncio.gather(*(one(item) for item in items))
        if len(failures) >= PATIENCE or any(isinstance(error, SourceRejected) for error in failures):
            _log.warning("titles could not be looked up: %s; that goes on later", failures[0].key)
            return None
        return {item.id: answer for item, answer in zip(items, answers, strict=True) if answer is not None}


def number_of(item: Item) -> tuple[MediaType, int | None]:
    """How TMDB lists the title, and its number there."""
    listed, number = listed_as(item.id)
    return listed, number

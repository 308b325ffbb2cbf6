"""The full reading of a server's shelves: every section to its end, where a kill stopped it onwards."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.syncing.shelving import Shelving, leave
from engine.domain.media_records import StoredItem, SyncKind, SyncRun, SyncState
from engine.errors import RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from engine.domain.media import Section
    from engine.ports.clock import Clock
    from engine.ports.library import MediaServer
    from engine.ports.metadata import Metadata
    from engine.ports.storage import Storage

CHECKED_AT_ONCE = 8
"""Titles that are asked for by themselves before they are taken off the shelf."""
ITEMS, FRESH, GONE = "items", "fresh", "gone"


@dataclass(slots=True)
class Full:
    """One full reading, which can be gone on with."""

    instance: str
    vendor: str
    server_id: str
    server: MediaServer
    storage: Storage
    metadata: Metadata | None
    clock: Clock
    progress: Callable[[Mapping[str, int]], None]
    shelved: Callable[[Sequence[str]], Awaitable[None]]
    _run: SyncRun = field(init=False)

    async def run(self, sections: Sequence[Section]) -> SyncRun:
        """Read them. Raises what the server raises: what was read until then is kept, and the next one goes on."""
        self._run = await self._begun()
        try:
            for section in sections:
                if section.media_type is not None and section.key not in self._done():
                    await self._section(section)
        except RecommendarrError as error:
            await self._put(state=SyncState.FAILED, trouble=error.key)
            raise
        return self._run

    @property
    def counts(self) -> Mapping[str, int]:
        """What was counted until now."""
        return self._run.counts

    async def finish(self) -> SyncRun:
        """Note that everything that belongs to the reading is done."""
        await self._put(state=SyncState.DONE, finished_at=self.clock.now(), cursor={}, trouble="")
        return self._run

    def count(self, what: str, more: int) -> None:
        """Add to the counts of the run; they are stored with the next page."""
        self._run = replace(self._run, counts={**self._run.counts, what: self._run.counts.get(what, 0) + more})
        self.progress(self._run.counts)

    async def _begun(self) -> SyncRun:
        """The run that was interrupted, or a new one."""
        now = self.clock.now()
        async with self.storage.unit() as unit:
            last = await unit.sync_runs.get(self.instance, SyncKind.FULL)
            if last is not None and last.state is not SyncState.DONE:
                run = replace(last, state=SyncState.RUNNING, updated_at=now, trouble="")
            else:
                generation = (last.generation if last else 0) + 1
                run = SyncRun(self.instance, SyncKind.FULL, SyncState.RUNNING, now, now, generation)
            await unit.sync_runs.put(run)
        return run

    def _done(self) -> frozenset[str]:
        done = self._run.cursor.get("done")
        return frozenset(str(one) for one in done) if isinstance(done, list) else frozenset()  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON

    async def _section(self, section: Section) -> None:
        generation = self._run.generation
        shelving = Shelving(self.vendor, self.server_id, self.storage, self.metadata, generation, self.shelved)
        start = self._start(section)
        read = start
        async for page in self.server.items(section.key, start=start):
            fresh = await shelving.keep(section, page)
            read += len(page)
            self.count(ITEMS, len(page))
            self.count(FRESH, fresh)
            await self._put(cursor={**self._run.cursor, "section": section.key, "start": read})
        await self._take_off(section, read)
        done = [*sorted(self._done()), section.key]
        await self._put(cursor={"done": done})

    def _start(self, section: Section) -> int:
        cursor = self._run.cursor
        start = cursor.get("start")
        return start if cursor.get("section") == section.key and isinstance(start, int) else 0

    async def _take_off(self, section: Section, read: int) -> None:
        """Take off what was not seen, if the server says of each that it is gone: pages shift while they are read."""
        async with self.storage.unit() as unit:
            unseen = await unit.server_items.unseen(self.server_id, section.key, self._run.generation)
        if not unseen:
            return
        if not read and section.count:
            raise SourceUnavailable("integration-unreadable", name=self.instance)
        places = asyncio.Semaphore(CHECKED_AT_ONCE)

        async def is_gone(one: StoredItem) -> bool:
            async with places:
                found = await self.server.item(one.key)
            return found is None or found.section != section.key

        answers = await asyncio.gather(*(is_gone(one) for one in unseen))
        gone = [one for one, is_so in zip(unseen, answers, strict=True) if is_so]
        async with self.storage.unit() as unit:
            await leave(unit, self.vendor, gone)
        self.count(GONE, len(gone))

    async def _put(self, **changes: object) -> None:
        self._run = replace(self._run, updated_at=self.clock.now(), **changes)  # pyright: ignore[reportArgumentType] - its own fields
        async with self.storage.unit() as unit:
            await unit.sync_runs.put(self._run)

"""The full reading of a server's shelves: every section to its end, where a kill stopped it onwards."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.syncing.shelving import leave
from engine.domain.media import Section, ShelfItem
from engine.domain.media_records import StoredItem, SyncKind, SyncRun, SyncState
from engine.errors import RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.syncing.shelving import Shelving
    from engine.ports.clock import Clock
    from engine.ports.library import MediaServer
    from engine.ports.storage import Storage

CHECKED_AT_ONCE = 8
"""Titles that are asked for by themselves before they are taken off the shelf."""
CHECKED_TOGETHER = 500
BACK = 100
"""Titles before the place where it was stopped that are read again: some may have gone, and others moved up."""
STALE = timedelta(days=1)
"""A reading that was stopped for so long is begun anew: what it saw may be gone."""
ITEMS, FRESH, GONE = "items", "fresh", "gone"
SERVER = "server"
"""Under this the cursor of a run says which server was read: another may have its name by now."""


@dataclass(slots=True)
class Full:
    """One full reading, which can be gone on with."""

    instance: str
    vendor: str
    server_id: str
    server: MediaServer
    storage: Storage
    clock: Clock
    progress: Callable[[Mapping[str, int]], None]
    shelving: Callable[[int], Shelving]
    """Makes what keeps the titles, for the number of the reading."""
    _run: SyncRun = field(init=False)
    _shelving: Shelving = field(init=False)

    async def run(self, sections: Sequence[Section]) -> SyncRun:
        """Read them. Raises what the server raises: what was read until then is kept, and the next one goes on."""
        self._run = await self._begun()
        self._shelving = self.shelving(self._run.generation)
        there = {one.key: one for one in sections if one.media_type is not None}
        try:
            for section in there.values():
                if section.key not in self._done():
                    await self._section(section, there)
            await self._clear_away(there)
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
        await self._put(state=SyncState.DONE, finished_at=self.clock.now(), cursor={SERVER: self.server_id}, trouble="")
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
            if last is not None and self._goes_on(last):
                run = replace(last, state=SyncState.RUNNING, updated_at=now, trouble="")
            else:
                # rises with time, so that it is higher than that of any earlier reading, whatever the instance's name
                generation = max((last.generation if last else 0) + 1, int(now.timestamp()) // 60)
                cursor = {SERVER: self.server_id}
                run = SyncRun(self.instance, SyncKind.FULL, SyncState.RUNNING, now, now, generation, cursor)
            await unit.sync_runs.put(run)
        return run

    def _goes_on(self, last: SyncRun) -> bool:
        fits = last.state is not SyncState.DONE and last.cursor.get(SERVER) == self.server_id
        return fits and last.updated_at > self.clock.now() - STALE

    def _done(self) -> frozenset[str]:
        done = self._run.cursor.get("done")
        return frozenset(str(one) for one in done) if isinstance(done, list) else frozenset()  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON

    async def _section(self, section: Section, there: Mapping[str, Section]) -> None:
        read = max(self._start(section) - BACK, 0)
        async for page in self.server.items(section.key, start=read):
            fresh = await self._shelving.keep(section, page)
            read += len(page)
            self.count(ITEMS, len(page))
            self.count(FRESH, len(fresh))
            await self._put(cursor={**self._run.cursor, "section": section.key, "start": read})
        async with self.storage.unit() as unit:
            unseen = await unit.server_items.unseen(self.server_id, section.key, self._run.generation)
        if unseen and not read and section.count:
            raise SourceUnavailable("integration-unreadable", name=self.instance)
        await self._look_after(unseen, there)
        done = [*sorted(self._done()), section.key]
        await self._put(cursor={SERVER: self.server_id, "done": done})

    def _start(self, section: Section) -> int:
        cursor = self._run.cursor
        start = cursor.get("start")
        return start if cursor.get("section") == section.key and isinstance(start, int) else 0

    async def _clear_away(self, there: Mapping[str, Section]) -> None:
        """Look after what lay in sections that the server has no more."""
        async with self.storage.unit() as unit:
            left = [
                one
                async for some in unit.server_items.stream(self.server_id)
                for one in some
                if one.section not in there
            ]
        await self._look_after(left, there)

    async def _look_after(self, unseen: Sequence[StoredItem], there: Mapping[str, Section]) -> None:
        """Take off what was not seen, if the server says of each that it is gone: pages shift while they are read."""
        for start in range(0, len(unseen), CHECKED_TOGETHER):
            some = unseen[start : start + CHECKED_TOGETHER]
            found = await self._asked(some)
            gone = [one for one, item in zip(some, found, strict=True) if item is None or item.section not in there]
            still = defaultdict[str, list[ShelfItem]](list)
            for item in found:
                if item is not None and item.section in there:
                    still[item.section].append(item)
            for key, items in still.items():
                await self._shelving.keep(there[key], items)
            async with self.storage.unit() as unit:
                await leave(unit, self.vendor, gone)
            self.count(GONE, len(gone))

    async def _asked(self, items: Sequence[StoredItem]) -> list[ShelfItem | None]:
        places = asyncio.Semaphore(CHECKED_AT_ONCE)

        async def ask(one: StoredItem) -> ShelfItem | None:
            async with places:
                return await self.server.item(one.key)

        tasks = [asyncio.create_task(ask(one)) for one in items]
        try:
            return await asyncio.gather(*tasks)
        finally:  # where one failed the others are not waited for
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _put(self, **changes: object) -> None:
        self._run = replace(self._run, updated_at=self.clock.now(), **changes)  # pyright: ignore[reportArgumentType] - its own fields
        async with self.storage.unit() as unit:
            await unit.sync_runs.put(self._run)

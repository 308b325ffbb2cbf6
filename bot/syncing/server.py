"""Everything that is read of one media server, one reading at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.syncing.arrivals import Arrivals
from bot.syncing.enriching import Enriching
from bot.syncing.full import SERVER, Full
from bot.syncing.light import SERVER_VALUE, Light, Reading
from bot.syncing.parts import Parts, Told, keys_of
from bot.syncing.watching import WatchingOf
from engine.domain.media_records import SyncKind, SyncRun, SyncState

if TYPE_CHECKING:
    from bot.syncing.surroundings import Surroundings
    from bot.syncing.watching import Tell
    from engine.domain.media import ShelfItem
    from engine.domain.media_events import ShelfChanged
    from engine.ports.library import MediaServer

_log = logging.getLogger(__name__)
OLD = timedelta(days=7)
"""After so long everything is read again."""
FEW = 200
"""Of so many new titles it is asked one by one who may open them."""
CLOCKS_DIFFER = timedelta(hours=1)
"""How much further back what is new is looked for."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of a server is."""

    step: str
    """light, shelves, history, watched, facts."""
    counts: Mapping[str, int]
    total: int = 0
    """Titles there are, where it is known."""


class ServerReading:
    """Reads one server. Everything raises what the server raises; what was read until then is kept."""

    def __init__(self, name: str, server: MediaServer, around: Surroundings) -> None:
        self.name, self._server, self._around = name, server, around
        self._vendor = around.stack.vendor(name)
        self._lock, self._rights = asyncio.Lock(), asyncio.Lock()
        self.taking = asyncio.Lock()
        """Held by whoever takes in what was watched here."""
        self._light: Reading | None = None
        self._parts = Told()
        self._arrivals = Arrivals(name, self._vendor, server, around, self.light, self._read_parts, self._generation)
        self.progress: Progress | None = None
        """How far the full reading under way is."""

    @property
    def last(self) -> Reading | None:
        """What the light reading said last."""
        return self._light

    @property
    def unclear(self) -> int:
        """How many people have limits that cannot be read, so that what they are set on is closed to them."""
        accounts = self._light.accounts if self._light else ()
        return sum(bool(one.unclear or one.parts & self._parts.refused) for one in accounts if one.active)

    async def light(self) -> Reading:
        """Libraries, people and rights: seconds, and some more where people have limits within libraries."""
        around = self._around
        reader = Light(self.name, self._vendor, self._server, around.storage, around.clock, around.ids, around.locale)
        async with self._rights:  # an answer from before a right was taken away must not be kept after one from then
            self._light = reading = await reader.run()
            # a part of which nothing is known yet is closed until it is read
            changed = await self._parts_of(reading)
        _log.info("%s: %d people, %d libraries", self.name, len(reading.accounts), len(reading.sections))
        if changed:
            await around.snapshots.refresh()
        return reading

    async def full(self) -> None:
        """Everything; one that was stopped is gone on with."""
        async with self._lock:
            try:
                await self._full()
            finally:
                self.progress = None

    async def recent(self) -> None:
        """What came to the shelves and what was played since the last time; nothing while all of it is read."""
        if self._lock.locked():
            return
        async with self._lock:
            since, began = await self._read_until(), self._around.clock.now()
            if since is None:
                return
            fresh = await self._arrivals.changed(await self._known(), since)
            if fresh:
                server_id = (await self._known()).identity.id
                await self._read_parts(await keys_of(self._around.storage, server_id, fresh))
                await self._around.snapshots.refresh()
            watching = replace(self._watching(_uncounted), watched=self._around.watched)
            await watching.histories(self._tellers())
            cursor = {SERVER: (await self._known()).identity.id}
            run = SyncRun(self.name, SyncKind.RECENT, SyncState.DONE, began, began, cursor=cursor, finished_at=began)
            async with self._around.storage.unit() as unit:
                await unit.sync_runs.put(run)
        await self._arrivals.learn_of(fresh)

    async def states(self) -> None:
        """Where its accounts stand with titles; nothing while all of it is read."""
        await self._known()
        if not self._lock.locked():
            await self._watching(_uncounted).states()

    async def shelf_changed(self, told: ShelfChanged) -> None:
        """Take in one title that came, changed or went; with no key whatever changed lately."""
        if not told.item_key:
            await self.recent()
            return
        await self._arrivals.one(await self._known(), told.item_key, gone=told.gone)

    async def item(self, key: str) -> ShelfItem | None:
        """The title of that key, as the server tells it now."""
        return await self._server.item(key)

    async def is_due(self) -> bool:
        """Whether everything should be read: never done, stopped on the way, or old."""
        last = await self._run(SyncKind.FULL)
        if last is None or last.state is not SyncState.DONE:
            return True
        return (last.finished_at or last.started_at) < self._around.clock.now() - OLD

    async def close(self) -> None:
        """Stop what is under way by itself."""
        await self._arrivals.close()

    async def _full(self) -> None:
        around = self._around
        self._tell("light", {})
        reading = await self.light()
        full = Full(
            self.name,
            self._vendor,
            reading.identity.id,
            self._server,
            around.storage,
            around.clock,
            lambda counts: self._tell("shelves", counts),
            lambda generation: self._arrivals.shelving(reading, generation),
        )
        await full.run(reading.sections)
        await self._read_parts()
        await around.snapshots.refresh()

        def count(what: str, more: int) -> None:
            full.count(what, more)
            self._tell("history" if what == "plays" else "watched", full.counts)

        watching = self._watching(count)
        await watching.histories(self._tellers())
        await watching.states()
        await full.finish()
        await around.snapshots.refresh()
        await self._enrich(full.counts)
        await around.understand()

    async def _enrich(self, counts: Mapping[str, int]) -> None:
        around = self._around
        if around.stack.metadata is None:
            return

        def tell(done: int, of: int) -> None:
            self._tell("facts", {**counts, "facts": done, "wanted": of})

        refresh, languages = around.snapshots.refresh, around.languages
        await Enriching(around.storage, around.stack.metadata, languages, refresh, tell, around.clock).run()

    async def _read_parts(self, keys: Sequence[str] | None = None) -> None:
        """What is new or changed is in no part of a library, so that it is closed to people with limits until now."""
        few = keys if keys is not None and len(keys) <= FEW else None
        async with self._rights:
            if self._light is not None:
                await self._parts_of(self._light, few)

    async def _parts_of(self, reading: Reading, keys: Sequence[str] | None = None) -> bool:
        """Whether anything is open to other people than before."""
        self._parts = await Parts(self._vendor, self._server, self._around.storage).read(reading, keys)
        return bool(self._parts.changed)

    async def _generation(self) -> int:
        last = await self._run(SyncKind.FULL)
        return last.generation if last else 0

    def _watching(self, count: Callable[[str, int], None]) -> WatchingOf:
        around = self._around
        return WatchingOf(
            instance=self.name,
            vendor=self._vendor,
            server_id=self._light.identity.id if self._light else "",
            server=self._server,
            storage=around.storage,
            intake=around.intake,
            clock=around.clock,
            sealer=around.sealer,
            turn=self.taking,
            count=count,
        )

    def _tellers(self) -> list[tuple[str, Tell]]:
        """Who tells what was played on this server."""
        stack = self._around.stack
        told = [
            (one.instance.name, one.history.since)
            for one in stack.histories
            if one.history is not None and stack.speaks_of(one.instance.name) == self.name
        ]
        return [(self.name, self._server.history), *told]

    async def _known(self) -> Reading:
        return self._light or await self.light()

    async def _read_until(self) -> datetime | None:
        """From when on something may be new; None where not everything was read once."""
        await self._known()
        full, recent = await self._run(SyncKind.FULL), await self._run(SyncKind.RECENT)
        whole = [full.started_at] if full is not None and full.state is SyncState.DONE else []
        # one that is stopped now says that there was one before: what is new goes on to be looked for
        began = [*whole, *([recent.started_at] if recent is not None else [])]
        return max(began) - CLOCKS_DIFFER if began else None

    async def _run(self, kind: SyncKind) -> SyncRun | None:
        """The last one of this server; another one may have had its name."""
        async with self._around.storage.unit() as unit:
            run = await unit.sync_runs.get(self.name, kind)
            server_id = self._light.identity.id if self._light else await unit.values.get(SERVER_VALUE + self.name)
        return run if run is not None and run.cursor.get(SERVER, server_id) == server_id else None

    def _tell(self, step: str, counts: Mapping[str, int]) -> None:
        sections = self._light.sections if self._light else ()
        total = sum(one.count for one in sections if one.media_type is not None)
        self.progress = Progress(step, dict(counts), total)


def _uncounted(what: str, more: int) -> None:
    del what, more

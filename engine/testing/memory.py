"""Storage in memory: every port, with units of work that roll back. For tests, evaluation and benchmarks."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from engine.testing.memory_interactions import InteractionRows, MemoryHidings, MemoryInteractions
from engine.testing.memory_items import ItemRows, MemoryItems, MemoryLibraries
from engine.testing.memory_records import (
    MemoryAccess,
    MemoryDeliveries,
    MemoryImportJobs,
    MemoryJournal,
    MemorySlates,
    MemoryValues,
    MemoryWatchlists,
    RecordRows,
)
from engine.testing.memory_viewers import MemoryViewers, ViewerRows
from engine.testing.table import Undo


class MemoryUnit:
    """One unit of work over the rows of a ``MemoryStorage``."""

    def __init__(
        self, items: ItemRows, viewers: ViewerRows, interactions: InteractionRows, records: RecordRows, undo: Undo
    ) -> None:
        self.items = MemoryItems(items, undo)
        self.libraries = MemoryLibraries(items, undo)
        self.viewers = MemoryViewers(viewers, undo)
        self.interactions = MemoryInteractions(interactions, undo)
        self.hidings = MemoryHidings(interactions, undo)
        self.slates = MemorySlates(records, undo)
        self.watchlists = MemoryWatchlists(records, undo)
        self.access = MemoryAccess(records, undo)
        self.journal = MemoryJournal(records, undo)
        self.import_jobs = MemoryImportJobs(records, undo)
        self.deliveries = MemoryDeliveries(records, undo)
        self.values = MemoryValues(records, undo)


class MemoryStorage:
    """Keeps everything in dictionaries. Units may overlap; one that raises takes back only its own changes."""

    def __init__(self) -> None:
        self._items, self._viewers = ItemRows(), ViewerRows()
        self._interactions, self._records = InteractionRows(), RecordRows()

    @asynccontextmanager
    async def unit(self) -> AsyncGenerator[MemoryUnit]:
        undo = Undo()
        try:
            yield MemoryUnit(self._items, self._viewers, self._interactions, self._records, undo)
        except BaseException:
            undo.run()
            raise

    async def close(self) -> None:
        """Nothing to close."""

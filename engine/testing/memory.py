"""Storage in memory: every port, with units of work that roll back. For tests, evaluation and benchmarks."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from engine.testing.memory_interactions import InteractionRows, MemoryHidings, MemoryInteractions
from engine.testing.memory_items import ItemRows, MemoryItems, MemoryLibraries
from engine.testing.memory_letters import (
    LetterRows,
    MemoryCorrespondents,
    MemoryInbox,
    MemoryOutbox,
    MemoryShownPicks,
)
from engine.testing.memory_media import (
    MediaRows,
    MemoryFactsRead,
    MemoryMediaRequests,
    MemoryMetadataCache,
    MemoryReports,
    MemoryServerAccounts,
    MemoryServerItems,
    MemorySyncRuns,
    MemoryTitleLists,
    MemoryTokens,
    MemoryWants,
)
from engine.testing.memory_nights import MemoryNights, NightRows
from engine.testing.memory_people import MemoryCourtesies, MemoryLinks, MemoryPeople, PeopleRows
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


@dataclass(frozen=True, slots=True)
class _Rows:
    """What outlives a unit of work."""

    items: ItemRows = field(default_factory=ItemRows)
    viewers: ViewerRows = field(default_factory=ViewerRows)
    interactions: InteractionRows = field(default_factory=InteractionRows)
    records: RecordRows = field(default_factory=RecordRows)
    letters: LetterRows = field(default_factory=LetterRows)
    people: PeopleRows = field(default_factory=PeopleRows)
    nights: NightRows = field(default_factory=NightRows)
    media: MediaRows = field(default_factory=MediaRows)


class MemoryUnit:
    """One unit of work over the rows of a ``MemoryStorage``."""

    def __init__(self, rows: _Rows, undo: Undo) -> None:
        items, viewers, interactions = rows.items, rows.viewers, rows.interactions
        records, letters = rows.records, rows.letters
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
        self.inbox = MemoryInbox(letters, records, undo)
        self.outbox = MemoryOutbox(letters, undo)
        self.correspondents = MemoryCorrespondents(letters, undo)
        self.shown_picks = MemoryShownPicks(letters, undo)
        self.links = MemoryLinks(rows.people, undo)
        self.people = MemoryPeople(rows.people, viewers, letters, records, undo)
        self.courtesies = MemoryCourtesies(rows.people, undo)
        self.group_nights = MemoryNights(rows.nights, undo)
        self.values = MemoryValues(records, undo)
        self.server_items = MemoryServerItems(rows.media, undo)
        self.server_accounts = MemoryServerAccounts(rows.media, undo)
        self.tokens = MemoryTokens(rows.media, undo)
        self.reports = MemoryReports(rows.media, undo)
        self.sync_runs = MemorySyncRuns(rows.media, undo)
        self.media_requests = MemoryMediaRequests(rows.media, undo)
        self.wants = MemoryWants(rows.media, undo)
        self.metadata_cache = MemoryMetadataCache(rows.media, undo)
        self.title_lists = MemoryTitleLists(rows.media, undo)
        self.facts_read = MemoryFactsRead(rows.media, undo)


class MemoryStorage:
    """Keeps everything in dictionaries. Units may overlap; one that raises takes back only its own changes."""

    def __init__(self) -> None:
        self._rows = _Rows()

    @asynccontextmanager
    async def unit(self, *, lasting: bool = True) -> AsyncGenerator[MemoryUnit]:
        del lasting  # nothing here outlives the process
        undo = Undo()
        try:
            yield MemoryUnit(self._rows, undo)
        except BaseException:
            undo.run()
            raise

    async def close(self) -> None:
        """Nothing to close."""

"""The unit of work and the storage that gives it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from adapters.storage.connections import Database
from adapters.storage.data_directory import DataDirectory
from adapters.storage.repositories.access import SqlAccess
from adapters.storage.repositories.correspondents import SqlCorrespondents
from adapters.storage.repositories.courtesies import SqlCourtesies
from adapters.storage.repositories.deliveries import SqlDeliveries
from adapters.storage.repositories.hidings import SqlHidings
from adapters.storage.repositories.import_jobs import SqlImportJobs
from adapters.storage.repositories.inbox import SqlInbox
from adapters.storage.repositories.interactions import SqlInteractions
from adapters.storage.repositories.items import SqlItems
from adapters.storage.repositories.journal import SqlJournal
from adapters.storage.repositories.libraries import SqlLibraries
from adapters.storage.repositories.links import SqlLinks
from adapters.storage.repositories.media_accounts import SqlServerAccounts, SqlTokens
from adapters.storage.repositories.metadata_cache import SqlMetadataCache
from adapters.storage.repositories.nights import SqlNights
from adapters.storage.repositories.outbox import SqlOutbox
from adapters.storage.repositories.people import SqlPeople
from adapters.storage.repositories.reports import SqlReports
from adapters.storage.repositories.shelves import SqlServerItems
from adapters.storage.repositories.shown_picks import SqlShownPicks
from adapters.storage.repositories.slates import SqlSlates
from adapters.storage.repositories.sync_runs import SqlSyncRuns
from adapters.storage.repositories.title_lists import SqlTitleLists
from adapters.storage.repositories.values import SqlValues
from adapters.storage.repositories.viewers import SqlViewers
from adapters.storage.repositories.watchlists import SqlWatchlists
from adapters.storage.repositories.wishes import SqlMediaRequests, SqlWants
from adapters.storage.transaction import Transaction, Turn


class SqlUnit:
    """Everything durable, within one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self.items = SqlItems(transaction)
        self.libraries = SqlLibraries(transaction)
        self.viewers = SqlViewers(transaction)
        self.interactions = SqlInteractions(transaction)
        self.hidings = SqlHidings(transaction)
        self.slates = SqlSlates(transaction)
        self.watchlists = SqlWatchlists(transaction)
        self.access = SqlAccess(transaction)
        self.journal = SqlJournal(transaction)
        self.import_jobs = SqlImportJobs(transaction)
        self.deliveries = SqlDeliveries(transaction)
        self.inbox = SqlInbox(transaction)
        self.outbox = SqlOutbox(transaction)
        self.correspondents = SqlCorrespondents(transaction)
        self.shown_picks = SqlShownPicks(transaction)
        self.links = SqlLinks(transaction)
        self.people = SqlPeople(transaction)
        self.courtesies = SqlCourtesies(transaction)
        self.group_nights = SqlNights(transaction)
        self.values = SqlValues(transaction)
        self.server_items = SqlServerItems(transaction)
        self.server_accounts = SqlServerAccounts(transaction)
        self.tokens = SqlTokens(transaction)
        self.reports = SqlReports(transaction)
        self.sync_runs = SqlSyncRuns(transaction)
        self.media_requests = SqlMediaRequests(transaction)
        self.wants = SqlWants(transaction)
        self.metadata_cache = SqlMetadataCache(transaction)
        self.title_lists = SqlTitleLists(transaction)


class SqlStorage:
    """Storage in a database; holds its data directory until it is closed."""

    def __init__(self, database: Database, directory: DataDirectory) -> None:
        self._database = database
        self._directory = directory
        self._turn = Turn() if database.dialect == "sqlite" else None

    @asynccontextmanager
    async def unit(self) -> AsyncGenerator[SqlUnit]:
        """One transaction: committed when the block ends, rolled back when it raises or is cancelled."""
        transaction = Transaction(self._database, self._turn)
        try:
            yield SqlUnit(transaction)
            await transaction.commit()
        finally:
            await transaction.end()

    async def close(self) -> None:
        """Let go of the database, then of the data directory."""
        await self._database.dispose()
        self._directory.let_go()

"""The unit of work and the storage that gives it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Generic, TypeVar

from adapters.storage.connections import Database
from adapters.storage.data_directory import DataDirectory
from adapters.storage.repositories.access import SqlAccess
from adapters.storage.repositories.correspondents import SqlCorrespondents
from adapters.storage.repositories.courtesies import SqlCourtesies
from adapters.storage.repositories.deliveries import SqlDeliveries
from adapters.storage.repositories.facts_read import SqlFactsRead
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

Made = TypeVar("Made")


class _Own(Generic[Made]):
    """One of a unit's repositories, made when it is first asked for: a unit uses two or three of them."""

    def __init__(self, make: Callable[[Transaction], Made]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, unit: SqlUnit, owner: type) -> Made:
        made = vars(unit)[self._name] = self._make(unit.transaction)
        return made


class SqlUnit:
    """Everything durable, within one transaction."""

    items = _Own(SqlItems)
    libraries = _Own(SqlLibraries)
    viewers = _Own(SqlViewers)
    interactions = _Own(SqlInteractions)
    hidings = _Own(SqlHidings)
    slates = _Own(SqlSlates)
    watchlists = _Own(SqlWatchlists)
    access = _Own(SqlAccess)
    journal = _Own(SqlJournal)
    import_jobs = _Own(SqlImportJobs)
    deliveries = _Own(SqlDeliveries)
    inbox = _Own(SqlInbox)
    outbox = _Own(SqlOutbox)
    correspondents = _Own(SqlCorrespondents)
    shown_picks = _Own(SqlShownPicks)
    links = _Own(SqlLinks)
    people = _Own(SqlPeople)
    courtesies = _Own(SqlCourtesies)
    group_nights = _Own(SqlNights)
    values = _Own(SqlValues)
    server_items = _Own(SqlServerItems)
    server_accounts = _Own(SqlServerAccounts)
    tokens = _Own(SqlTokens)
    reports = _Own(SqlReports)
    sync_runs = _Own(SqlSyncRuns)
    media_requests = _Own(SqlMediaRequests)
    wants = _Own(SqlWants)
    metadata_cache = _Own(SqlMetadataCache)
    title_lists = _Own(SqlTitleLists)
    facts_read = _Own(SqlFactsRead)

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction


class _Within(AbstractAsyncContextManager[SqlUnit]):
    """Plain, as several are entered for each command."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def __aenter__(self) -> SqlUnit:
        return SqlUnit(self._transaction)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                await self._transaction.commit()
        finally:
            await self._transaction.end()


class SqlStorage:
    """Storage in a database; holds its data directory until it is closed."""

    def __init__(self, database: Database, directory: DataDirectory) -> None:
        self._database = database
        self._directory = directory
        self._turn = Turn() if database.dialect == "sqlite" else None

    def unit(self, *, lasting: bool = True) -> AbstractAsyncContextManager[SqlUnit]:
        """One transaction: committed when the block ends, rolled back when it raises or is cancelled."""
        return _Within(Transaction(self._database, self._turn, lasting=lasting))

    async def close(self) -> None:
        """Let go of the database, then of the data directory."""
        await self._database.dispose()
        self._directory.let_go()

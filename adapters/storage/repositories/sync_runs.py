"""Readings of servers."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from adapters.storage.mappers.media import read, run_values
from adapters.storage.rows import SyncRunRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.media_records import SyncKind, SyncRun


class SqlSyncRuns:
    """Fulfils ``SyncRuns``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, run: SyncRun) -> None:
        await self._transaction.write(put(SyncRunRow, self._transaction.dialect), run_values(run))

    async def get(self, server: str, kind: SyncKind) -> SyncRun | None:
        own = col(SyncRunRow.server) == server, col(SyncRunRow.kind) == kind.value
        row = await self._transaction.row(select(SyncRunRow).where(*own))
        return None if row is None else read(SyncRun, row.document)

    async def all(self) -> list[SyncRun]:
        ordered = select(SyncRunRow).order_by(col(SyncRunRow.server), col(SyncRunRow.kind))
        return [read(SyncRun, row.document) for row in await self._transaction.rows(ordered)]

"""Actions that can be taken back."""

from __future__ import annotations

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.history import journal_of, journal_values
from adapters.storage.rows import JournalRow, table_of
from adapters.storage.transaction import Transaction
from engine.domain.records import JournalEntry

_LATEST = (
    select(JournalRow)
    .where(col(JournalRow.viewer_id) == bindparam("viewer_id"), col(JournalRow.undone).is_(other=False))
    .order_by(col(JournalRow.at).desc(), col(JournalRow.number).desc())
    .limit(1)
)


class SqlJournal:
    """Fulfils ``Journal``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, entry: JournalEntry) -> None:
        await self._transaction.write(insert(table_of(JournalRow)), journal_values(entry))

    async def latest(self, viewer_id: str) -> JournalEntry | None:
        row = await self._transaction.row(_LATEST, {"viewer_id": viewer_id})
        return None if row is None else journal_of(row)

    async def mark_undone(self, entry_id: str) -> None:
        table = table_of(JournalRow)
        await self._transaction.write(update(table).where(table.c.id == entry_id).values(undone=True))

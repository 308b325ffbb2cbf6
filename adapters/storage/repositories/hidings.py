"""Titles that are not to be offered for a while."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, select
from sqlmodel import col

from adapters.storage.mappers.history import hiding_of, hiding_values
from adapters.storage.rows import HidingRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.interactions import Hiding

_AT: BindParameter[datetime] = bindparam("at")
_OF_VIEWER = (
    select(HidingRow)
    .where(col(HidingRow.viewer_id) == bindparam("viewer_id"), col(HidingRow.since) <= _AT, col(HidingRow.until) > _AT)
    .order_by(col(HidingRow.since), col(HidingRow.item_id))
)


class SqlHidings:
    """Fulfils ``Hidings``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, hiding: Hiding) -> None:
        await self._transaction.write(put(HidingRow, self._transaction.dialect), hiding_values(hiding), quick=True)

    async def remove(self, viewer_id: str, item_id: str) -> Hiding | None:
        table = table_of(HidingRow)
        gone = delete(table).where(table.c.viewer_id == viewer_id, table.c.item_id == item_id).returning(*table.c)
        rows = await self._transaction.write_returning(gone)
        return hiding_of(rows[0]) if rows else None

    async def of_viewer(self, viewer_id: str, at: datetime) -> list[Hiding]:
        found = await self._transaction.rows(_OF_VIEWER, {"viewer_id": viewer_id, "at": at}, quick=True)
        return [hiding_of(row) for row in found]

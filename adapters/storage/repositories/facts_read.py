"""When what a catalogue of the world says of titles was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from adapters.storage.repositories.shelves import AT_ONCE
from adapters.storage.rows import FactsReadRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put


class SqlFactsRead:
    """Fulfils ``FactsRead``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, item_ids: Iterable[str], at: datetime) -> None:
        values = [{"item_id": item_id, "at": at} for item_id in dict.fromkeys(item_ids)]
        if values:
            await self._transaction.write(put(FactsReadRow, self._transaction.dialect), values)

    async def before(self, moment: datetime, limit: int) -> list[str]:
        old = select(FactsReadRow).where(col(FactsReadRow.at) < moment)
        oldest = old.order_by(col(FactsReadRow.at), col(FactsReadRow.item_id)).limit(limit)
        return [row.item_id for row in await self._transaction.rows(oldest)]

    async def drop(self, item_ids: Iterable[str]) -> None:
        table, gone = table_of(FactsReadRow), list(dict.fromkeys(item_ids))
        for start in range(0, len(gone), AT_ONCE):
            await self._transaction.write(delete(table).where(table.c.item_id.in_(gone[start : start + AT_ONCE])))

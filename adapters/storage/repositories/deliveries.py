"""Updates that arrived."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete

from adapters.storage.rows import DeliveryRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new

REMEMBERED = timedelta(days=30)
"""Platforms repeat an update for a day at most."""


class SqlDeliveries:
    """Fulfils ``Deliveries``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def first_time(self, platform: str, update_id: str, at: datetime) -> bool:
        table = table_of(DeliveryRow)
        arrived = {"platform": platform, "update_id": update_id, "at": at}
        first = await self._transaction.write(insert_new(DeliveryRow, self._transaction.dialect), arrived) > 0
        if first:
            await self._transaction.write(delete(table).where(table.c.at < at - REMEMBERED))
        return first

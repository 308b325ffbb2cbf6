"""What catalogues of the world said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from adapters.storage.repositories.shelves import AT_ONCE
from adapters.storage.rows import MetadataBodyRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put


class SqlMetadataCache:
    """Fulfils ``MetadataCache``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, keys: Iterable[str], since: datetime) -> dict[str, str]:
        wanted, found = list(dict.fromkeys(keys)), dict[str, str]()
        fresh = select(MetadataBodyRow).where(col(MetadataBodyRow.at) > since)
        for start in range(0, len(wanted), AT_ONCE):
            some = fresh.where(col(MetadataBodyRow.key).in_(wanted[start : start + AT_ONCE]))
            found.update({row.key: row.body for row in await self._transaction.rows(some)})
        return found

    async def put(self, bodies: dict[str, str], at: datetime) -> None:
        values = [{"key": key, "at": at, "body": body} for key, body in bodies.items()]
        if values:
            await self._transaction.write(put(MetadataBodyRow, self._transaction.dialect), values)

    async def forget(self, before: datetime) -> None:
        table = table_of(MetadataBodyRow)
        await self._transaction.write(delete(table).where(table.c.at < before))

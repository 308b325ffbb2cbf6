"""Small named settings."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlmodel import col

from adapters.storage.rows import ValueRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put

_NAMED = select(col(ValueRow.value)).where(col(ValueRow.name) == bindparam("name"))


class SqlValues:
    """Fulfils ``Values``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, name: str) -> str | None:
        return next(iter(await self._transaction.values(_NAMED, {"name": name}, quick=True)), None)

    async def put(self, name: str, value: str) -> None:
        await self._transaction.write(
            put(ValueRow, self._transaction.dialect), {"name": name, "value": value}, quick=True
        )

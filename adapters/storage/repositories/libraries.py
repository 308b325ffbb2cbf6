"""Libraries."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import col

from adapters.storage.mappers.items import library_of, library_values
from adapters.storage.rows import LibraryRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.items import Library

_ALL = select(LibraryRow).order_by(col(LibraryRow.id))


class SqlLibraries:
    """Fulfils ``Libraries``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def upsert(self, libraries: Sequence[Library]) -> None:
        if libraries:
            values = [library_values(library) for library in libraries]
            await self._transaction.write(put(LibraryRow, self._transaction.dialect), values)

    async def all(self) -> list[Library]:
        return [library_of(row) for row in await self._transaction.rows(_ALL, quick=True)]

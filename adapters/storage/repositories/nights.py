"""Evenings of groups."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlmodel import col

from adapters.storage.rows import table_of
from adapters.storage.rows.nights import GroupNightRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.ports.nights import KeptNight


class SqlNights:
    """Fulfils ``GroupNights``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, platform: str, room_id: str) -> KeptNight | None:
        here = col(GroupNightRow.platform) == platform, col(GroupNightRow.room_id) == room_id
        row = await self._transaction.row(select(GroupNightRow).where(*here))
        return None if row is None else KeptNight(row.platform, row.room_id, row.document, row.at, row.version)

    async def put(self, night: KeptNight) -> bool:
        table = table_of(GroupNightRow)
        values: dict[str, object] = {"version": night.version + 1, "document": night.document, "at": night.at}
        if not night.version:
            key = {"platform": night.platform, "room_id": night.room_id}
            statement = insert_new(GroupNightRow, self._transaction.dialect).returning(table.c.version)
            return bool(await self._transaction.write_returning(statement, [{**key, **values}]))
        here = (table.c.platform == night.platform) & (table.c.room_id == night.room_id)
        changed = update(table).where(here & (table.c.version == night.version)).values(**values)
        return await self._transaction.write(changed) > 0

"""Where picks stand in chats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlmodel import col

from adapters.storage.mappers.letters import shown_of, shown_values
from adapters.storage.rows import ShownPickRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.letters import ShownPick


class SqlShownPicks:
    """Fulfils ``ShownPicks``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, shown: Sequence[ShownPick]) -> None:
        if shown:
            values = [shown_values(one) for one in shown]
            await self._transaction.write(put(ShownPickRow, self._transaction.dialect), values, quick=True)

    async def of_pick(self, slate_id: str, rank: int) -> list[ShownPick]:
        return await self._found(col(ShownPickRow.slate_id) == slate_id, col(ShownPickRow.rank) == rank)

    async def of_item(self, item_id: str) -> list[ShownPick]:
        return await self._found(col(ShownPickRow.item_id) == item_id)

    async def of_message(self, platform: str, room_id: str, message_id: str) -> ShownPick | None:
        found = await self._found(
            col(ShownPickRow.platform) == platform,
            col(ShownPickRow.room_id) == room_id,
            col(ShownPickRow.message_id) == message_id,
        )
        return found[0] if found else None

    async def forget(self, before: datetime) -> None:
        table = table_of(ShownPickRow)
        await self._transaction.write(delete(table).where(table.c.at < before))

    async def _found(self, *conditions: ColumnElement[bool]) -> list[ShownPick]:
        statement = (
            select(ShownPickRow)
            .where(*conditions)
            .order_by(
                col(ShownPickRow.at).desc(),
                col(ShownPickRow.platform),
                col(ShownPickRow.room_id),
                col(ShownPickRow.message_id),
            )
        )
        return [shown_of(row) for row in await self._transaction.rows(statement)]

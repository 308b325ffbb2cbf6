"""Updates that wait for their answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.letters import arrival_of, arrival_values
from adapters.storage.repositories.deliveries import REMEMBERED
from adapters.storage.rows import ArrivalRow, DeliveryRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.domain.letters import Arrival


class SqlInbox:
    """Fulfils ``Inbox``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, arrivals: Sequence[Arrival]) -> frozenset[int]:
        first: dict[tuple[str, str], Arrival] = {}
        for arrival in arrivals:
            first.setdefault((arrival.platform, arrival.update_id), arrival)
        if not first:
            return frozenset()
        seen = table_of(DeliveryRow)
        statement = insert_new(DeliveryRow, self._transaction.dialect).returning(seen.c.platform, seen.c.update_id)
        values = [{"platform": one.platform, "update_id": one.update_id, "at": one.at} for one in first.values()]
        stored = await self._transaction.write_returning(statement, values)
        fresh = [first[row.platform, row.update_id] for row in stored]
        if fresh:
            await self._transaction.write(insert(table_of(ArrivalRow)), [arrival_values(one) for one in fresh])
            await self._transaction.write(delete(seen).where(seen.c.at < fresh[0].at - REMEMBERED))
        return frozenset(one.number for one in fresh)

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Arrival]:
        statement = select(ArrivalRow).where(col(ArrivalRow.number) > after).order_by(col(ArrivalRow.number))
        return [arrival_of(row) for row in await self._transaction.rows(statement.limit(limit))]

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Arrival]:
        statement = (
            select(ArrivalRow)
            .where(col(ArrivalRow.platform) == platform, col(ArrivalRow.room_id) == room_id)
            .where(col(ArrivalRow.number) > after)
            .order_by(col(ArrivalRow.number))
        )
        return [arrival_of(row) for row in await self._transaction.rows(statement.limit(limit))]

    async def put_progress(self, number: int, messages: Sequence[str]) -> None:
        table = table_of(ArrivalRow)
        await self._transaction.write(update(table).where(table.c.number == number).values(progress=list(messages)))

    async def done(self, numbers: Iterable[int]) -> None:
        table, gone = table_of(ArrivalRow), [{"gone": number} for number in numbers]
        if gone:
            await self._transaction.write(delete(table).where(table.c.number == bindparam("gone")), gone)

    async def counts(self) -> dict[str, int]:
        table = table_of(ArrivalRow)
        return dict(await self._transaction.tuples(select(table.c.platform, func.count()).group_by(table.c.platform)))

    async def last_number(self) -> int:
        return await self._transaction.number(select(func.coalesce(func.max(col(ArrivalRow.number)), 0)))

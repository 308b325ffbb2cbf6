"""Updates that wait for their answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import bindparam, delete, func, insert, select, tuple_, update
from sqlalchemy.sql.dml import ReturningInsert
from sqlmodel import col

from adapters.storage.mappers.letters import arrival_of, arrival_values
from adapters.storage.repositories.deliveries import REMEMBERED
from adapters.storage.rows import ArrivalRow, DeliveryRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.domain.letters import Arrival

FORGOTTEN = 1_000
"""Updates that are forgotten at a time, so that nobody waits for it: more than can come in at a time."""
_ARRIVALS, _SEEN = table_of(ArrivalRow), table_of(DeliveryRow)
_ADD = insert(_ARRIVALS)
_KEY = _SEEN.c.platform, _SEEN.c.update_id
_FORGET = delete(_SEEN).where(tuple_(*_KEY).in_(select(*_KEY).where(_SEEN.c.at < bindparam("before")).limit(FORGOTTEN)))
_DONE = delete(_ARRIVALS).where(_ARRIVALS.c.number == bindparam("gone"))
_OF_CHAT = (
    select(ArrivalRow)
    .where(col(ArrivalRow.platform) == bindparam("platform"), col(ArrivalRow.room_id) == bindparam("room_id"))
    .where(col(ArrivalRow.number) > bindparam("after"))
    .order_by(col(ArrivalRow.number))
)


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
        statement = _seen_first(self._transaction.dialect)
        values = [{"platform": one.platform, "update_id": one.update_id, "at": one.at} for one in first.values()]
        stored = await self._transaction.write_returning(statement, values, quick=True)
        fresh = [first[row.platform, row.update_id] for row in stored]
        if fresh:
            await self._transaction.write(_ADD, [arrival_values(one) for one in fresh], quick=True)
            await self._transaction.write(_FORGET, {"before": fresh[0].at - REMEMBERED}, quick=True)
        return frozenset(one.number for one in fresh)

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Arrival]:
        statement = select(ArrivalRow).where(col(ArrivalRow.number) > after).order_by(col(ArrivalRow.number))
        return [arrival_of(row) for row in await self._transaction.rows(statement.limit(limit))]

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Arrival]:
        chat = {"platform": platform, "room_id": room_id, "after": after}
        return [arrival_of(row) for row in await self._transaction.rows(_OF_CHAT.limit(limit), chat)]

    async def put_progress(self, number: int, messages: Sequence[str]) -> None:
        noted = update(_ARRIVALS).where(_ARRIVALS.c.number == number).values(progress=list(messages))
        await self._transaction.write(noted, quick=True)

    async def done(self, numbers: Iterable[int]) -> None:
        if gone := [{"gone": number} for number in numbers]:
            await self._transaction.write(_DONE, gone, quick=True)

    async def counts(self) -> dict[str, int]:
        table = table_of(ArrivalRow)
        return dict(await self._transaction.tuples(select(table.c.platform, func.count()).group_by(table.c.platform)))

    async def last_number(self) -> int:
        return await self._transaction.number(select(func.coalesce(func.max(col(ArrivalRow.number)), 0)))


@cache
def _seen_first(dialect: str) -> ReturningInsert[str, str]:
    """Gives back the updates that were not there before."""
    return insert_new(DeliveryRow, dialect).returning(*_KEY)

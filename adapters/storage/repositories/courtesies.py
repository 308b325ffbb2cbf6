"""When people want to hear unasked, and what waits for that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.people import held_word_of, held_word_values, manners_of, manners_values
from adapters.storage.rows import table_of
from adapters.storage.rows.links import HeldWordRow, MannersRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.people import HeldWord, Manners

_MANNERS = select(MannersRow).where(col(MannersRow.viewer_id) == bindparam("viewer_id"))


class SqlCourtesies:
    """Fulfils ``Courtesies``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of(self, viewer_id: str) -> Manners:
        row = await self._transaction.row(_MANNERS, {"viewer_id": viewer_id})
        return Manners(viewer_id) if row is None else manners_of(row)

    async def put(self, manners: Manners) -> None:
        await self._transaction.write(put(MannersRow, self._transaction.dialect), manners_values(manners))

    async def hold(self, word: HeldWord) -> None:
        await self._transaction.write(insert(table_of(HeldWordRow)), held_word_values(word))

    async def due(self, at: datetime, limit: int = 1_000) -> list[HeldWord]:
        waiting = select(HeldWordRow).where(col(HeldWordRow.due_at) <= at).order_by(col(HeldWordRow.number))
        return [held_word_of(row) for row in await self._transaction.rows(waiting.limit(limit))]

    async def put_off(self, numbers: Iterable[int], until: datetime) -> None:
        table = table_of(HeldWordRow)
        changed = update(table).where(table.c.number.in_(sorted(numbers))).values(due_at=until)
        await self._transaction.write(changed)

    async def release(self, numbers: Iterable[int]) -> None:
        table = table_of(HeldWordRow)
        if gone := sorted(numbers):
            await self._transaction.write(delete(table).where(table.c.number.in_(gone)))

"""Answers as they were given."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import col

from adapters.storage.mappers.slates import slate_of, slate_values
from adapters.storage.prepared import Making
from adapters.storage.rows import SlateRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.slate import Slate

_SLATE = Making(slate_of, 256)
_BY_ID = select(SlateRow).where(col(SlateRow.id) == bindparam("wanted"))
_NEWEST = (
    select(SlateRow)
    .where(col(SlateRow.viewer_id) == bindparam("viewer_id"))
    .order_by(col(SlateRow.generated_at).desc(), col(SlateRow.number).desc())
    .limit(1)
)
_LATEST = _NEWEST.where(col(SlateRow.place) == bindparam("place"))


class SqlSlates:
    """Fulfils ``Slates``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, slate: Slate) -> None:
        await self._transaction.write(
            put(SlateRow, self._transaction.dialect, key=("id",)), slate_values(slate), quick=True
        )

    async def get(self, slate_id: str) -> Slate | None:
        return next(iter(await self._transaction.each(_BY_ID, {"wanted": slate_id}, _SLATE)), None)

    async def latest(self, viewer_id: str, place: str) -> Slate | None:
        row = await self._transaction.row(_LATEST, {"viewer_id": viewer_id, "place": place})
        return None if row is None else slate_of(row)

    async def of_period(self, since: datetime, until: datetime) -> list[Slate]:
        at = col(SlateRow.generated_at)
        statement = select(SlateRow).where(at >= since, at < until).order_by(at, col(SlateRow.number))
        return [slate_of(row) for row in await self._transaction.rows(statement)]

    async def newest(self, viewer_id: str) -> Slate | None:
        row = await self._transaction.row(_NEWEST, {"viewer_id": viewer_id})
        return None if row is None else slate_of(row)

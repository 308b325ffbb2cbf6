"""What a public catalogue lists beside a title."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

from sqlalchemy import func, select
from sqlmodel import col

from adapters.storage.rows import TitleListRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put


class SqlTitleLists:
    """Fulfils ``TitleLists``. Keys hold no blanks, so that a list is a line of them."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, lists: Mapping[str, Sequence[str]]) -> None:
        values = [{"item_id": item_id, "listed": " ".join(keys)} for item_id, keys in lists.items()]
        if values:
            await self._transaction.write(put(TitleListRow, self._transaction.dialect), values)

    async def stream(self, batch: int = 2_000) -> AsyncIterator[list[tuple[str, tuple[str, ...]]]]:
        every = select(TitleListRow).order_by(col(TitleListRow.item_id)).limit(batch)
        statement = every
        while rows := await self._transaction.rows(statement):
            yield [(row.item_id, tuple(row.listed.split())) for row in rows]
            statement = every.where(col(TitleListRow.item_id) > rows[-1].item_id)

    async def count(self) -> int:
        return await self._transaction.number(select(func.count()).select_from(TitleListRow))

"""Titles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence

from sqlalchemy import bindparam, func, select
from sqlmodel import col

from adapters.storage.mappers.items import item_of, item_values
from adapters.storage.prepared import Making
from adapters.storage.rows import ItemRow, RevisionRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.items import Item

CATALOGUE = "catalogue"
PAGE = 500
"""Rows turned into items between two chances for others to run: some 20 ms."""
AT_ONCE = 5_000
"""Ids in one question; SQLite takes 32,766."""
FEW = 50
"""Ids whose titles are read in a millisecond or two."""
_TITLE = Making(item_of, 1_024)
_BY_ID = select(ItemRow).where(col(ItemRow.id).in_(bindparam("ids", expanding=True)))


class SqlItems:
    """Fulfils ``Items``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def upsert(self, items: Sequence[Item]) -> None:
        values = list({item.id: item_values(item) for item in items}.values())
        if not values:
            return
        dialect = self._transaction.dialect
        await self._transaction.write(put(ItemRow, dialect), values)
        number = table_of(RevisionRow).c.number
        rise = put(RevisionRow, dialect, set_={"number": number + 1})
        await self._transaction.write(rise, {"subject": CATALOGUE, "number": 1})

    async def get(self, item_id: str) -> Item | None:
        return (await self.get_many([item_id])).get(item_id)

    async def get_many(self, item_ids: Iterable[str]) -> dict[str, Item]:
        wanted = list(dict.fromkeys(item_ids))
        found: dict[str, Item] = {}
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            if len(some) <= FEW:
                titles = await self._transaction.each(_BY_ID, {"ids": some}, _TITLE)
            else:
                titles = [item_of(row) for row in await self._transaction.rows(_BY_ID, {"ids": some})]
            found |= {item.id: item for item in titles}
        return {item_id: found[item_id] for item_id in wanted if item_id in found}

    async def stream(self, batch: int = 2_000) -> AsyncIterator[list[Item]]:
        # Each batch is asked for by itself, from where the last one ended: no cursor stays open meanwhile.
        after, found = select(ItemRow).order_by(col(ItemRow.id)), list[Item]()
        statement = after.limit(min(batch, PAGE))
        while rows := await self._transaction.rows(statement):
            found.extend(map(item_of, rows))
            if len(found) >= batch:
                yield found
                found = []
            statement = after.where(col(ItemRow.id) > rows[-1].id).limit(min(batch - len(found), PAGE))
        if found:
            yield found

    async def count(self) -> int:
        return await self._transaction.number(select(func.count()).select_from(ItemRow))

    async def revision(self) -> int:
        statement = select(col(RevisionRow.number)).where(col(RevisionRow.subject) == CATALOGUE)
        return await self._transaction.number(statement)

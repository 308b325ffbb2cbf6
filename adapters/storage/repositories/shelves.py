"""Titles on the shelves of servers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import col

from adapters.storage.mappers.media import item_values, stored_item_of
from adapters.storage.rows import ServerItemRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.media_records import MatchedBy, StoredItem

AT_ONCE = 5_000
"""Keys in one question; SQLite takes 32,766."""
BY_HAND = f'"matched_by":"{MatchedBy.HAND}"'
"""In the documents of such titles: there are few, and they are rarely looked for."""


class SqlServerItems:
    """Fulfils ``ServerItems``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, items: Sequence[StoredItem]) -> None:
        values = list({(item.server, item.key): item_values(item) for item in items}.values())
        if values:
            await self._transaction.write(put(ServerItemRow, self._transaction.dialect), values)

    async def get(self, server: str, keys: Iterable[str]) -> dict[str, StoredItem]:
        wanted, found = list(dict.fromkeys(keys)), dict[str, StoredItem]()
        own = select(ServerItemRow).where(col(ServerItemRow.server) == server)
        for start in range(0, len(wanted), AT_ONCE):
            some = own.where(col(ServerItemRow.key).in_(wanted[start : start + AT_ONCE]))
            found.update({row.key: stored_item_of(row) for row in await self._transaction.rows(some)})
        return found

    async def of_item(self, item_id: str) -> list[StoredItem]:
        return (await self.of_items([item_id])).get(item_id, [])

    async def of_items(self, item_ids: Iterable[str]) -> dict[str, list[StoredItem]]:
        wanted, found = list(dict.fromkeys(item_ids)), defaultdict[str, list[StoredItem]](list)
        ordered = select(ServerItemRow).order_by(col(ServerItemRow.server), col(ServerItemRow.key))
        for start in range(0, len(wanted), AT_ONCE):
            some = ordered.where(col(ServerItemRow.item_id).in_(wanted[start : start + AT_ONCE]))
            for row in await self._transaction.rows(some):
                found[row.item_id].append(stored_item_of(row))
        return dict(found)

    async def stream(self, server: str, batch: int = 2_000) -> AsyncIterator[list[StoredItem]]:
        own = select(ServerItemRow).where(col(ServerItemRow.server) == server).order_by(col(ServerItemRow.key))
        statement = own.limit(batch)
        while rows := await self._transaction.rows(statement):
            yield [stored_item_of(row) for row in rows]
            statement = own.where(col(ServerItemRow.key) > rows[-1].key).limit(batch)

    async def unmatched(self, limit: int = 20, offset: int = 0) -> list[StoredItem]:
        weak = select(ServerItemRow).where(col(ServerItemRow.weak).is_(True))
        ordered = weak.order_by(col(ServerItemRow.title), col(ServerItemRow.server), col(ServerItemRow.key))
        return [stored_item_of(row) for row in await self._transaction.rows(ordered.limit(limit).offset(offset))]

    async def by_hand(self, server: str) -> list[StoredItem]:
        own = col(ServerItemRow.server) == server, col(ServerItemRow.document).contains(BY_HAND)
        rows = await self._transaction.rows(select(ServerItemRow).where(*own).order_by(col(ServerItemRow.key)))
        return [item for row in rows if (item := stored_item_of(row)).matched_by is MatchedBy.HAND]

    async def count(self, server: str = "") -> tuple[int, int]:
        table = table_of(ServerItemRow)
        counted = select(table.c.weak, func.count()).group_by(table.c.weak)
        if server:
            counted = counted.where(table.c.server == server)
        by_weakness = {bool(weak): count for weak, count in await self._transaction.tuples(counted)}
        return sum(by_weakness.values()), by_weakness.get(True, 0)

    async def see(self, server: str, keys: Iterable[str], generation: int) -> None:
        table, seen = table_of(ServerItemRow), [{"seen": key} for key in keys]
        if seen:
            own = (table.c.server == server) & (table.c.key == bindparam("seen"))
            await self._transaction.write(update(table).where(own).values(generation=generation), seen)

    async def unseen(self, server: str, section: str, generation: int) -> list[StoredItem]:
        own = select(ServerItemRow).where(col(ServerItemRow.server) == server, col(ServerItemRow.section) == section)
        older = own.where(col(ServerItemRow.generation) < generation).order_by(col(ServerItemRow.key))
        return [stored_item_of(row) for row in await self._transaction.rows(older)]

    async def drop(self, server: str, keys: Iterable[str]) -> None:
        table, gone = table_of(ServerItemRow), [{"gone": key} for key in keys]
        if gone:
            own = (table.c.server == server) & (table.c.key == bindparam("gone"))
            await self._transaction.write(delete(table).where(own), gone)

    async def drop_server(self, server: str) -> None:
        table = table_of(ServerItemRow)
        await self._transaction.write(delete(table).where(table.c.server == server))

"""Named lists of titles saved for later."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlmodel import col

from adapters.storage.mappers.viewers import folded
from adapters.storage.rows import WatchlistItemRow, WatchlistRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.domain.records import Watchlist


class SqlWatchlists:
    """Fulfils ``Watchlists``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_viewer(self, viewer_id: str) -> list[Watchlist]:
        lists = (
            select(WatchlistRow).where(col(WatchlistRow.viewer_id) == viewer_id).order_by(col(WatchlistRow.folded_name))
        )
        items = (
            select(WatchlistItemRow)
            .join(WatchlistRow, col(WatchlistRow.id) == col(WatchlistItemRow.watchlist_id))
            .where(col(WatchlistRow.viewer_id) == viewer_id)
            .order_by(col(WatchlistItemRow.at).desc(), col(WatchlistItemRow.number).desc())
        )
        held: defaultdict[str, list[str]] = defaultdict(list)
        for row in await self._transaction.rows(items):
            held[row.watchlist_id].append(row.item_id)
        return [
            Watchlist(row.id, row.viewer_id, row.name, tuple(held[row.id]))
            for row in await self._transaction.rows(lists)
        ]

    async def add_item(self, viewer_id: str, name: str, item_id: str, at: datetime) -> bool:
        watchlist_id = _id_of(viewer_id, name)
        dialect = self._transaction.dialect
        made = {"id": watchlist_id, "viewer_id": viewer_id, "name": name, "folded_name": folded(name)}
        await self._transaction.write(insert_new(WatchlistRow, dialect), made)
        entry = {"watchlist_id": watchlist_id, "item_id": item_id, "at": at}
        return await self._transaction.write(insert_new(WatchlistItemRow, dialect), entry) > 0

    async def remove_item(self, viewer_id: str, name: str, item_id: str) -> bool:
        table = table_of(WatchlistItemRow)
        gone = delete(table).where(table.c.watchlist_id == _id_of(viewer_id, name), table.c.item_id == item_id)
        return await self._transaction.write(gone) > 0

    async def drop(self, viewer_id: str, name: str) -> Watchlist | None:
        watchlist_id = _id_of(viewer_id, name)
        dropped = next((held for held in await self.of_viewer(viewer_id) if held.id == watchlist_id), None)
        table = table_of(WatchlistRow)
        gone = await self._transaction.write(delete(table).where(table.c.id == watchlist_id))
        return dropped if gone else None


def _id_of(viewer_id: str, name: str) -> str:
    """The same person and name is the same list, also when two requests make it at once."""
    return sha256(f"{viewer_id}\0{folded(name)}".encode("utf-8", "replace")).hexdigest()[:24]

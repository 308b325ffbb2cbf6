"""What was asked for, and who waits for it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, delete, select
from sqlmodel import col

from adapters.storage.mappers.media import read, request_values, want_values
from adapters.storage.repositories.shelves import AT_ONCE
from adapters.storage.rows import MediaRequestRow, WantRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.acquisition import RequestState
from engine.domain.media_records import MediaRequest, Want


class SqlMediaRequests:
    """Fulfils ``MediaRequests``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, request: MediaRequest) -> None:
        await self._transaction.write(put(MediaRequestRow, self._transaction.dialect), request_values(request))

    async def get(self, request_id: str) -> MediaRequest | None:
        return await self._first(select(MediaRequestRow).where(col(MediaRequestRow.id) == request_id))

    async def of_viewer(self, viewer_id: str, limit: int = 50) -> list[MediaRequest]:
        own = select(MediaRequestRow).where(col(MediaRequestRow.viewer_id) == viewer_id)
        latest = own.order_by(col(MediaRequestRow.at).desc(), col(MediaRequestRow.id))
        return await self._found(latest.limit(limit))

    async def of_item(self, item_id: str) -> list[MediaRequest]:
        own = select(MediaRequestRow).where(col(MediaRequestRow.item_id) == item_id)
        return await self._found(own.order_by(col(MediaRequestRow.at), col(MediaRequestRow.id)))

    async def by_service(self, instance: str, request_id: str) -> MediaRequest | None:
        own = col(MediaRequestRow.instance) == instance, col(MediaRequestRow.request_id) == request_id
        return await self._first(select(MediaRequestRow).where(*own))

    async def in_state(self, *states: RequestState, limit: int = 1_000) -> list[MediaRequest]:
        some = select(MediaRequestRow).where(col(MediaRequestRow.state).in_([state.value for state in states]))
        return await self._found(some.order_by(col(MediaRequestRow.at), col(MediaRequestRow.id)).limit(limit))

    async def _found(self, statement: Select[MediaRequestRow]) -> list[MediaRequest]:
        return [read(MediaRequest, row.document) for row in await self._transaction.rows(statement)]

    async def _first(self, statement: Select[MediaRequestRow]) -> MediaRequest | None:
        row = await self._transaction.row(statement)
        return None if row is None else read(MediaRequest, row.document)


class SqlWants:
    """Fulfils ``Wants``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, want: Want) -> None:
        await self._transaction.write(put(WantRow, self._transaction.dialect), want_values(want))

    async def drop(self, viewer_id: str, item_id: str) -> bool:
        table = table_of(WantRow)
        own = (table.c.viewer_id == viewer_id) & (table.c.item_id == item_id)
        return await self._transaction.write(delete(table).where(own)) > 0

    async def of_viewer(self, viewer_id: str) -> list[Want]:
        own = select(WantRow).where(col(WantRow.viewer_id) == viewer_id)
        return await self._found(own.order_by(col(WantRow.since).desc(), col(WantRow.item_id)))

    async def of_items(self, item_ids: Iterable[str]) -> list[Want]:
        wanted, found = list(dict.fromkeys(item_ids)), list[Want]()
        for start in range(0, len(wanted), AT_ONCE):
            some = col(WantRow.item_id).in_(wanted[start : start + AT_ONCE])
            found += await self._found(self._open().where(some))
        return found

    async def open(self, limit: int = 10_000) -> list[Want]:
        return await self._found(self._open().limit(limit))

    def _open(self) -> Select[WantRow]:
        untold = select(WantRow).where(col(WantRow.told).is_(False))
        return untold.order_by(col(WantRow.since), col(WantRow.viewer_id), col(WantRow.item_id))

    async def _found(self, statement: Select[WantRow]) -> list[Want]:
        return [read(Want, row.document) for row in await self._transaction.rows(statement)]

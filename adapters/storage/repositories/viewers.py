"""People and their accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Select, delete, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.viewers import folded, identity_of, identity_values, viewer_of, viewer_values
from adapters.storage.rows import IdentityRow, ViewerLibraryRow, ViewerRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new, put
from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery


class SqlViewers:
    """Fulfils ``Viewers``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, viewer: Viewer) -> None:
        await self._transaction.write(insert(table_of(ViewerRow)), viewer_values(viewer))
        await self._open_to(viewer.id, viewer.library_ids)

    async def get(self, viewer_id: str) -> Viewer | None:
        return next(iter(await self._found(select(ViewerRow).where(col(ViewerRow.id) == viewer_id))), None)

    async def find(self, name: str) -> list[Viewer]:
        return await self._found(select(ViewerRow).where(col(ViewerRow.folded_name) == folded(name)))

    async def all(self) -> list[Viewer]:
        return await self._found(select(ViewerRow))

    async def update(self, viewer: Viewer) -> None:
        values = viewer_values(viewer)
        changed = update(table_of(ViewerRow)).where(col(ViewerRow.id) == viewer.id).values(values)
        if not await self._transaction.write(changed):
            raise InvalidQuery("unknown-viewer")

    async def set_access(self, viewer_id: str, library_ids: Iterable[str]) -> None:
        if not await self._transaction.values(select(col(ViewerRow.id)).where(col(ViewerRow.id) == viewer_id)):
            raise InvalidQuery("unknown-viewer")
        table = table_of(ViewerLibraryRow)
        await self._transaction.write(delete(table).where(table.c.viewer_id == viewer_id))
        await self._open_to(viewer_id, library_ids)

    async def link(self, identity: Identity) -> None:
        await self._transaction.write(put(IdentityRow, self._transaction.dialect), identity_values(identity))

    async def unlink(self, platform: str, account_id: str) -> bool:
        table = table_of(IdentityRow)
        gone = delete(table).where(table.c.platform == platform, table.c.account_id == account_id)
        return await self._transaction.write(gone) > 0

    async def by_identity(self, platform: str, account_id: str) -> Viewer | None:
        linked = (
            select(col(IdentityRow.viewer_id))
            .where(col(IdentityRow.platform) == platform, col(IdentityRow.account_id) == account_id)
            .scalar_subquery()
        )
        return next(iter(await self._found(select(ViewerRow).where(col(ViewerRow.id) == linked))), None)

    async def identities(self, viewer_id: str) -> list[Identity]:
        statement = (
            select(IdentityRow)
            .where(col(IdentityRow.viewer_id) == viewer_id)
            .order_by(col(IdentityRow.platform), col(IdentityRow.account_id))
        )
        return [identity_of(row) for row in await self._transaction.rows(statement)]

    async def _open_to(self, viewer_id: str, library_ids: Iterable[str]) -> None:
        values = [{"viewer_id": viewer_id, "library_id": library_id} for library_id in sorted(set(library_ids))]
        if values:
            await self._transaction.write(insert_new(ViewerLibraryRow, self._transaction.dialect), values)

    async def _found(self, statement: Select[ViewerRow]) -> list[Viewer]:
        """The people of ``statement`` by id, with their access in one more question."""
        rows = await self._transaction.rows(statement.order_by(col(ViewerRow.id)))
        if not rows:
            return []
        opened = select(ViewerLibraryRow)
        if len(rows) == 1:
            opened = opened.where(col(ViewerLibraryRow.viewer_id) == rows[0].id)
        access: defaultdict[str, list[str]] = defaultdict(list)
        for granted in await self._transaction.rows(opened):
            access[granted.viewer_id].append(granted.library_id)
        return [viewer_of(row, access[row.id]) for row in rows]

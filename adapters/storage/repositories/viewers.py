"""People and their accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.viewers import folded, identity_of, identity_values, viewer_of, viewer_values
from adapters.storage.prepared import Making
from adapters.storage.rows import IdentityRow, ViewerLibraryRow, ViewerRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new, put
from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery


def _person(rows: tuple[Any, ...]) -> Viewer | None:
    return viewer_of(rows[0], [row.library_id for row in rows if row.library_id is not None]) if rows else None


_PERSON = Making(_person, 1_024)
_EVERYBODY = select(ViewerRow).order_by(col(ViewerRow.id))
_VIEWERS, _OPENED = table_of(ViewerRow), table_of(ViewerLibraryRow)
_WITH_ACCESS: Select[Any] = select(*_VIEWERS.c, _OPENED.c.library_id).select_from(
    # A row for each library that is open to the person, or one without.
    _VIEWERS.outerjoin(_OPENED, _OPENED.c.viewer_id == _VIEWERS.c.id)
)
_BY_ID = _WITH_ACCESS.where(_VIEWERS.c.id == bindparam("wanted"))
_BY_IDENTITY = _WITH_ACCESS.where(
    _VIEWERS.c.id
    == select(col(IdentityRow.viewer_id))
    .where(col(IdentityRow.platform) == bindparam("platform"), col(IdentityRow.account_id) == bindparam("account_id"))
    .scalar_subquery()
)
_IDENTITIES = (
    select(IdentityRow)
    .where(col(IdentityRow.viewer_id) == bindparam("viewer_id"))
    .order_by(col(IdentityRow.platform), col(IdentityRow.account_id))
)


class SqlViewers:
    """Fulfils ``Viewers``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, viewer: Viewer) -> None:
        await self._transaction.write(insert(table_of(ViewerRow)), viewer_values(viewer))
        await self._open_to(viewer.id, viewer.library_ids)

    async def get(self, viewer_id: str) -> Viewer | None:
        return await self._one(_BY_ID, {"wanted": viewer_id})

    async def find(self, name: str) -> list[Viewer]:
        return await self._found(_EVERYBODY.where(col(ViewerRow.folded_name) == folded(name)))

    async def all(self) -> list[Viewer]:
        return await self._found(_EVERYBODY)

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
        return await self._one(_BY_IDENTITY, {"platform": platform, "account_id": account_id})

    async def identities(self, viewer_id: str) -> list[Identity]:
        found = await self._transaction.rows(_IDENTITIES, {"viewer_id": viewer_id}, quick=True)
        return [identity_of(row) for row in found]

    async def _open_to(self, viewer_id: str, library_ids: Iterable[str]) -> None:
        values = [{"viewer_id": viewer_id, "library_id": library_id} for library_id in sorted(set(library_ids))]
        if values:
            await self._transaction.write(insert_new(ViewerLibraryRow, self._transaction.dialect), values)

    async def _one(self, statement: Select[Any], values: Mapping[str, str]) -> Viewer | None:
        return await self._transaction.together(statement, values, _PERSON)

    async def _found(self, statement: Select[ViewerRow]) -> list[Viewer]:
        """The people of ``statement``, with their access in one more question."""
        rows = await self._transaction.rows(statement)
        if not rows:
            return []
        access: defaultdict[str, list[str]] = defaultdict(list)
        for granted in await self._transaction.rows(select(ViewerLibraryRow)):
            access[granted.viewer_id].append(granted.library_id)
        return [viewer_of(row, access[row.id]) for row in rows]

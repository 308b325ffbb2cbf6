"""Who was there, and who may come in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Table, and_, bindparam, delete, exists, literal_column, select
from sqlmodel import col

from adapters.storage.mappers.people import sighting_of, sighting_values
from adapters.storage.mappers.viewers import viewer_of
from adapters.storage.prepared import Making
from adapters.storage.rows import (
    CorrespondentRow,
    IdentityRow,
    LoginCodeRow,
    ViewerLibraryRow,
    ViewerRow,
    WebSessionRow,
    table_of,
)
from adapters.storage.rows.links import LinkCodeRow, SightingRow, StandingRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.people import Sighting, Standing, Visitor


def _is_account(table: Table) -> ColumnElement[bool]:
    return and_(table.c.platform == bindparam("platform"), table.c.account_id == bindparam("account_id"))


_HERE = select(literal_column("1", Integer)).subquery("here")
_CORRESPONDENTS, _SIGHTINGS, _STANDINGS = table_of(CorrespondentRow), table_of(SightingRow), table_of(StandingRow)
_LINKED, _VIEWERS, _OPENED = table_of(IdentityRow), table_of(ViewerRow), table_of(ViewerLibraryRow)
_VISITOR: Select[Any] = select(
    *_VIEWERS.c,
    _OPENED.c.library_id,
    _STANDINGS.c.standing,
    _CORRESPONDENTS.c.banned,
    _SIGHTINGS.c.platform.label("seen_on"),
    _SIGHTINGS.c.account_id.label("seen_as"),
    _SIGHTINGS.c.name.label("called"),
    _SIGHTINGS.c.at.label("seen_at"),
).select_from(
    # From one row that is always there: whatever is known of an account is beside it, once for each open library.
    _HERE.outerjoin(_CORRESPONDENTS, _is_account(_CORRESPONDENTS))
    .outerjoin(_SIGHTINGS, _is_account(_SIGHTINGS))
    .outerjoin(_LINKED, _is_account(_LINKED))
    .outerjoin(_VIEWERS, _VIEWERS.c.id == _LINKED.c.viewer_id)
    .outerjoin(_STANDINGS, _STANDINGS.c.viewer_id == _VIEWERS.c.id)
    .outerjoin(_OPENED, _OPENED.c.viewer_id == _VIEWERS.c.id)
)


def _visit(rows: tuple[Any, ...]) -> Visitor:
    known = rows[0]
    opened = [row.library_id for row in rows if row.library_id is not None]
    return Visitor(
        viewer=None if known.id is None else viewer_of(known, opened),
        standing=Standing(known.standing or Standing.ACTIVE),
        sighting=Sighting(known.seen_on, known.seen_as, known.called, known.seen_at) if known.seen_at else None,
        banned=bool(known.banned),
    )


_VISIT = Making(_visit, 1_024)
_SIGHTING = select(SightingRow).where(
    col(SightingRow.platform) == bindparam("platform"), col(SightingRow.account_id) == bindparam("account_id")
)
_STANDING = select(col(StandingRow.standing)).where(col(StandingRow.viewer_id) == bindparam("viewer_id"))


class SqlPeople:
    """Fulfils ``People``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def visitor(self, platform: str, account_id: str) -> Visitor:
        account = {"platform": platform, "account_id": account_id}
        return await self._transaction.together(_VISITOR, account, _VISIT)

    async def saw(self, sightings: Iterable[Sighting]) -> None:
        values = [sighting_values(one) for one in {(one.platform, one.account_id): one for one in sightings}.values()]
        if values:
            await self._transaction.write(put(SightingRow, self._transaction.dialect), values, quick=True)

    async def sighting(self, platform: str, account_id: str) -> Sighting | None:
        row = await self._transaction.row(_SIGHTING, {"platform": platform, "account_id": account_id})
        return None if row is None else sighting_of(row)

    async def strangers(self, limit: int) -> list[Sighting]:
        linked = exists().where(
            col(IdentityRow.platform) == col(SightingRow.platform),
            col(IdentityRow.account_id) == col(SightingRow.account_id),
        )
        latest = select(SightingRow).where(~linked).order_by(col(SightingRow.at).desc(), col(SightingRow.account_id))
        return [sighting_of(row) for row in await self._transaction.rows(latest.limit(limit))]

    async def forget_strangers(self, before: datetime) -> None:
        table, identities = table_of(SightingRow), table_of(IdentityRow)
        linked = exists().where(
            identities.c.platform == table.c.platform, identities.c.account_id == table.c.account_id
        )
        await self._transaction.write(delete(table).where((table.c.at < before) & ~linked))

    async def standing(self, viewer_id: str) -> Standing:
        found = await self._transaction.values(_STANDING, {"viewer_id": viewer_id}, quick=True)
        return Standing(next(iter(found), Standing.ACTIVE))

    async def set_standing(self, viewer_id: str, standing: Standing, at: datetime) -> None:
        if standing is Standing.ACTIVE:
            table = table_of(StandingRow)
            await self._transaction.write(delete(table).where(table.c.viewer_id == viewer_id))
            return
        values = {"viewer_id": viewer_id, "standing": str(standing), "at": at}
        await self._transaction.write(put(StandingRow, self._transaction.dialect), values)

    async def end_sessions(self, viewer_id: str) -> None:
        for row in (WebSessionRow, LoginCodeRow, LinkCodeRow):
            table = table_of(row)
            await self._transaction.write(delete(table).where(table.c.viewer_id == viewer_id))

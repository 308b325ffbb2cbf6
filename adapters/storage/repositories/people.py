"""Who was there, and who may come in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlmodel import col

from adapters.storage.mappers.people import sighting_of, sighting_values
from adapters.storage.rows import IdentityRow, LoginCodeRow, WebSessionRow, table_of
from adapters.storage.rows.links import LinkCodeRow, SightingRow, StandingRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.people import Sighting, Standing


class SqlPeople:
    """Fulfils ``People``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def saw(self, sightings: Iterable[Sighting]) -> None:
        for sighting in sightings:
            await self._transaction.write(put(SightingRow, self._transaction.dialect), sighting_values(sighting))

    async def sighting(self, platform: str, account_id: str) -> Sighting | None:
        wanted = col(SightingRow.platform) == platform, col(SightingRow.account_id) == account_id
        row = await self._transaction.row(select(SightingRow).where(*wanted))
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
        statement = select(col(StandingRow.standing)).where(col(StandingRow.viewer_id) == viewer_id)
        return Standing(next(iter(await self._transaction.values(statement)), Standing.ACTIVE))

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

"""Codes that join accounts to people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, func, insert, select, update
from sqlmodel import col

from adapters.storage.mappers.people import link_code_of, link_code_values
from adapters.storage.rows import table_of
from adapters.storage.rows.links import LinkAttemptRow, LinkCodeRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.people import LinkCode


class SqlLinks:
    """Fulfils ``Links``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._codes, self._attempts = table_of(LinkCodeRow), table_of(LinkAttemptRow)

    async def add(self, code: LinkCode) -> None:
        table = self._codes
        if code.viewer_id is None:
            maker = table.c.viewer_id.is_(None) & _is(table, code.platform, code.account_id)
        else:
            maker = table.c.viewer_id == code.viewer_id
        await self._transaction.write(delete(table).where(maker))
        await self._transaction.write(put(LinkCodeRow, self._transaction.dialect), link_code_values(code))

    async def get(self, digest: str, at: datetime) -> LinkCode | None:
        good = col(LinkCodeRow.digest) == digest, col(LinkCodeRow.expires_at) > at
        row = await self._transaction.row(select(LinkCodeRow).where(*good))
        return None if row is None else link_code_of(row)

    async def claim(self, digest: str, platform: str, account_id: str, at: datetime) -> bool:
        table = self._codes
        mine = (table.c.claim_platform == platform) & (table.c.claim_account == account_id)
        good = (table.c.digest == digest) & (table.c.expires_at > at)
        # One statement, so that of two who give it at once one is first.
        kept = update(table).where(good & (table.c.claim_platform.is_(None) | mine))
        found = await self._transaction.write(kept.values(claim_platform=platform, claim_account=account_id))
        await self._transaction.write(delete(table).where(mine & (table.c.digest != digest)))
        return found > 0

    async def claimed(self, platform: str, account_id: str, at: datetime) -> str | None:
        mine = (
            col(LinkCodeRow.claim_platform) == platform,
            col(LinkCodeRow.claim_account) == account_id,
            col(LinkCodeRow.expires_at) > at,
        )
        return next(iter(await self._transaction.values(select(col(LinkCodeRow.digest)).where(*mine))), None)

    async def take(self, digest: str, platform: str, account_id: str, at: datetime) -> LinkCode | None:
        table = self._codes
        mine = (table.c.claim_platform == platform) & (table.c.claim_account == account_id)
        taken = delete(table).where((mine & (table.c.digest == digest)) | (table.c.expires_at <= at))
        rows = await self._transaction.write_returning(taken.returning(*table.c))
        return next((link_code_of(row) for row in rows if row.digest == digest and row.expires_at > at), None)

    async def drop(self, digest: str) -> None:
        await self._transaction.write(delete(self._codes).where(self._codes.c.digest == digest))

    async def attempt(self, platform: str, account_id: str, at: datetime, since: datetime) -> int:
        table = self._attempts
        await self._transaction.write(delete(table).where(table.c.at <= since))
        noted = {"platform": platform, "account_id": account_id, "at": at}
        await self._transaction.write(insert(table), noted)
        mine = col(LinkAttemptRow.platform) == platform, col(LinkAttemptRow.account_id) == account_id
        return await self._transaction.number(select(func.count()).select_from(table).where(*mine))

    async def forgive(self, platform: str, account_id: str, at: datetime) -> None:
        table = self._attempts
        await self._transaction.write(delete(table).where(_is(table, platform, account_id) & (table.c.at == at)))


def _is(table: Table, platform: str, account_id: str) -> ColumnElement[bool]:
    return (table.c.platform == platform) & (table.c.account_id == account_id)

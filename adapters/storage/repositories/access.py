"""One-time codes and web sessions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlmodel import col

from adapters.storage.mappers.records import access_values, session_of
from adapters.storage.rows import LoginCodeRow, WebSessionRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.records import LoginCode, WebSession


class SqlAccess:
    """Fulfils ``Access``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add_code(self, code: LoginCode) -> None:
        await self._transaction.write(put(LoginCodeRow, self._transaction.dialect), access_values(code), quick=True)

    async def holder_of(self, digest: str, at: datetime) -> str | None:
        wanted = col(LoginCodeRow.digest) == digest, col(LoginCodeRow.expires_at) > at
        return next(iter(await self._transaction.values(select(col(LoginCodeRow.viewer_id)).where(*wanted))), None)

    async def take_code(self, digest: str, at: datetime) -> str | None:
        # Taking is one statement, so of two who come at once one gets it. What has expired goes with it.
        table = table_of(LoginCodeRow)
        taken = delete(table).where((table.c.digest == digest) | (table.c.expires_at <= at)).returning(*table.c)
        rows = await self._transaction.write_returning(taken)
        return next((row.viewer_id for row in rows if row.digest == digest and row.expires_at > at), None)

    async def add_session(self, session: WebSession) -> None:
        await self._transaction.write(put(WebSessionRow, self._transaction.dialect), access_values(session))

    async def session(self, digest: str, at: datetime) -> WebSession | None:
        statement = select(WebSessionRow).where(col(WebSessionRow.digest) == digest, col(WebSessionRow.expires_at) > at)
        row = await self._transaction.row(statement)
        return None if row is None else session_of(row)

    async def drop_session(self, digest: str) -> None:
        table = table_of(WebSessionRow)
        await self._transaction.write(delete(table).where(table.c.digest == digest))

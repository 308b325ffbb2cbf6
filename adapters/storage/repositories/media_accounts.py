"""Accounts on servers, and people's own keys to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Select, bindparam, delete, select
from sqlmodel import col

from adapters.storage.mappers.media import account_values, read, token_values
from adapters.storage.rows import SealedTokenRow, ServerAccountRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.media_records import SealedToken, StoredAccount


class SqlServerAccounts:
    """Fulfils ``ServerAccounts``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, accounts: Sequence[StoredAccount]) -> None:
        values = list({(one.server, one.account.id): account_values(one) for one in accounts}.values())
        if values:
            await self._transaction.write(put(ServerAccountRow, self._transaction.dialect), values)

    async def get(self, server: str, account_id: str) -> StoredAccount | None:
        own = col(ServerAccountRow.server) == server, col(ServerAccountRow.account_id) == account_id
        return next(iter(await self._found(select(ServerAccountRow).where(*own))), None)

    async def of_server(self, server: str) -> list[StoredAccount]:
        return await self._found(select(ServerAccountRow).where(col(ServerAccountRow.server) == server))

    async def of_viewer(self, viewer_id: str) -> list[StoredAccount]:
        return await self._found(select(ServerAccountRow).where(col(ServerAccountRow.viewer_id) == viewer_id))

    async def drop(self, server: str, account_ids: Iterable[str]) -> None:
        table, gone = table_of(ServerAccountRow), [{"gone": account_id} for account_id in account_ids]
        if gone:
            own = (table.c.server == server) & (table.c.account_id == bindparam("gone"))
            await self._transaction.write(delete(table).where(own), gone)

    async def _found(self, statement: Select[ServerAccountRow]) -> list[StoredAccount]:
        ordered = statement.order_by(col(ServerAccountRow.server), col(ServerAccountRow.account_id))
        return [read(StoredAccount, row.document) for row in await self._transaction.rows(ordered)]


class SqlTokens:
    """Fulfils ``Tokens``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, token: SealedToken) -> None:
        await self._transaction.write(put(SealedTokenRow, self._transaction.dialect), token_values(token))

    async def get(self, viewer_id: str, server: str) -> SealedToken | None:
        own = col(SealedTokenRow.viewer_id) == viewer_id, col(SealedTokenRow.server) == server
        return next(iter(await self._found(select(SealedTokenRow).where(*own))), None)

    async def of_viewer(self, viewer_id: str) -> list[SealedToken]:
        return await self._found(select(SealedTokenRow).where(col(SealedTokenRow.viewer_id) == viewer_id))

    async def of_server(self, server: str) -> list[SealedToken]:
        return await self._found(select(SealedTokenRow).where(col(SealedTokenRow.server) == server))

    async def drop(self, viewer_id: str, server: str = "") -> int:
        table = table_of(SealedTokenRow)
        own = delete(table).where(table.c.viewer_id == viewer_id)
        return await self._transaction.write(own.where(table.c.server == server) if server else own)

    async def _found(self, statement: Select[SealedTokenRow]) -> list[SealedToken]:
        ordered = statement.order_by(col(SealedTokenRow.viewer_id), col(SealedTokenRow.server))
        return [read(SealedToken, row.document) for row in await self._transaction.rows(ordered)]

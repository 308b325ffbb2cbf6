"""Accounts that are banned or do not want to be written to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import col

from adapters.storage.mappers.letters import correspondent_of
from adapters.storage.rows import CorrespondentRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.letters import Correspondent

_ONE = select(CorrespondentRow).where(
    col(CorrespondentRow.platform) == bindparam("platform"),
    col(CorrespondentRow.account_id) == bindparam("account_id"),
)


class SqlCorrespondents:
    """Fulfils ``Correspondents``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def get(self, platform: str, account_id: str) -> Correspondent:
        row = await self._transaction.row(_ONE, {"platform": platform, "account_id": account_id})
        return Correspondent(platform, account_id) if row is None else correspondent_of(row)

    async def set_banned(self, platform: str, account_id: str, *, banned: bool) -> None:
        statement = put(CorrespondentRow, self._transaction.dialect, set_={"banned": banned})
        await self._transaction.write(statement, _values(platform, account_id, banned=banned))

    async def set_silent(self, platform: str, account_id: str, since: datetime | None) -> None:
        statement = put(CorrespondentRow, self._transaction.dialect, set_={"silent_since": since})
        await self._transaction.write(statement, _values(platform, account_id, since=since))

    async def silent(self) -> list[Correspondent]:
        statement = (
            select(CorrespondentRow)
            .where(col(CorrespondentRow.silent_since).is_not(None))
            .order_by(col(CorrespondentRow.platform), col(CorrespondentRow.account_id))
        )
        return [correspondent_of(row) for row in await self._transaction.rows(statement)]


def _values(
    platform: str, account_id: str, *, banned: bool = False, since: datetime | None = None
) -> dict[str, object]:
    return {"platform": platform, "account_id": account_id, "banned": banned, "silent_since": since}

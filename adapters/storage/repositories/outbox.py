"""Answers on their way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import col

from adapters.storage.mappers.letters import letter_of, letter_values
from adapters.storage.rows import LetterRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.letters import Letter

_LETTERS = table_of(LetterRow)
_DONE = delete(_LETTERS).where(_LETTERS.c.number == bindparam("gone"))
_NOTE = update(_LETTERS).where(_LETTERS.c.number == bindparam("known")).values(written=bindparam("messages"))
_OF_CHAT = (
    select(LetterRow)
    .where(col(LetterRow.platform) == bindparam("platform"), col(LetterRow.room_id) == bindparam("room_id"))
    .where(col(LetterRow.dead).is_(False), col(LetterRow.number) > bindparam("after"))
    .order_by(col(LetterRow.number))
)


class SqlOutbox:
    """Fulfils ``Outbox``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, letters: Sequence[Letter]) -> None:
        if letters:
            values = [letter_values(letter) for letter in letters]
            await self._transaction.write(put(LetterRow, self._transaction.dialect), values, quick=True)

    async def put_written(self, written: Mapping[int, Sequence[str]]) -> None:
        if values := [{"known": number, "messages": list(messages)} for number, messages in written.items()]:
            await self._transaction.write(_NOTE, values, quick=True)

    async def waiting(self, after: int = 0, limit: int = 1_000) -> list[Letter]:
        statement = (
            select(LetterRow)
            .where(col(LetterRow.dead).is_(False), col(LetterRow.number) > after)
            .order_by(col(LetterRow.number))
        )
        return [letter_of(row) for row in await self._transaction.rows(statement.limit(limit))]

    async def of_chat(self, platform: str, room_id: str, after: int = 0, limit: int = 100) -> list[Letter]:
        chat = {"platform": platform, "room_id": room_id, "after": after}
        return [letter_of(row) for row in await self._transaction.rows(_OF_CHAT.limit(limit), chat)]

    async def get(self, letter_id: str) -> Letter | None:
        row = await self._transaction.row(select(LetterRow).where(col(LetterRow.id) == letter_id))
        return None if row is None else letter_of(row)

    async def done(self, numbers: Iterable[int]) -> None:
        if gone := [{"gone": number} for number in numbers]:
            await self._transaction.write(_DONE, gone, quick=True)

    async def dead(self, limit: int = 100) -> list[Letter]:
        statement = select(LetterRow).where(col(LetterRow.dead).is_(True)).order_by(col(LetterRow.number).desc())
        return [letter_of(row) for row in await self._transaction.rows(statement.limit(limit))]

    async def counts(self) -> dict[tuple[str, bool], int]:
        table = table_of(LetterRow)
        statement = select(table.c.platform, table.c.dead, func.count()).group_by(table.c.platform, table.c.dead)
        return {(platform, bool(dead)): count for platform, dead, count in await self._transaction.tuples(statement)}

    async def last_number(self) -> int:
        return await self._transaction.number(select(func.coalesce(func.max(col(LetterRow.number)), 0)))

"""Reports of other services."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlmodel import col

from adapters.storage.mappers.media import report_of, report_values
from adapters.storage.rows import ReportKeyRow, ReportRow, table_of
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import insert_new
from engine.domain.media_records import Report


class SqlReports:
    """Fulfils ``Reports``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, reports: Sequence[Report]) -> int:
        by_key = dict[tuple[str, str], Report]()
        for one in reports:
            by_key.setdefault((one.instance, one.key), one)
        if not by_key:
            return 0
        keys = [{"instance": one.instance, "key": one.key, "at": one.received_at} for one in by_key.values()]
        table = table_of(ReportKeyRow)
        fresh = insert_new(ReportKeyRow, self._transaction.dialect).returning(table.c.instance, table.c.key)
        new = {(row.instance, row.key) for row in await self._transaction.write_returning(fresh, keys)}
        values = [report_values(one) for key, one in by_key.items() if key in new]
        if values:
            await self._transaction.write(insert(table_of(ReportRow)), values)
        return len(values)

    async def waiting(self, at: datetime, after: int = 0, limit: int = 1_000) -> list[Report]:
        due = or_(col(ReportRow.due_at).is_(None), col(ReportRow.due_at) <= at)
        waiting = select(ReportRow).where(col(ReportRow.dead).is_(False), col(ReportRow.number) > after, due)
        ordered = waiting.order_by(col(ReportRow.number)).limit(limit)
        return [report_of(row) for row in await self._transaction.rows(ordered)]

    async def done(self, numbers: Iterable[int]) -> None:
        table, gone = table_of(ReportRow), [{"gone": number} for number in numbers]
        if gone:
            await self._transaction.write(delete(table).where(table.c.number == bindparam("gone")), gone)

    async def put_back(self, report: Report) -> None:
        table = table_of(ReportRow)
        await self._transaction.write(
            update(table).where(table.c.number == report.number).values(**report_values(report))
        )

    async def dead(self, limit: int = 100) -> list[Report]:
        dead = select(ReportRow).where(col(ReportRow.dead).is_(True)).order_by(col(ReportRow.number).desc())
        return [report_of(row) for row in await self._transaction.rows(dead.limit(limit))]

    async def counts(self) -> dict[tuple[str, bool], int]:
        table = table_of(ReportRow)
        counted = select(table.c.instance, table.c.dead, func.count()).group_by(table.c.instance, table.c.dead)
        return {(instance, bool(dead)): count for instance, dead, count in await self._transaction.tuples(counted)}

    async def forget(self, before: datetime) -> None:
        keys, reports = table_of(ReportKeyRow), table_of(ReportRow)
        await self._transaction.write(
            delete(reports).where(reports.c.dead.is_(True) & (reports.c.received_at < before))
        )
        waiting = (
            select(reports.c.number)
            .where((reports.c.instance == keys.c.instance) & (reports.c.key == keys.c.key))
            .exists()
        )
        await self._transaction.write(delete(keys).where((keys.c.at < before) & ~waiting))

"""Files being read."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from adapters.storage.mappers.records import import_job_of, import_job_values
from adapters.storage.rows import ImportJobRow
from adapters.storage.transaction import Transaction
from adapters.storage.upserts import put
from engine.domain.records import ImportJob


class SqlImportJobs:
    """Fulfils ``ImportJobs``."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def put(self, job: ImportJob) -> None:
        await self._transaction.write(put(ImportJobRow, self._transaction.dialect), import_job_values(job))

    async def get(self, job_id: str) -> ImportJob | None:
        row = await self._transaction.row(select(ImportJobRow).where(col(ImportJobRow.id) == job_id))
        return None if row is None else import_job_of(row)

"""Connections to either database, each statement with its result in one step.

SQLite's driver blocks, so its statements run in threads of their own: one handing-over for each, where an asynchronous
driver needs several, is what makes short units of work cheap. PostgreSQL's driver is asynchronous.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

THREADS = 8
"""Statements on SQLite at the same time; one of them may write."""
Found = TypeVar("Found")
Answer = TypeVar("Answer")


class Link(Protocol):
    """One connection with one transaction, for one task at a time."""

    async def run(self, statement: Executable, values: Any, take: Callable[[CursorResult[Any]], Found]) -> Found:  # noqa: ANN401 - as SQLAlchemy has it
        """What ``take`` takes of the result. The first statement opens the connection and begins the transaction."""
        ...

    async def commit(self) -> None:
        """Make it durable, and give the connection back."""
        ...

    async def close(self) -> None:
        """Undo what was not committed, and give the connection back."""
        ...


class Database(Protocol):
    """Where links come from."""

    @property
    def dialect(self) -> str: ...
    def link(self, *, writes: bool) -> Link: ...
    async def dispose(self) -> None: ...


class SqliteDatabase:
    """SQLite, in threads."""

    dialect = "sqlite"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="sqlite")

    def link(self, *, writes: bool) -> SqliteLink:
        """A connection for one transaction."""
        return SqliteLink(self, writes=writes)

    async def within(self, work: Callable[[], Answer]) -> Answer:
        """``work`` in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def dispose(self) -> None:
        """Close all connections."""
        await asyncio.to_thread(self.engine.dispose)
        self._threads.shutdown(wait=False)


class SqliteLink:
    """Fulfils ``Link``."""

    def __init__(self, database: SqliteDatabase, *, writes: bool) -> None:
        self._database, self._writes = database, writes
        self._connection: Connection | None = None

    async def run(self, statement: Executable, values: Any, take: Callable[[CursorResult[Any]], Found]) -> Found:  # noqa: ANN401 - as above
        return await self._database.within(lambda: take(self._opened().execute(statement, values)))

    async def commit(self) -> None:
        await self._database.within(lambda: self._end(commit=True))

    async def close(self) -> None:
        if self._connection is not None:
            await self._database.within(lambda: self._end(commit=False))

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.engine.connect()
            driver: Any = self._connection.connection.dbapi_connection
            driver.execute("BEGIN IMMEDIATE" if self._writes else "BEGIN")
        return self._connection

    def _end(self, *, commit: bool) -> None:
        connection = self._connection
        if connection is None:
            return
        if commit:
            connection.commit()
        else:
            connection.rollback()
        self._connection = None
        connection.close()


class PostgresDatabase:
    """PostgreSQL."""

    dialect = "postgresql"

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine

    def link(self, *, writes: bool) -> PostgresLink:
        """A connection for one transaction."""
        del writes
        return PostgresLink(self.engine)

    async def dispose(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


class PostgresLink:
    """Fulfils ``Link``."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None

    async def run(self, statement: Executable, values: Any, take: Callable[[CursorResult[Any]], Found]) -> Found:  # noqa: ANN401 - as above
        if self._connection is None:
            self._connection = await self._engine.connect()
        return take(await self._connection.execute(statement, values))

    async def commit(self) -> None:
        if self._connection is not None:
            await self._connection.commit()
            await self.close()

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

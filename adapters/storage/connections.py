"""Connections to either database, each statement with its result in one step.

SQLite's driver blocks, so its statements run in threads of their own: one handing-over for each, where an asynchronous
driver needs several, is what makes short units of work cheap. A few rows by their key are read and written in place:
that takes tens of microseconds, and waits for nobody, while a handing-over takes several times as long and, on a busy
machine, milliseconds until the interpreter changes threads. Whatever waits for the disk or a lock – beginning to write,
and committing – always has a thread. PostgreSQL's driver is asynchronous.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.pool import QueuePool

THREADS = 8
"""Statements on SQLite at the same time; one of them may write."""
IN_PLACE = 12
"""Connections in use up to which one more is taken in place: one is at hand then, and not waited for."""
Found = TypeVar("Found")
Answer = TypeVar("Answer")


class Link(Protocol):
    """One connection with one transaction, for one task at a time."""

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as SQLAlchemy has it
        take: Callable[[CursorResult[Any]], Found],
        *,
        quick: bool,
    ) -> Found:
        """What ``take`` takes of the result. The first statement opens the connection and begins the transaction.

        ``quick``: it is about a few rows, found by a key. All of this goes to its end even when its caller is
        cancelled, so that no connection is left in the middle of a statement.
        """
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
        """``work`` in a thread, to its end."""
        return await to_its_end(asyncio.get_running_loop().run_in_executor(self._threads, work))

    def at_hand(self) -> bool:
        """Whether a connection can be had without waiting."""
        pool = self.engine.pool
        return isinstance(pool, QueuePool) and pool.checkedout() < IN_PLACE

    async def dispose(self) -> None:
        """Close all connections."""
        await asyncio.to_thread(self.engine.dispose)
        self._threads.shutdown(wait=False)


class SqliteLink:
    """Fulfils ``Link``."""

    def __init__(self, database: SqliteDatabase, *, writes: bool) -> None:
        self._database, self._writes = database, writes
        self._connection: Connection | None = None

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as above
        take: Callable[[CursorResult[Any]], Found],
        *,
        quick: bool,
    ) -> Found:
        # Beginning to write waits for another process's lock; a connection that reads waits for nobody.
        if quick and (self._connection is not None or (not self._writes and self._database.at_hand())):
            return take(self._opened().execute(statement, values))
        return await self._database.within(lambda: take(self._opened().execute(statement, values)))

    async def commit(self) -> None:
        if self._writes:
            await self._database.within(lambda: self._end(commit=True))
        else:
            self._end(commit=False)

    async def close(self) -> None:
        if self._connection is None:
            return
        if self._writes:
            await self._database.within(lambda: self._end(commit=False))
        else:
            self._end(commit=False)

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

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as above
        take: Callable[[CursorResult[Any]], Found],
        *,
        quick: bool,
    ) -> Found:
        del quick
        return await to_its_end(self._run(statement, values, take))

    async def commit(self) -> None:
        await to_its_end(self._commit())

    async def close(self) -> None:
        await to_its_end(self._close())

    async def _run(self, statement: Executable, values: Any, take: Callable[[CursorResult[Any]], Found]) -> Found:  # noqa: ANN401 - as above
        if self._connection is None:
            self._connection = await self._engine.connect()
        return take(await self._connection.execute(statement, values))

    async def _commit(self) -> None:
        if self._connection is not None:
            await self._connection.commit()
            await self._close()

    async def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


async def to_its_end(work: Coroutine[Any, Any, Answer] | asyncio.Future[Answer]) -> Answer:
    """Let ``work`` finish even when its caller is cancelled."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            task.exception()
        raise

"""Connections to SQLite.

Its driver blocks, so its statements run in threads of their own: one handing-over for each, where an asynchronous
driver needs several, is what makes short units of work cheap. A few rows by their key are read and written in place:
that takes tens of microseconds, and waits for nobody, while a handing-over takes several times as long and, on a busy
machine, milliseconds until the interpreter changes threads. Whatever waits for the disk or a lock – beginning to write
while another process does, and committing – has a thread.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable

from adapters.storage.connections import to_its_end
from adapters.storage.prepared import Preparing, Result

THREADS = 8
"""Statements on SQLite at the same time; one of them may write."""
IN_PLACE = 12
"""Connections in use up to which one more is taken in place: one is at hand then, and not waited for."""
Found = TypeVar("Found")
Answer = TypeVar("Answer")


class SqliteDatabase:
    """SQLite, in threads."""

    dialect = "sqlite"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.preparing = Preparing(engine.dialect)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="sqlite")
        self._pool, self._idle = engine.pool, list[Connection]()
        self._taken: set[Connection] = set()

    def link(self, *, writes: bool, lasting: bool = True) -> SqliteLink:
        """A connection for one transaction."""
        return SqliteLink(self, writes=writes, lasting=lasting or not writes)

    async def within(self, work: Callable[[], Answer]) -> Answer:
        """``work`` in a thread, to its end."""
        return await to_its_end(asyncio.get_running_loop().run_in_executor(self._threads, work))

    def at_hand(self) -> bool:
        """Whether a connection can be had without waiting."""
        return len(self._taken) < IN_PLACE

    def take(self) -> Connection:
        """A connection in no transaction."""
        if self._pool is not self.engine.pool:
            self._let_go()  # the engine was disposed of, and has begun anew
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self.engine.connect()
        self._taken.add(connection)
        return connection

    def give_back(self, connection: Connection, *, sound: bool) -> None:
        """It is in no transaction any more; one that is not ``sound`` is closed, which ends whatever it was in."""
        self._taken.discard(connection)
        if sound and len(self._idle) < IN_PLACE:
            self._idle.append(connection)
            return
        if not sound:
            connection.invalidate()
        connection.close()

    async def dispose(self) -> None:
        """Close all connections."""
        await asyncio.to_thread(self._dispose)
        self._threads.shutdown(wait=False)

    def _dispose(self) -> None:
        self._let_go()
        self.engine.dispose()

    def _let_go(self) -> None:
        self._pool, idle, self._idle = self.engine.pool, self._idle, []
        for connection in idle:
            connection.invalidate()
            connection.close()


class SqliteLink:
    """Fulfils ``Link``."""

    def __init__(self, database: SqliteDatabase, *, writes: bool, lasting: bool) -> None:
        self._database, self._writes, self._lasting = database, writes, lasting
        self._connection: Connection | None = None
        self._driver: Any = None

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as above
        take: Callable[[Result], Found],
        *,
        quick: bool,
    ) -> Found:
        if quick and (self._connection is not None or (self._database.at_hand() and self._begin(patiently=False))):
            return take(self._quickly(statement, values))
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

    def _quickly(self, statement: Executable, values: Any) -> Result:  # noqa: ANN401 - as above
        prepared = self._database.preparing.prepared(statement, values)
        if prepared is not None:
            return prepared.run(self._driver, values)
        return self._opened().execute(statement, values)

    def _opened(self) -> Connection:
        if self._connection is None:
            self._begin(patiently=True)
        if self._connection is None:
            raise RuntimeError("a transaction was not begun")
        return self._connection

    def _begin(self, *, patiently: bool) -> bool:
        """Whether a transaction is begun now. Only beginning to write waits, if ``patiently``, for other processes."""
        connection = self._database.take()
        driver: Any = connection.connection.dbapi_connection
        try:
            if not self._lasting:
                driver.execute("PRAGMA synchronous=NORMAL")  # the log is written, and synced with the next that lasts
            if not self._writes:
                driver.execute("BEGIN")
            elif patiently:
                driver.execute("BEGIN IMMEDIATE")
            elif not _begin_at_once(driver):
                self._wait_for_disk(driver)
                self._database.give_back(connection, sound=True)
                return False
        except BaseException:
            self._database.give_back(connection, sound=False)
            raise
        self._connection, self._driver = connection, driver
        return True

    def _wait_for_disk(self, driver: Any) -> None:  # noqa: ANN401 - the driver's connection has no public type
        """The connection's next transaction lasts again."""
        if not self._lasting:
            driver.execute("PRAGMA synchronous=FULL")

    def _end(self, *, commit: bool) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        sound = False
        try:
            ended = connection if connection.in_transaction() else self._driver
            if commit:
                ended.commit()
            else:
                ended.rollback()
            self._wait_for_disk(self._driver)
            sound = True
        finally:
            self._database.give_back(connection, sound=sound)


def _begin_at_once(driver: sqlite3.Connection) -> bool:
    """Begin to write, unless somebody else does."""
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout=0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={patience}")
    return True

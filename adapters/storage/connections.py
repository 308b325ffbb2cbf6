"""Connections to either database, each statement with its result in one step. PostgreSQL's driver is asynchronous."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.storage.prepared import Result

Found = TypeVar("Found")
Answer = TypeVar("Answer")


class Link(Protocol):
    """One connection with one transaction, for one task at a time."""

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as SQLAlchemy has it
        take: Callable[[Result], Found],
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
    def link(self, *, writes: bool, lasting: bool = True) -> Link:
        """A connection for one transaction; one that is not ``lasting`` does not wait for the disk."""
        ...

    async def dispose(self) -> None: ...


class PostgresDatabase:
    """PostgreSQL."""

    dialect = "postgresql"

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine

    def link(self, *, writes: bool, lasting: bool = True) -> PostgresLink:
        """A connection for one transaction."""
        del writes
        return PostgresLink(self.engine, lasting=lasting)

    async def dispose(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


class PostgresLink:
    """Fulfils ``Link``."""

    def __init__(self, engine: AsyncEngine, *, lasting: bool) -> None:
        self._engine, self._lasting = engine, lasting
        self._connection: AsyncConnection | None = None

    async def run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 - as above
        take: Callable[[Result], Found],
        *,
        quick: bool,
    ) -> Found:
        del quick
        return await to_its_end(self._run(statement, values, take))

    async def commit(self) -> None:
        await to_its_end(self._commit())

    async def close(self) -> None:
        await to_its_end(self._close())

    async def _run(self, statement: Executable, values: Any, take: Callable[[Result], Found]) -> Found:  # noqa: ANN401 - as above
        if self._connection is None:
            self._connection = await self._engine.connect()
            if not self._lasting:
                await self._connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
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

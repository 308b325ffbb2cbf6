"""One transaction, and the turn-taking of those that write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar, TypeVarTuple, cast

from sqlalchemy import CursorResult, Executable, Select
from sqlalchemy.sql.dml import UpdateBase

from adapters.storage.connections import Database, Link
from adapters.storage.failures import RETRY_SECONDS, in_our_words
from engine.errors import SourceUnavailable

TURN_SECONDS = 60.0
"""How long a writer waits for those before it."""

Found = TypeVar("Found")
Taken = TypeVar("Taken")
Answer = TypeVar("Answer")
Columns = TypeVarTuple("Columns")


class Turn:
    """Lets one unit of work write at a time, as SQLite can have but one writer."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    async def take(self) -> None:
        """Wait until nobody else writes. Raises SourceUnavailable when that takes too long."""
        if self._holder is not None and self._holder is asyncio.current_task():
            raise RuntimeError("a unit of work cannot write inside another one that has written")
        try:
            async with asyncio.timeout(TURN_SECONDS):
                await self._lock.acquire()
        except TimeoutError as error:
            raise SourceUnavailable("database-busy", retry_after=RETRY_SECONDS) from error
        self._holder = asyncio.current_task()

    def give_back(self) -> None:
        self._holder = None
        self._lock.release()


class Transaction:
    """Connects with its first statement. Reads do not wait; the first write waits for its ``turn``.

    What was read before the first write may be older than what is written upon, as in PostgreSQL's read committed.
    """

    def __init__(self, database: Database, turn: Turn | None) -> None:
        self._database = database
        self._turn = turn
        self._link: Link | None = None
        self._writes = False
        self.dialect = database.dialect

    async def rows(self, statement: Select[Found]) -> Sequence[Found]:
        """What ``statement`` finds. A row's columns are read as attributes of the model's names."""
        return cast("Sequence[Found]", await self._run(statement, None, _all))

    async def row(self, statement: Select[Found]) -> Found | None:
        """The first that ``statement`` finds."""
        return next(iter(await self.rows(statement.limit(1))), None)

    async def values(self, statement: Select[Found]) -> Sequence[Found]:
        """The one column that ``statement`` selects."""
        return cast("Sequence[Found]", await self._run(statement, None, _column))

    async def tuples(self, statement: Select[*Columns]) -> Sequence[tuple[*Columns]]:
        """The columns that ``statement`` selects."""
        return cast("Sequence[tuple[*Columns]]", await self._run(statement, None, _all))

    async def number(self, statement: Select[int]) -> int:
        """The one number that ``statement`` counts; 0 where there is none."""
        return next(iter(await self.values(statement)), 0)

    async def write(
        self, statement: UpdateBase, values: Mapping[str, object] | Sequence[Mapping[str, object]] | None = None
    ) -> int:
        """How many rows ``statement`` changed; one set of ``values``, or many for a repeated statement."""
        return await self._run_writing(statement, values, _count)

    async def write_returning(
        self, statement: UpdateBase, values: Sequence[Mapping[str, object]] | None = None
    ) -> Sequence[Any]:
        """The rows that ``statement`` gives back of those it changed."""
        return await self._run_writing(statement, values, _all)

    async def commit(self) -> None:
        """Make everything durable. Raises SourceUnavailable, and then nothing of it is."""
        if self._link is not None:
            with in_our_words():
                await to_its_end(self._link.commit())

    async def end(self) -> None:
        """Give everything back, undoing what was not committed."""
        try:
            if self._link is not None:
                await to_its_end(self._link.close())
        finally:
            self._link = None
            if self._writes and self._turn is not None:
                self._turn.give_back()
            self._writes = False

    async def _run(self, statement: Executable, values: Any, take: Callable[[CursorResult[Any]], Taken]) -> Taken:  # noqa: ANN401 – as SQLAlchemy has it
        if self._link is None:
            self._link = self._database.link(writes=self._writes)
        with in_our_words():
            return await to_its_end(self._link.run(statement, values, take))

    async def _run_writing(
        self,
        statement: UpdateBase,
        values: Any,  # noqa: ANN401 – as above
        take: Callable[[CursorResult[Any]], Taken],
    ) -> Taken:
        if self._turn is not None and not self._writes:
            # A read transaction cannot become a writing one once others have written, so it ends here; and whoever
            # waits for its turn must not keep a connection that the one whose turn it is may need.
            await self._end_reading()
            await self._turn.take()
            self._writes = True
        return await self._run(statement, values, take)

    async def _end_reading(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            with in_our_words():
                await to_its_end(link.close())


def _all(result: CursorResult[Any]) -> Sequence[Any]:
    return result.all()


def _column(result: CursorResult[Any]) -> Sequence[Any]:
    return result.scalars().all()


def _count(result: CursorResult[Any]) -> int:
    return result.rowcount


async def to_its_end(work: Coroutine[Any, Any, Answer]) -> Answer:
    """Let a statement finish even when its caller is cancelled, so that no connection is left in the middle of one."""
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

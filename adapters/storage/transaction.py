"""One transaction, and the turn-taking of those that write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, TypeVarTuple, cast

from sqlalchemy import Executable, Select
from sqlalchemy.sql.dml import UpdateBase

from adapters.storage.connections import Database, Link
from adapters.storage.failures import RETRY_SECONDS, in_our_words
from adapters.storage.prepared import Making, Result, each, together
from engine.errors import SourceUnavailable

TURN_SECONDS = 60.0
"""How long a writer waits for those before it."""

Found = TypeVar("Found")
Taken = TypeVar("Taken")
Made = TypeVar("Made")
Columns = TypeVarTuple("Columns")
Values = Mapping[str, object] | None
"""What fills the statement's parameters."""


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
    ``quick`` says of a statement that it is about a few rows, found by a key: SQLite runs those in place.
    ``lasting``: whether the commit waits for the disk.
    """

    def __init__(self, database: Database, turn: Turn | None, *, lasting: bool = True) -> None:
        self._database, self._lasting = database, lasting
        self._turn = turn
        self._link: Link | None = None
        self._writes = False
        self.dialect = database.dialect

    async def rows(self, statement: Select[Found], values: Values = None, *, quick: bool = False) -> Sequence[Found]:
        """What ``statement`` finds. A row's columns are read as attributes of the model's names."""
        return cast("Sequence[Found]", await self._run(statement, values, _all, quick=quick))

    async def row(self, statement: Select[Found], values: Values = None) -> Found | None:
        """The one that ``statement`` finds by a key, or the first of few."""
        return cast("Found | None", await self._run(statement, values, _first, quick=True))

    async def each(
        self, statement: Select[Any], values: Values, making: Making[Made], *, quick: bool = True
    ) -> list[Made]:
        """What is made of each row; of one that was read before, what was made of it then."""
        return await self._run(statement, values, lambda result: each(result, making), quick=quick)

    async def together(self, statement: Select[Any], values: Values, making: Making[Made]) -> Made:
        """What is made of all the few rows at once, a tuple of them; likewise."""
        return await self._run(statement, values, lambda result: together(result, making), quick=True)

    async def values(self, statement: Select[Found], values: Values = None, *, quick: bool = False) -> Sequence[Found]:
        """The one column that ``statement`` selects."""
        return cast("Sequence[Found]", await self._run(statement, values, _column, quick=quick))

    async def tuples(self, statement: Select[*Columns]) -> Sequence[tuple[*Columns]]:
        """The columns that ``statement`` selects."""
        return cast("Sequence[tuple[*Columns]]", await self._run(statement, None, _all, quick=False))

    async def made(
        self, statement: Select[*tuple[Any, ...]], values: Values, make: Callable[[Sequence[Any]], Made]
    ) -> Made:  # fmt: skip
        """What is made of all rows at once, on SQLite in the thread that read them."""
        return await self._run(statement, values, lambda result: make(result.all()), quick=False)

    async def number(self, statement: Select[int]) -> int:
        """The one number that ``statement`` counts; 0 where there is none."""
        return next(iter(await self.values(statement)), 0)

    async def write(
        self, statement: UpdateBase, values: Values | Sequence[Mapping[str, object]] = None, *, quick: bool = False
    ) -> int:
        """How many rows ``statement`` changed; one set of ``values``, or many for a repeated statement."""
        return await self._run_writing(statement, values, _count, quick=quick)

    async def write_returning(
        self, statement: UpdateBase, values: Sequence[Mapping[str, object]] | None = None, *, quick: bool = False
    ) -> Sequence[Any]:
        """The rows that ``statement`` gives back of those it changed."""
        return await self._run_writing(statement, values, _all, quick=quick)

    async def commit(self) -> None:
        """Make everything durable, if it is to last. Raises SourceUnavailable, and then nothing of it is."""
        if self._link is not None:
            with in_our_words():
                await self._link.commit()

    async def end(self) -> None:
        """Give everything back, undoing what was not committed."""
        try:
            if self._link is not None:
                await self._link.close()
        finally:
            self._link = None
            if self._writes and self._turn is not None:
                self._turn.give_back()
            self._writes = False

    async def _run(
        self,
        statement: Executable,
        values: Any,  # noqa: ANN401 – as SQLAlchemy has it
        take: Callable[[Result], Taken],
        *,
        quick: bool,
    ) -> Taken:
        if self._link is None:
            self._link = self._database.link(writes=self._writes, lasting=self._lasting)
        with in_our_words():
            return await self._link.run(statement, values, take, quick=quick)

    async def _run_writing(
        self,
        statement: UpdateBase,
        values: Any,  # noqa: ANN401 – as above
        take: Callable[[Result], Taken],
        *,
        quick: bool,
    ) -> Taken:
        if self._turn is not None and not self._writes:
            # A read transaction cannot become a writing one once others have written, so it ends here; and whoever
            # waits for its turn must not keep a connection that the one whose turn it is may need.
            await self._end_reading()
            await self._turn.take()
            self._writes = True
        return await self._run(statement, values, take, quick=quick)

    async def _end_reading(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            with in_our_words():
                await link.close()


def _all(result: Result) -> Sequence[Any]:
    return result.all()


def _first(result: Result) -> Any:  # noqa: ANN401 – a row of any model
    return result.first()


def _column(result: Result) -> Sequence[Any]:
    return result.scalars().all()


def _count(result: Result) -> int:
    return result.rowcount

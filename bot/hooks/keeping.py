"""Keeps reports before they are acknowledged: those that arrive together are kept together, in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.errors import RecommendarrError, SourceUnavailable

if TYPE_CHECKING:
    from engine.domain.media_records import Report
    from engine.ports.storage import Storage

TOGETHER = 500
"""Reports in one transaction."""
MOST_WAITING = 5_000
"""Beyond so many that are not kept yet, more are refused, and sent again later."""


class Keeping:
    """The durable inbox, as its door sees it."""

    def __init__(self, storage: Storage, arrived: Callable[[], None]) -> None:
        """``arrived`` is called when there is something new."""
        self._storage, self._arrived = storage, arrived
        self._waiting: list[tuple[Report, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    async def keep(self, report: Report) -> None:
        """Durable when it returns; told again it changes nothing. Raises SourceUnavailable where it could not be."""
        if len(self._waiting) >= MOST_WAITING:
            raise SourceUnavailable("database-busy", retry_after=5.0)
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((report, kept))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await kept

    async def _write(self) -> None:
        while self._waiting:
            some, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                async with self._storage.unit() as unit:
                    new = await unit.reports.add([report for report, _ in some])
            except RecommendarrError as error:
                _settle([kept for _, kept in some], error)
            except BaseException:
                _settle([kept for _, kept in some], SourceUnavailable("database-busy"))
                raise
            else:
                _settle([kept for _, kept in some], None)
                if new:
                    self._arrived()


def _settle(promises: list[asyncio.Future[None]], error: RecommendarrError | None) -> None:
    for promise in promises:
        if promise.done():  # whoever waited for it has hung up
            continue
        if error is None:
            promise.set_result(None)
        else:
            promise.set_exception(error)

"""Works reports in, one after the other in the order of their arrival, until each is done or given up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bot.hooks.bodies import as_bytes
from bot.traces import trace_of
from engine.domain.media_events import MediaEvent, UnreadableEvent
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.media.stack import Stack
    from engine.domain.media_records import Report
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage

TOGETHER = 200
"""Reports that are worked in at a time."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
TRIES = 20
"""After so many a report is put aside, for an administrator to see."""
KEYS_KEPT = timedelta(days=14)
"""For so long a repeated report is known to be one."""
IDLE = 30.0
"""Seconds after which what had to wait is looked for."""
_log = logging.getLogger(__name__)
Act = Callable[[str, Sequence[MediaEvent]], Awaitable[None]]
"""Does what events of an instance say; repeated it changes nothing."""


class Working:
    """The one worker over all reports."""

    def __init__(self, *, stack: Stack, storage: Storage, clock: Clock, act: Act) -> None:
        self._stack, self._storage, self._clock, self._act = stack, storage, clock, act
        self._something = asyncio.Event()
        self._idle = asyncio.Event()

    def arrived(self) -> None:
        """There is something to do."""
        self._idle.clear()
        self._something.set()

    async def quiet(self) -> None:
        """Returns when nothing is left to do at the moment."""
        await self._idle.wait()

    async def run(self) -> None:
        """Until cancelled; what is not done by then is done after the next start."""
        while True:
            self._something.clear()
            if not await self.step():
                self._idle.set()
                try:
                    async with asyncio.timeout(IDLE):
                        await self._something.wait()
                except TimeoutError:
                    continue

    async def step(self) -> bool:
        """Work in what waits, at most TOGETHER; False where nothing does."""
        try:
            async with self._storage.unit() as unit:
                waiting = await unit.reports.waiting(self._clock.now(), limit=TOGETHER)
            for instance, reports in groupby(waiting, key=lambda report: report.instance):
                await self._work(instance, list(reports))
        except RecommendarrError as error:
            # the storage itself: what is not noted as done is worked in again, which changes nothing
            _log.warning("reports wait: %s", error.key)
            return False
        except Exception as error:  # noqa: BLE001 - the one worker must not end
            _log.error("reports wait: %s", trace_of(error))
            return False
        return bool(waiting)

    async def _work(self, instance: str, reports: Sequence[Report]) -> None:
        """Those of one instance; together where that goes well, one by one where it does not."""
        readable = [(report, events) for report in reports if (events := await self._read(report)) is not None]
        if not readable:
            return
        try:
            await self._act(instance, [event for _, events in readable for event in events])
        except Exception as error:  # noqa: BLE001 - one bad report must not hold up the others
            if len(readable) == 1:
                await self._put_off(readable[0][0], error)
                return
            for report, events in readable:
                await self._alone(report, events)
            return
        await self._done([report for report, _ in readable])

    async def _alone(self, report: Report, events: Sequence[MediaEvent]) -> None:
        try:
            await self._act(report.instance, events)
        except Exception as error:  # noqa: BLE001 - as above
            await self._put_off(report, error)
        else:
            await self._done([report])

    async def _read(self, report: Report) -> Sequence[MediaEvent] | None:
        integration = self._stack.integrations.get(report.instance)
        if integration is None or integration.read is None:
            await self._give_up(report, "hook-unknown-instance")
            return None
        try:
            return integration.read(report.headers, as_bytes(report.body), report.received_at)
        except UnreadableEvent as error:
            _log.warning("a report of %s could not be read: %s", report.instance, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not hold up the others
            _log.error("a report of %s was too much for its reader: %s", report.instance, trace_of(error))
        await self._give_up(report, "hook-unreadable")
        return None

    async def _done(self, reports: Sequence[Report]) -> None:
        async with self._storage.unit() as unit:
            await unit.reports.done([report.number for report in reports])

    async def _give_up(self, report: Report, why: str) -> None:
        async with self._storage.unit() as unit:
            await unit.reports.put_back(replace(report, dead=True, trouble=why))

    async def _put_off(self, report: Report, error: Exception) -> None:
        known = isinstance(error, RecommendarrError)
        trouble = error.key if isinstance(error, RecommendarrError) else "hook-failed"
        if not known:
            _log.error("a report of %s could not be worked in: %s", report.instance, trace_of(error))
        tries = report.tries + 1
        wait = min(FIRST_WAIT * 2 ** min(tries - 1, 12), LONGEST_WAIT)
        later = replace(report, tries=tries, due_at=self._clock.now() + wait, trouble=trouble, dead=tries >= TRIES)
        async with self._storage.unit() as unit:
            await unit.reports.put_back(later)


async def forget_old(storage: Storage, clock: Clock) -> None:
    """Keys of reports that nobody will repeat any more."""
    async with storage.unit() as unit:
        await unit.reports.forget(clock.now() - KEYS_KEPT)

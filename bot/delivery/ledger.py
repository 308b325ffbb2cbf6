"""Writes what happens at the Desk: many events in one transaction, each told when it is safely stored.

A commit costs the disk a moment whatever is in it, so everything that happens during one commit goes into the next.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.errors import SourceUnavailable

if TYPE_CHECKING:
    from datetime import datetime

    from engine.domain.letters import Arrival, Letter, ShownPick
    from engine.domain.people import HeldWord, Sighting
    from engine.ports.storage import Storage, UnitOfWork

MOST_AT_ONCE = 200
"""Events in one transaction."""
BUSY, GATHER = 2, 0.01
"""From so many events that came during one commit on, others are waited for so long (seconds): they share the next."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, stored whole or not at all."""

    arrivals: tuple[Arrival, ...] = ()
    answered: tuple[int, ...] = ()
    progress: tuple[tuple[int, tuple[str, ...]], ...] = ()
    letters: tuple[Letter, ...] = ()
    written: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Number of a letter, and those of its messages that are written for certain."""
    delivered: tuple[int, ...] = ()
    shown: tuple[ShownPick, ...] = ()
    silent: tuple[tuple[str, str, datetime | None], ...] = ()
    """Platform and id of accounts that blocked the bot, and since when; None: they wrote again."""
    seen: tuple[Sighting, ...] = ()
    held: tuple[HeldWord, ...] = ()
    released: tuple[int, ...] = ()
    """Numbers of words that were held and are in ``letters`` now."""


@dataclass(slots=True)
class _Entry:
    event: Event
    stored: Callable[[frozenset[int]], None] | None
    done: asyncio.Future[frozenset[int]] = field(default_factory=asyncio.Future[frozenset[int]])


class Ledger:
    """One writer for the whole Desk."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._waiting: list[_Entry] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, event: Event, stored: Callable[[frozenset[int]], None] | None = None) -> frozenset[int]:
        """Durable when it returns; gives back which of its arrivals came for the first time.

        ``stored`` is called at once after the commit, in the order in which events were handed in. Raises what the
        storage raises, and then nothing of the event is stored. An event goes on when its caller is cancelled.
        """
        entry = _Entry(event, stored)
        self._waiting.append(entry)
        if self._writing is None:
            self._writing = asyncio.ensure_future(self._write_all())
        return await entry.done  # its being cancelled with the caller changes nothing of the event

    async def settled(self) -> None:
        """All that was handed in is stored."""
        while self._writing is not None:
            await asyncio.wait({self._writing})

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                await self._attempt(batch)
                if BUSY <= len(self._waiting) < MOST_AT_ONCE:
                    await asyncio.sleep(GATHER)
        finally:
            self._writing = None

    async def _attempt(self, batch: list[_Entry]) -> None:
        try:
            fresh = await self._commit([entry.event for entry in batch])
        except Exception as error:  # noqa: BLE001 - whoever handed it in is told, and decides
            if len(batch) == 1 or isinstance(error, SourceUnavailable):
                _refuse(batch, error)
                return
            for entry in batch:  # one of them is at fault, the others must not suffer
                await self._attempt([entry])
            return
        for entry in batch:
            if entry.stored is not None:
                entry.stored(fresh)
            if not entry.done.done():
                entry.done.set_result(fresh)

    async def _commit(self, events: list[Event]) -> frozenset[int]:
        async with self._storage.unit() as unit:
            return await _store(unit, events)


def _refuse(batch: list[_Entry], error: Exception) -> None:
    for entry in batch:
        if not entry.done.done():
            entry.done.set_exception(error)
            entry.done.exception()  # whoever waits is told; nobody may wait any more


async def _store(unit: UnitOfWork, events: list[Event]) -> frozenset[int]:
    fresh = await unit.inbox.add([one for event in events for one in event.arrivals])
    for number, messages in [one for event in events for one in event.progress]:
        await unit.inbox.put_progress(number, messages)
    await unit.inbox.done([number for event in events for number in event.answered])
    # Letters go before others come: one that is tried anew is the same letter under a new number.
    gone = {number for event in events for number in event.delivered}
    await unit.outbox.done(sorted(gone))
    kept = {one.number: one for event in events for one in event.letters if one.number not in gone}
    await unit.outbox.put(list(kept.values()))
    noted = dict(one for event in events for one in event.written)
    await unit.outbox.put_written({number: ids for number, ids in noted.items() if number not in gone})
    await unit.shown_picks.put([one for event in events for one in event.shown])
    for platform, account_id, since in [one for event in events for one in event.silent]:
        await unit.correspondents.set_silent(platform, account_id, since)
    await unit.people.saw([one for event in events for one in event.seen])
    for word in [one for event in events for one in event.held]:
        await unit.courtesies.hold(word)
    await unit.courtesies.release([number for event in events for number in event.released])
    return fresh

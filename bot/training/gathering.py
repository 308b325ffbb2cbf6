"""Gathers what people met out of the storage, person by person, so that it is never all in memory as single facts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import sha256

import numpy as np

from engine.learning.log import Log, log_of_columns
from engine.ports.facts import FactColumns
from engine.ports.storage import Storage

AT_ONCE = 5_000
"""Facts that are read together, roughly; one person's are never divided."""
MOST_PEOPLE = 500
"""Whose facts are read together, at most."""
LONGEST_REST = 0.2
"""Seconds."""


async def gather(storage: Storage, items: Sequence[str], now: datetime, *, resting: bool = True) -> Log:
    """The log of everybody here over ``items``, people in order of their id.

    ``resting``: it rests as long as it works, for those who wait for answers of the same process.
    """
    async with storage.unit() as unit:
        people = sorted(viewer.id for viewer in await unit.viewers.all())
    columns, places = tuple(items), {item_id: place for place, item_id in enumerate(items)}
    logs = [log_of_columns(FactColumns.of(()), columns, places, now.timestamp())]
    read, start, some = 0, 0, 1
    while start < len(people):
        async with _resting(wanted=resting), storage.unit() as unit:
            facts = await unit.interactions.columns(people[start : start + some])
        async with _resting(wanted=resting):
            logs.append(await asyncio.to_thread(log_of_columns, facts, columns, places, now.timestamp()))
        start, read = start + some, read + len(facts)
        some = min(max(AT_ONCE * start // max(read, 1), 1), MOST_PEOPLE)
    return await asyncio.to_thread(joined, logs)


@asynccontextmanager
async def _resting(*, wanted: bool) -> AsyncGenerator[None]:
    """Afterwards leaves the processor to answers for as long as the work took, within reason, if that is ``wanted``."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    yield
    if wanted:
        await asyncio.sleep(min(loop.time() - began, LONGEST_REST))


def joined(logs: Sequence[Log]) -> Log:
    """Logs of different people over the same titles as one."""
    offsets = np.cumsum([0, *(len(log.people) for log in logs[:-1])])
    return Log(
        logs[0].items,
        tuple(person for log in logs for person in log.people),
        np.concatenate(
            [log.person + offset for log, offset in zip(logs, offsets.tolist(), strict=True)], dtype=np.int32
        ),
        np.concatenate([log.item for log in logs]),
        np.concatenate([log.liking for log in logs]),
        np.concatenate([log.at for log in logs]),
    )


def fingerprint(log: Log) -> str:
    """SHA-256 of who met what, when, and how they liked it: the same data has the same."""
    digest = sha256()
    for names in (log.items, log.people):
        digest.update("\0".join(names).encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    for column in (log.person, log.item, log.liking, log.at):
        digest.update(np.ascontiguousarray(column).tobytes())
    return digest.hexdigest()

"""Gathers what people met out of the storage, person by person, so that it is never all in memory as single facts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import sha256

import numpy as np

from engine.domain.interactions import Interaction
from engine.learning.log import Log, log_of
from engine.ports.storage import Storage

AT_ONCE = 5_000
"""Facts that are turned into columns together; one person's are never divided."""
LONGEST_REST = 0.2
"""Seconds."""


async def gather(storage: Storage, items: Sequence[str], now: datetime) -> Log:
    """The log of everybody here over ``items``, people in order of their id. Rests as long as it works."""
    async with storage.unit() as unit:
        people = sorted(viewer.id for viewer in await unit.viewers.all())
    logs: list[Log] = []
    facts: list[Interaction] = []
    for viewer_id in people:
        async with _resting(), storage.unit() as unit:
            facts += await unit.interactions.of_viewer(viewer_id)
        if len(facts) >= AT_ONCE:
            async with _resting():
                logs.append(await asyncio.to_thread(log_of, facts, items, now.timestamp()))
            facts = []
    logs.append(await asyncio.to_thread(log_of, facts, items, now.timestamp()))
    return await asyncio.to_thread(joined, logs)


@asynccontextmanager
async def _resting() -> AsyncGenerator[None]:
    """Afterwards leaves the processor to answers for as long as the work took, within reason."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    yield
    await asyncio.sleep(min(loop.time() - began, LONGEST_REST))


def joined(logs: Sequence[Log]) -> Log:
    """Logs of different people over the same titles as one."""
    if len(logs) == 1:
        return logs[0]
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

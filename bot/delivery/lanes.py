"""One thing after the other for each chat, many chats at once, and no more in memory than there is room for."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from engine.errors import SourceUnavailable

Chat = tuple[str, str]
"""Platform and room."""
PAGE = 50
"""What is read of one chat at a time where it did not fit into memory."""
PATIENCE = 5.0
"""Seconds until a storage that failed is asked again, where it does not say."""
_log = logging.getLogger(__name__)


class Numbered(Protocol):
    @property
    def number(self) -> int: ...


Job = TypeVar("Job", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Later(Generic[Job]):
    """Not yet: ``job`` stays at the head of its chat for ``seconds``."""

    job: Job
    seconds: float


@dataclass(slots=True)
class _Lane(Generic[Job]):
    chat: Chat
    jobs: deque[Job] = field(default_factory=deque[Job])
    last: int = 0
    """The highest number that was taken in: whatever comes twice is passed over."""
    beyond: bool = False
    """Some jobs of this chat are in storage alone."""
    came: bool = False
    """One was put there since it was last read from."""
    taken: bool = False
    """Being worked on, waiting for that, or put off."""
    alarm: asyncio.TimerHandle | None = None


class Lanes(Generic[Job]):
    """``work`` does a job or says when to come back; ``load`` reads a chat's jobs above a number from storage."""

    def __init__(
        self,
        work: Callable[[Job], Awaitable[Later[Job] | None]],
        load: Callable[[Chat, int, int], Awaitable[list[Job]]],
        *,
        at_once: int,
        most: int = 5_000,
    ) -> None:
        self._work, self._load, self._at_once, self._most = work, load, at_once, most
        self._lanes: dict[Chat, _Lane[Job]] = {}
        self._ready: deque[_Lane[Job]] = deque()
        self._workers: set[asyncio.Task[None]] = set()
        self._held = 0
        self._paused = True

    def __len__(self) -> int:
        """Chats that have something to do."""
        return len(self._lanes)

    @property
    def held(self) -> int:
        """Jobs in memory."""
        return self._held

    def put(self, chat: Chat, job: Job) -> None:
        """The next job of ``chat``, which must be in storage already. Call it in the order of the numbers."""
        lane = self._lanes.setdefault(chat, _Lane[Job](chat))
        if job.number <= lane.last:
            return
        if lane.beyond or self._held >= self._most:
            lane.beyond = lane.came = True
        else:
            lane.jobs.append(job)
            lane.last = job.number
            self._held += 1
        self._make_ready(lane)

    def seize(self, chat: Chat) -> bool:
        """Take an idle chat for something out of turn; False where it has something to do. ``release`` it after."""
        if chat in self._lanes:
            return False
        self._lanes[chat] = _Lane[Job](chat, taken=True)
        return True

    def release(self, chat: Chat) -> None:
        self._next(self._lanes[chat])

    def resume(self) -> None:
        """Begin, or go on after ``pause``. What was put off is looked at again at once."""
        self._paused = False
        for lane in [lane for lane in self._lanes.values() if lane.alarm is not None]:
            self._wake(lane)
        self._hire()

    def pause(self) -> None:
        """Nothing new is begun; what is being done is done to its end."""
        self._paused = True

    async def idle(self) -> None:
        """Nothing is being done at this moment, nor could be."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    async def stop(self) -> None:
        """What is being done is broken off; storage has it."""
        self.pause()
        for lane in self._lanes.values():
            if lane.alarm is not None:
                lane.alarm.cancel()
        for worker in self._workers:
            worker.cancel()
        await self.idle()

    def _make_ready(self, lane: _Lane[Job]) -> None:
        if not lane.taken:
            lane.taken = True
            self._ready.append(lane)
            self._hire()

    def _hire(self) -> None:
        wanted = 0 if self._paused else min(len(self._ready), self._at_once - len(self._workers))
        for _ in range(wanted):
            worker = asyncio.ensure_future(self._serve())
            self._workers.add(worker)
            worker.add_done_callback(self._gone)

    def _gone(self, worker: asyncio.Task[None]) -> None:
        self._workers.discard(worker)
        if not worker.cancelled() and (problem := worker.exception()) is not None:
            raise problem
        self._hire()

    async def _serve(self) -> None:
        while self._ready and not self._paused:
            lane = self._ready.popleft()
            try:
                if not lane.jobs:
                    await self._read(lane)
                later = await self._work(lane.jobs[0]) if lane.jobs else None
            except SourceUnavailable as error:
                _log.warning("a chat has to wait: %s", error)
                self._put_off(lane, error.retry_after or PATIENCE)
                continue
            if later is not None:
                lane.jobs[0] = later.job
                self._put_off(lane, later.seconds)
                continue
            if lane.jobs:
                lane.jobs.popleft()
                self._held -= 1
            self._next(lane)

    async def _read(self, lane: _Lane[Job]) -> None:
        """From storage. What comes in meanwhile is seen by ``came``, as it is only told after it was stored."""
        lane.came = False
        found = await self._load(lane.chat, lane.last, PAGE)
        for job in found:
            lane.jobs.append(job)
            lane.last = job.number
            self._held += 1
        lane.beyond = lane.came or len(found) == PAGE

    def _next(self, lane: _Lane[Job]) -> None:
        lane.taken = False
        if lane.jobs or lane.beyond:
            self._make_ready(lane)
        else:
            del self._lanes[lane.chat]

    def _put_off(self, lane: _Lane[Job], seconds: float) -> None:
        lane.alarm = asyncio.get_running_loop().call_later(max(seconds, 0), self._wake, lane)

    def _wake(self, lane: _Lane[Job]) -> None:
        if lane.alarm is not None:
            lane.alarm.cancel()
            lane.alarm = None
        self._ready.append(lane)
        self._hire()

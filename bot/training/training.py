"""Trains the household's model: gathers, learns apart, keeps, and puts into service what is not worse."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from time import monotonic
from typing import TYPE_CHECKING

from bot.training.apart import learn_apart
from bot.training.gathering import fingerprint, gather
from bot.training.kept import KeptModels
from bot.training.lists import Lists
from bot.training.work import Order, Outcome, Parts, Progress, no_progress, packed
from engine.errors import InvalidQuery, RecommendarrError
from engine.ports.models import Manifest, ModelKind

if TYPE_CHECKING:
    from bot.training.measuring import Verdict
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage
    from engine.snapshots import Snapshots

_log = logging.getLogger(__name__)
ENOUGH_NEW, ENOUGH_SHARE = 50, 0.05
"""Facts since the last training from which another is worth it: so many, or that share of all."""
FEWEST = 20
"""Facts from which a first training happens by itself."""
HALF_A_DAY, AT_MOST = timedelta(hours=12), timedelta(days=2)
"""After so long anything new is enough: at night, and at any time."""
REST = 30.0
"""Times as long as a training takes that must pass before the next one by itself: 3 % of the time at most."""
LEAST_REST = timedelta(hours=1)
SEED = 7
UNHEARD = "unheard"
"""Among a model's figures, how many meetings taught nothing."""
"""Always the same, so that equal data makes an equal model and chance alone is never better or worse."""
Learn = Callable[[Order, Progress], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a training."""

    version: str
    manifest: Manifest
    verdict: Verdict
    first: bool
    """There was no model before: popularity was the measure."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Running:
    """A training under way."""

    step: str
    done: float
    """0–1"""


class Training:
    """One training at a time, on demand and by itself."""

    def __init__(
        self,
        *,
        storage: Storage,
        snapshots: Snapshots,
        clock: Clock,
        kept: KeptModels,
        learn: Learn = learn_apart,
        lists: bool = True,
        answering: bool = True,
    ) -> None:
        """``lists``: learn also from what a public catalogue lists beside titles.

        ``answering``: others wait for answers of this process.
        """
        self._storage, self._snapshots, self._clock = storage, snapshots, clock
        self._lists = Lists(storage, kept, lists)
        self._learn, self._answering = learn, answering
        self.kept = kept
        self._task: asyncio.Task[Result] | None = None
        self._running = Running("gathering", 0.0)
        self._last: Result | RecommendarrError | None = None
        self._tried = 0
        """Facts there were at the last attempt since the start."""

    @property
    def running(self) -> Running | None:
        """How far the training under way is; None where there is none."""
        return self._running if self._task is not None and not self._task.done() else None

    @property
    def last(self) -> Result | RecommendarrError | None:
        """What became of the last training since the start."""
        return self._last

    def begin(self, progress: Progress | None = None) -> asyncio.Task[Result]:
        """Train in the background, whoever waits for it or not. Raises InvalidQuery("training-running")."""
        if self.running:
            raise InvalidQuery("training-running")
        self._running = Running("gathering", 0.0)
        self._task = asyncio.create_task(self._run(progress or no_progress))
        self._task.add_done_callback(_heard)
        return self._task

    async def train(self, progress: Progress | None = None) -> Result:
        """Train, keep, and put into service unless it is worse. Raises what went wrong; nothing is changed then."""
        return await self.begin(progress)

    async def due(self, *, night: bool = False) -> bool:
        """Whether enough is new since the last training: less at ``night``; nothing new is never enough."""
        if self.running:
            return False
        async with self._storage.unit() as unit:
            facts = await unit.interactions.count()
        listed = await self._lists.due()
        if facts == self._tried and not listed:
            return False
        newest = next(iter(await self._own()), None)
        if newest is None or await self.kept.stranded():
            return facts >= FEWEST
        new = abs(facts - round(newest.metrics.get("facts", 0)))
        rested = self._clock.now() - newest.created_at
        if rested < max(LEAST_REST, timedelta(seconds=REST * newest.metrics.get("seconds", 0))):
            return False
        if listed or new == 0:
            return listed
        return new >= ENOUGH_NEW or new >= ENOUGH_SHARE * facts or rested >= (HALF_A_DAY if night else AT_MOST)

    async def close(self) -> None:
        """End the training under way, if any."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        await self.kept.close()

    async def _own(self) -> list[Manifest]:
        listed = [known.stored.manifest for known in await self.kept.list()]
        return [manifest for manifest in listed if manifest is not None and manifest.kind is ModelKind.HOUSEHOLD]

    async def _run(self, progress: Progress) -> Result:
        def told(step: str, done: float) -> None:
            self._running = Running(step, done)
            progress(step, done)

        try:
            self._last = await self._trained(told)
        except RecommendarrError as error:
            self._last = error
            raise
        return self._last

    async def _trained(self, progress: Progress) -> Result:
        started, now = monotonic(), self._clock.now()
        progress("gathering", 0.0)
        await self.kept.started()
        order, about = await self._order(now)
        outcome = await self._learn(order, progress)
        progress("saving", 1.0)
        about = self._measured(about, outcome, monotonic() - started)
        if outcome.listed is not None and order.listed is not None:
            await self._lists.keep(outcome.listed, order.listed, about)
        saved = await self.kept.save(await asyncio.to_thread(packed, outcome, about))
        if not about.held_back:
            await self.kept.use(saved)
        return Result(saved, about, outcome.verdict, outcome.first, monotonic() - started)

    async def _order(self, now: datetime) -> tuple[Order, Manifest]:
        """What is to be learned, and what will be written on it."""
        catalogue = self._snapshots.current
        async with self._storage.unit() as unit:
            self._tried = facts = await unit.interactions.count()
        log = await gather(self._storage, catalogue.ids, now, resting=self._answering)
        if not len(log):
            raise InvalidQuery("training-nothing")
        about = Manifest(
            kind=ModelKind.HOUSEHOLD,
            created_at=now,
            product=product_version(),
            source="household",
            fingerprint=await asyncio.to_thread(fingerprint, log),
            people=len(log.people),
            meetings=len(log),
            titles=len(catalogue),
            metrics={"facts": float(facts)},
        )
        public = self.kept.crowds.model(ModelKind.PUBLIC)
        order = Order(
            log=log,
            catalogue=catalogue,
            seed=SEED,
            public=(public.arrays(), public.facts()) if public else None,
            listed=await self._lists.gather(catalogue.ids, now),
            present=await self._present(),
        )
        return order, about

    async def _present(self) -> Parts | None:
        """What the new one is measured against: the present one as it was before people here met their last titles."""
        own = await self.kept.opened(ModelKind.HOUSEHOLD)
        if own is not None and own.trial is not None:
            return own.trial
        public = self.kept.crowds.model(ModelKind.PUBLIC)
        return (public.arrays(), public.facts()) if public else None

    def _measured(self, about: Manifest, outcome: Outcome, seconds: float) -> Manifest:
        verdict, told = outcome.verdict, {UNHEARD: float(outcome.unheard), "seconds": round(seconds, 1)}
        return replace(about, metrics={**about.metrics, **verdict.figures(), **told}, held_back=verdict.worse)


def product_version() -> str:
    """Of Recommendarr, as installed."""
    try:
        return version("recommendarr")
    except PackageNotFoundError:
        return "unknown"


def _heard(task: asyncio.Task[Result]) -> None:
    """Nobody may be waiting any more; what went wrong is told all the same."""
    if not task.cancelled() and (error := task.exception()) is not None:
        _log.warning("the training came to nothing: %s", error)

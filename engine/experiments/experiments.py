"""The experiments of a household: started, stopped, looked up for every answer, and reported on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from engine.domain.interactions import Interaction
from engine.domain.slate import Slate
from engine.errors import InvalidQuery, Misconfigured
from engine.experiments.experiment import Experiment, checked_arms, checked_name
from engine.experiments.outcomes import WITHIN, outcomes
from engine.experiments.policies import Judged, judged, logged
from engine.experiments.presets import OUTSIDE, Standing
from engine.experiments.report import Report, report
from engine.experiments.written import read, written
from engine.ports.clock import Clock, Ids
from engine.ports.storage import Storage, UnitOfWork

KEPT = "experiments"
"""Value that holds them all."""
TURN = "experiments-turn"
"""Value that is written first by whoever changes them, so that two changes cannot meet."""
MOST_KEPT = 50
MOST_DAYS = 365
"""How far back the log of policies is read."""
_OUT = "out"


class Experiments:
    """Keeps no state of its own: every process over one database sees the same experiments."""

    def __init__(self, storage: Storage, clock: Clock, ids: Ids) -> None:
        self._storage, self._clock, self._ids = storage, clock, ids

    async def standing(self, unit: UnitOfWork, viewer_id: str) -> Standing:
        """The viewer's arms in what runs now. Nobody takes part while what is kept of experiments is unreadable."""
        now = self._clock.now()
        try:
            running = [one for one in read(await unit.values.get(KEPT)) if one.runs(now)]
        except Misconfigured:
            return OUTSIDE
        arms = tuple((one.name, arm) for one in running if (arm := one.arm_of(viewer_id)) is not None)
        return Standing(arms) if arms and await takes_part(unit, viewer_id) else OUTSIDE

    async def all(self) -> tuple[Experiment, ...]:
        """Oldest first. Raises Misconfigured: experiments-unreadable."""
        async with self._storage.unit() as unit:
            return read(await unit.values.get(KEPT))

    async def start(self, name: str, arms: Sequence[tuple[str, float]]) -> Experiment:
        """Begin now. Raises InvalidQuery: experiments-name, -arm, -arms, -shares, -taken, -overlap."""
        now = self._clock.now()
        new = Experiment(checked_name(name), self._ids.new(), checked_arms(arms), now)
        async with self._storage.unit() as unit:
            kept = await self._to_change(unit)
            if any(one.name == new.name for one in kept):
                raise InvalidQuery("experiments-taken", name=new.name)
            for other in kept:
                if other.stopped_at is None and other.parts & new.parts:
                    raise InvalidQuery("experiments-overlap", name=new.name, other=other.name)
            await unit.values.put(KEPT, written(_latest((*kept, new))))
        return new

    async def stop(self, name: str) -> Experiment:
        """End now; its report stays. Raises InvalidQuery: experiments-unknown, experiments-stopped."""
        async with self._storage.unit() as unit:
            kept = await self._to_change(unit)
            one = _named(kept, name)
            if one.stopped_at is not None:
                raise InvalidQuery("experiments-stopped", name=one.name)
            ended = replace(one, stopped_at=self._clock.now())
            await unit.values.put(KEPT, written(ended if other is one else other for other in kept))
        return ended

    async def report(self, name: str, rng: np.random.Generator) -> Report:
        """What it has shown so far. Raises InvalidQuery: experiments-unknown."""
        now = self._clock.now()
        one = _named(await self.all(), name)
        async with self._storage.unit() as unit:
            slates = await unit.slates.of_period(one.started_at, min(one.stopped_at or now, now))
            shown = [slate for slate in slates if one.name in dict(slate.arms)]
            people = [viewer.id for viewer in await unit.viewers.all()]
            facts = await _facts(unit, shown)
            out = sum([not await takes_part(unit, viewer_id) for viewer_id in people])
        return await asyncio.to_thread(
            lambda: report(one, outcomes(shown, facts), len(people) - out, now, rng)
        )  # fmt: skip

    async def policies(self, rng: np.random.Generator) -> list[Judged]:
        """What exploring more or less would have brought, by the answers whose week is over."""
        now = self._clock.now()
        async with self._storage.unit() as unit:
            slates = await unit.slates.of_period(now - timedelta(days=MOST_DAYS), now - WITHIN)
            shown = [slate for slate in slates if any(pick.propensity < 1 for pick in slate.picks)]
            facts = await _facts(unit, shown)
        return await asyncio.to_thread(lambda: judged(logged(shown, facts), rng))

    async def takes_part(self, viewer_id: str) -> bool:
        """Whether the viewer may be drawn into experiments."""
        async with self._storage.unit() as unit:
            return await takes_part(unit, viewer_id)

    async def opt(self, viewer_id: str, *, out: bool) -> None:
        """Take the viewer out of all experiments, of later ones too, or let them in again."""
        async with self._storage.unit() as unit:
            await unit.values.put(_choice(viewer_id), _OUT if out else "")

    async def _to_change(self, unit: UnitOfWork) -> tuple[Experiment, ...]:
        await unit.values.put(TURN, _moment(self._clock.now()))
        return read(await unit.values.get(KEPT))


async def takes_part(unit: UnitOfWork, viewer_id: str) -> bool:
    """Whether the viewer did not opt out."""
    return await unit.values.get(_choice(viewer_id)) != _OUT


def _choice(viewer_id: str) -> str:
    return f"experiments-of:{viewer_id}"


def _named(kept: Iterable[Experiment], name: str) -> Experiment:
    for one in kept:
        if one.name == name.casefold():
            return one
    raise InvalidQuery("experiments-unknown", name=name)


def _latest(kept: Sequence[Experiment]) -> Sequence[Experiment]:
    """As many as are kept: the oldest that were stopped go first."""
    stopped = [one for one in kept if one.stopped_at is not None]
    gone = {one.name for one in stopped[: max(len(kept) - MOST_KEPT, 0)]}
    return [one for one in kept if one.name not in gone]


async def _facts(unit: UnitOfWork, slates: Sequence[Slate]) -> list[Interaction]:
    viewers = sorted({slate.query.viewer_id for slate in slates})
    return [fact for viewer_id in viewers for fact in await unit.interactions.of_viewer(viewer_id)]


def _moment(at: datetime) -> str:
    return at.isoformat()

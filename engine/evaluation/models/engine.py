"""The engine as it is shipped: the very answers that ``/tonight`` gives, from a store that knows only the past."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np

from engine.answering.answer import parts_in_order, rank_all
from engine.catalogue import Catalogue
from engine.crowds import Crowds
from engine.domain.interactions import Interaction
from engine.domain.query import Query
from engine.evaluation.corpus import Person
from engine.evaluation.models import Model, Plain, Task, Taught
from engine.evaluation.past import asked_of, past_of
from engine.learning.crowd import Crowd, learn
from engine.learning.log import log_of
from engine.learning.sharing import without_people
from engine.ports.models import ModelKind
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.weights import Weights

AFTERWARDS = timedelta(minutes=1)
SEED = 1
Told = Callable[[str, Sequence[str]], Awaitable[Mapping[str, float]]]


async def teach(task: Task) -> Taught:
    """With everything the product learns.

    What was begun long ago and is offered again takes a place and cannot be a hit; so does, mostly, what is tried out
    with people of whom little is known.
    """
    recommender, clock = await standing(task, Weights.shipped(), learns=True)
    return replace(asked(task, recommender, clock), plain=plain(task, recommender, clock))


async def standing(task: Task, weights: Weights, *, learns: bool = False) -> tuple[Recommender, SteppedClock]:
    """A recommender over the past, with what the background training makes of it, and the clock it reads."""
    storage: MemoryStorage = await past_of(task.job)
    snapshots = Snapshots(storage=storage, vectors=task.vectors, embedder=task.embedder)
    await snapshots.refresh()
    if await snapshots.embed_missing(task.progress):
        await snapshots.refresh(anew=True)  # the same as where all were embedded before
    clock = SteppedClock()
    recommender = Recommender(
        storage=storage, snapshots=snapshots, profiles=Profiles(storage=storage, snapshots=snapshots),
        embedder=task.embedder, clock=clock, ids=CountedIds(), weights=weights,
        crowds=await _crowds(task, snapshots) if learns else None,
    )  # fmt: skip
    return recommender, clock


async def _crowds(task: Task, snapshots: Snapshots) -> Crowds:
    """Trained on everybody's past, beside a public model where there are people elsewhere."""
    catalogue, crowds = snapshots.current, Crowds(snapshots)
    public = None
    if task.job.elsewhere:
        facts = [fact for person in task.job.elsewhere for meeting in person.meetings for fact in meeting.facts]
        # as it would be passed on: figures between titles, and no people
        public = without_people(await asyncio.to_thread(_learned, facts, catalogue, None))
    known = [fact for meetings in task.job.train.values() for meeting in meetings for fact in meeting.facts]
    crowd = await asyncio.to_thread(_learned, known, catalogue, public)
    await crowds.put(ModelKind.HOUSEHOLD, "evaluated", crowd)
    return crowds


def _learned(facts: Sequence[Interaction], catalogue: Catalogue, public: Crowd | None) -> Crowd:
    now = max((fact.at.timestamp() for fact in facts), default=0.0)
    return learn(log_of(facts, catalogue.ids, now), catalogue, np.random.default_rng(SEED), public=public)


def asked(task: Task, recommender: Recommender, clock: SteppedClock) -> Taught:
    """Everyone's slate a minute after the last thing that is known of them."""

    async def answer(person: Person) -> Sequence[str]:
        _be_there(task, clock, person)
        return [pick.item_id for pick in (await recommender.recommend(_query(task, person))).picks]

    told: Told | None = getattr(recommender, "matches", None)

    async def matches(person: Person, item_ids: Sequence[str]) -> Mapping[str, float]:
        _be_there(task, clock, person)
        return await told(person.viewer.id, item_ids) if told is not None else {}

    return Taught(answer, None if told is None else matches)


def plain(task: Task, recommender: Recommender, clock: SteppedClock) -> Plain:
    """The titles with the best scores before a list is made of them, and with their parts in order."""

    async def answer(person: Person) -> tuple[Sequence[str], Sequence[str]]:
        _be_there(task, clock, person)
        (situation,) = await recommender.situations([person.viewer], _query(task, person))
        ranked = await asyncio.to_thread(rank_all, situation)
        ids = situation.baselines.catalogue.ids
        best, in_order = ranked.field.rows[: task.length], parts_in_order(situation, ranked)
        return [ids[int(row)] for row in best], [ids[int(row)] for row in in_order]

    return answer


def _be_there(task: Task, clock: SteppedClock, person: Person) -> None:
    known = task.job.train[person.viewer.id]
    clock.moment = max(fact.at for meeting in known for fact in meeting.facts) + AFTERWARDS


def _query(task: Task, person: Person) -> Query:
    return Query(person.viewer.id, filters=asked_of(task.job, person.viewer), limit=task.length)


MODEL = Model("engine", "the engine as it is shipped", teach)

"""The engine as it is shipped: the very answers that ``/tonight`` gives, from a store that knows only the past."""

from __future__ import annotations

from datetime import timedelta

from engine.domain.query import Query
from engine.evaluation.corpus import Job
from engine.evaluation.models import Model, Shown, Task
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.weights import Weights


async def show(task: Task) -> Shown:
    """Everyone's slate a minute after the last thing that is known of them.

    What was begun long ago and is offered again takes a place and cannot be a hit.
    """
    return await answers(task, Weights.shipped())


async def answers(task: Task, weights: Weights) -> Shown:
    """Slates with other weights."""
    storage = await _past(task.job)
    snapshots = Snapshots(storage=storage, vectors=task.vectors, embedder=task.embedder)
    await snapshots.refresh()
    await snapshots.embed_missing(task.progress)
    profiles, clock = Profiles(storage=storage, snapshots=snapshots), SteppedClock()
    recommender = Recommender(
        storage=storage, snapshots=snapshots, profiles=profiles, embedder=task.embedder, clock=clock,
        ids=CountedIds(), weights=weights,
    )  # fmt: skip
    shown: dict[str, list[str]] = {}
    for person in task.job.judged():
        known = task.job.train[person.viewer.id]
        if known:
            clock.moment = max(fact.at for meeting in known for fact in meeting.facts) + timedelta(minutes=1)
        slate = await recommender.recommend(Query(person.viewer.id, limit=task.length))
        shown[person.viewer.id] = [pick.item_id for pick in slate.picks]
    return shown


async def _past(job: Job) -> MemoryStorage:
    """A store with all titles and people, and of what they did only the training part."""
    storage = MemoryStorage()
    async with storage.unit() as unit:
        await unit.items.upsert(job.corpus.items)
        for person in job.corpus.people:
            await unit.viewers.add(person.viewer)
            await unit.viewers.set_access(person.viewer.id, person.viewer.library_ids)
            facts = [fact for meeting in job.train[person.viewer.id] for fact in meeting.facts]
            await unit.interactions.add(facts)
    return storage


MODEL = Model("engine", show)

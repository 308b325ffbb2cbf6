"""Takes what the reasons of a pick cite out of the store, and asks for its score again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from engine.domain.interactions import Interaction
from engine.domain.query import Query
from engine.domain.slate import Pick
from engine.evaluation.job import Job
from engine.evaluation.models import Task
from engine.evaluation.models.engine import standing
from engine.intake import Intake
from engine.recommender import Recommender
from engine.testing.clock import CountedIds
from engine.weights import Weights

PICKS = 5
Facts = Mapping[str, Sequence[Interaction]]


@dataclass(frozen=True)
class Look:
    """A pick, and its score before and after something that its reasons cite was taken away."""

    viewer_id: str
    pick: Pick
    before: float
    after: float


class House:
    """Everybody's past, with a model of it in service."""

    def __init__(self, recommender: Recommender, intake: Intake, job: Job) -> None:
        self._recommender, self._intake, self._job = recommender, intake, job

    @classmethod
    async def of(cls, task: Task) -> House:
        recommender, clock = await standing(task, Weights.shipped(), learns=True)
        sources = recommender._situations._sources  # pyright: ignore[reportPrivateUsage] - what it stands on
        return cls(
            recommender,
            Intake(
                storage=sources.storage,
                profiles=sources.profiles,
                snapshots=sources.snapshots,
                clock=clock,
                ids=CountedIds(),
            ),
            task.job,
        )

    async def shown(self, viewer_id: str) -> Sequence[Pick]:
        return (await self._recommender.recommend(Query(viewer_id, limit=PICKS))).picks

    async def looks(self, viewer_id: str, pick: Pick, *, each: bool) -> AsyncIterator[Look]:
        """Without all that its reasons cite together; before that, if ``each``, without what every single one does."""
        known = {meeting.item_id: meeting.facts for meeting in self._job.train[viewer_id]}
        for gone in cited(pick, known)[0 if each else -1 :]:
            before = await self._score(viewer_id, pick)
            await self._intake.retract([one.id for one in gone])
            yield Look(viewer_id, pick, before, await self._score(viewer_id, pick))
            await self._intake.record(gone)

    async def _score(self, viewer_id: str, pick: Pick) -> float:
        return (await self._recommender.breakdown(viewer_id, pick.item_id)).score


def cited(pick: Pick, known: Facts) -> list[list[Interaction]]:
    """What the viewer did, behind each reason that speaks for the pick; last, behind all of them together."""
    reasons = [list(fact.items) for fact in pick.evidence if fact.value > 0 and fact.items]
    every = dict.fromkeys(item_id for items in reasons for item_id in items)
    found = [[one for item_id in items for one in known.get(item_id, ())] for items in [*reasons, list(every)]]
    return [facts for facts in found if facts]

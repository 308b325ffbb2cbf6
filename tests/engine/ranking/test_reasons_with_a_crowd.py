"""With a model of the crowd in service, what a reason cites raises the whole score, not its own part alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from engine.domain.interactions import Interaction
from engine.domain.query import Query
from engine.domain.slate import Pick
from engine.evaluation.corpus import corpus_of
from engine.evaluation.known import known_of
from engine.evaluation.models import Task
from engine.evaluation.models.engine import standing
from engine.evaluation.slices import main
from engine.intake import Intake
from engine.testing.clock import CountedIds
from engine.testing.vectors import MemoryVectors, WordEmbedder
from engine.testing.worlds import Size, World
from engine.weights import Weights

pytestmark = pytest.mark.untraced
PEOPLE = 24
Facts = Mapping[str, Sequence[Interaction]]


def cited(pick: Pick, known: Facts) -> list[list[Interaction]]:
    """What the viewer did, behind each reason that speaks for the pick; last, behind all of them together."""
    reasons = [list(fact.items) for fact in pick.evidence if fact.value > 0 and fact.items]
    every = dict.fromkeys(item_id for items in reasons for item_id in items)
    found = [[one for item_id in items for one in known.get(item_id, ())] for items in [*reasons, list(every)]]
    return [facts for facts in found if facts]


async def test_take_away_what_reasons_cite_and_the_score_falls() -> None:
    world = World(Size(150, PEOPLE, seed=3, shortest=15, longest=50))
    items = [item for batch in world.batches() for item in batch]
    (job,) = main.divide(corpus_of(items, world.viewers(), world.interactions()), 0)
    task = Task(job, known_of(job), 10, np.random.default_rng(0), WordEmbedder(dimensions=32), MemoryVectors())
    recommender, clock = await standing(task, Weights.shipped(), learns=True)
    sources = recommender._situations._sources  # pyright: ignore[reportPrivateUsage] - what it stands on
    intake = Intake(
        storage=sources.storage, profiles=sources.profiles, snapshots=sources.snapshots, clock=clock, ids=CountedIds()
    )
    looked_at = 0
    for viewer_id, met in job.train.items():
        known = {meeting.item_id: meeting.facts for meeting in met}
        for pick in (await recommender.recommend(Query(viewer_id, limit=5))).picks:
            before = (await recommender.breakdown(viewer_id, pick.item_id)).score
            for gone in cited(pick, known):
                await intake.retract([one.id for one in gone])
                assert (await recommender.breakdown(viewer_id, pick.item_id)).score < before, (viewer_id, pick)
                await intake.record(gone)
                looked_at += 1
    assert looked_at > 30

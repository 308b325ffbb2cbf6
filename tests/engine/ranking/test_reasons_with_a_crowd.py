"""With a model of the crowd in service, what a reason cites raises the whole score, not its own part alone."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.corpus import corpus_of
from engine.evaluation.known import known_of
from engine.evaluation.models import Task
from engine.evaluation.slices import main
from engine.testing.vectors import MemoryVectors, WordEmbedder
from engine.testing.worlds import Size, World
from tests.engine.ranking.taken_away import House

pytestmark = pytest.mark.untraced
PEOPLE = 24


async def test_take_away_what_reasons_cite_and_the_score_falls() -> None:
    world = World(Size(150, PEOPLE, seed=3, shortest=15, longest=50))
    items = [item for batch in world.batches() for item in batch]
    (job,) = main.divide(corpus_of(items, world.viewers(), world.interactions()), 0)
    house = await House.of(
        Task(job, known_of(job), 10, np.random.default_rng(0), WordEmbedder(dimensions=32), MemoryVectors())
    )
    looked_at = 0
    for viewer_id in job.train:
        for pick in await house.shown(viewer_id):
            async for look in house.looks(viewer_id, pick, each=True):
                assert look.after < look.before, look
                looked_at += 1
    assert looked_at > 30

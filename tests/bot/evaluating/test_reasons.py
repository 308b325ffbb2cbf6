"""Thousands of picks for real people: without what its reasons cite, each has a lower score."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.evaluating.files import read_corpus
from engine.evaluation.known import known_of
from engine.evaluation.models import Task
from engine.evaluation.slices import main
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.engine.ranking.taken_away import PICKS, House

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = [
    pytest.mark.untraced,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the public ratings are not beside this checkout"),
]
PARTS = 3
"""Two of which make two thousand picks."""
EACH = 10
"""Of one in so many people every reason is looked at alone, too."""


@pytest.mark.parametrize("part", range(2))
async def test_no_pick_is_given_a_reason_that_did_not_help_it(part: int) -> None:
    (job,) = main.divide(read_corpus(SHARED, 1_700_000_000.0), 0)
    house = await House.of(
        Task(job, known_of(job), 10, np.random.default_rng(0), WordEmbedder(dimensions=64), MemoryVectors())
    )
    shown = citing = 0
    for number, viewer_id in enumerate(list(job.train)[part::PARTS]):
        for pick in await house.shown(viewer_id):
            shown, looks = shown + 1, 0
            async for look in house.looks(viewer_id, pick, each=not number % EACH):
                assert look.after < look.before, look
                looks += 1
            citing += looks > 0
    assert shown > 0.9 * PICKS * len(job.train) / PARTS
    assert citing > 0.5 * shown

"""Where much is known, weights are learned once."""

from __future__ import annotations

import numpy as np
import pytest

from bot.training import work
from bot.training.work import Order, learn_and_measure, no_progress
from engine.learning.log import log_of
from engine.testing.clock import START
from engine.testing.worlds import Size, World

pytestmark = pytest.mark.untraced

WORLD = World(Size(120, 20, seed=6, dimensions=16, shortest=15, longest=50))


@pytest.mark.parametrize(("large", "equal"), [(1, True), (1_000_000, False)])
def test_a_large_log_is_learned_with_the_weights_of_its_trial(
    large: int, equal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "LARGE", large)
    catalogue = WORLD.catalogue()
    log = log_of(WORLD.interactions(), catalogue.ids, START.timestamp())
    outcome = learn_and_measure(Order(log, catalogue, 3), no_progress)
    (whole, _), (trial, _) = outcome.crowd, outcome.trial
    assert np.array_equal(whole["blend.warm"], trial["blend.warm"]) is equal
    assert whole["parts.counts"].sum() > trial["parts.counts"].sum()

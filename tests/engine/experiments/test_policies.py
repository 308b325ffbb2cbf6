"""What exploring more or less would have brought."""

from __future__ import annotations

import numpy as np
import pytest

from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.slate import Slate
from engine.experiments.policies import NEVER, TWICE, Logged, judged, logged, target
from tests.engine.experiments.shown import DAY, START, fact, pick, slate

CHANCE = 0.4
RNG = np.random.default_rng


def stayed(viewer_id: str, at=START, **more: object) -> Slate:
    return slate(viewer_id, pick("a"), pick("z", 2, propensity=1 - CHANCE), at=at, **more)  # type: ignore[arg-type]


def tried(viewer_id: str, item_id: str = "t", at=START, likely: float = 0.1, **more: object) -> Slate:
    last = pick(item_id, 2, propensity=CHANCE * likely, trial=True)
    return slate(viewer_id, pick("a"), last, at=at, **more)  # type: ignore[arg-type]


def liked(viewer_id: str, item_id: str) -> Interaction:
    return fact(viewer_id, item_id, InteractionKind.LIKE, at=START + DAY)


def test_only_places_that_chance_had_a_say_in_are_logged_and_rewarded_for_themselves() -> None:
    slates = [stayed("ada"), tried("ben"), slate("cleo", pick("a"), pick("b", 2)), tried("dora")]
    facts = [liked("ada", "a"), liked("ben", "t"), liked("cleo", "b")]
    assert [(one.trial, one.reward) for one in logged(slates, facts)] == [(False, 0), (True, 1), (True, 0)]
    assert [one.propensity for one in logged(slates, facts)] == pytest.approx([0.6, 0.04, 0.04])


def test_another_policy_makes_the_same_choice_more_or_less_often() -> None:
    kept, trial = Logged(0.6, False, 0, 1), Logged(0.04, True, 0, 1)
    assert (target(kept, NEVER), target(trial, NEVER)) == (1, 0)
    assert (target(kept, TWICE), target(trial, TWICE)) == pytest.approx((0.2, 0.08))


def test_an_answer_of_an_experiment_is_judged_by_how_it_explored_itself() -> None:
    bold = [stayed("ada", arms=(("one", "bold"),)), tried("ben", arms=(("one", "bold"),))]
    for choice in logged(bold, []):
        assert choice.exploring == TWICE
        assert target(choice, TWICE) == pytest.approx(choice.propensity)
        assert target(choice, NEVER) == (0 if choice.trial else 1)


@pytest.mark.parametrize(("of_kept", "of_trials"), [(0.6, 0.2), (0.2, 0.5)])
def test_the_estimate_finds_what_the_other_policies_would_have_had(of_kept: float, of_trials: float) -> None:
    rng = RNG(1)
    slates: list[Slate] = []
    facts: list[Interaction] = []
    for number in range(3_000):
        viewer_id, trial = f"viewer-{number}", rng.random() < CHANCE
        slates.append(tried(viewer_id, f"t{rng.integers(10)}") if trial else stayed(viewer_id))
        if rng.random() < (of_trials if trial else of_kept):
            facts.append(liked(viewer_id, slates[-1].picks[-1].item_id))
    never, twice = judged(logged(slates, facts), RNG(2))
    assert never.estimate is not None
    assert twice.estimate is not None
    assert never.estimate.low < of_kept < never.estimate.high
    would = 2 * CHANCE * of_trials + (1 - 2 * CHANCE) * of_kept
    assert twice.estimate.low < would < twice.estimate.high
    assert never.estimate.effective == pytest.approx(3_000 * (1 - CHANCE), rel=0.1)
    assert never.choices == 3_000
    assert never.trials == pytest.approx(3_000 * CHANCE, rel=0.1)


def test_where_nothing_was_tried_out_or_nothing_fits_nothing_is_estimated() -> None:
    assert [one.estimate for one in judged([], RNG(0))] == [None, None]
    never, twice = judged(logged([tried("ada")], []), RNG(0))
    assert never.estimate is None
    assert twice.estimate is not None

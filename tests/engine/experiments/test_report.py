"""What an experiment has shown, and the rule by which it stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from engine.experiments.experiment import Experiment
from engine.experiments.outcomes import WITHIN, Outcome
from engine.experiments.report import MATTERS, WATCHED_FOR, Report, Verdict, compared, pairs_of, report
from tests.engine.experiments.shown import DAY, START

EVEN = Experiment("one", "salt", (("shipped", 0.5), ("classic", 0.5)), START)
LONG_AFTER = START + 400 * DAY


def shown(
    viewer_id: str, day: float, arm: str, *, liked: bool = False, refused: bool = False, name: str = "one"
) -> Outcome:
    yes, no = frozenset({"a"} if liked else ()), frozenset({"b"} if refused else ())
    return Outcome(viewer_id, START + day * DAY, 5, ((name, arm),), yes, no)


def told(outcomes: list[Outcome], *, of: Experiment = EVEN, people: int = 10, now=LONG_AFTER) -> Report:
    return report(of, outcomes, people, now, np.random.default_rng(0))


def crowd(rng: np.random.Generator, people: int, rates: dict[str, float]) -> list[Outcome]:
    """People who come by in the first month and ask every other day, each as easily pleased as they are."""
    found: list[Outcome] = []
    for number in range(people):
        viewer_id = f"viewer-{number}"
        arm = EVEN.arm_of(viewer_id) or ""
        rate, begun = rng.beta(4 * rates[arm], 4 * (1 - rates[arm])), rng.integers(0, 30)
        days = range(int(begun), int(begun) + 20, 2)
        found += [shown(viewer_id, day, arm, liked=rng.random() < rate) for day in days]
    return found


def test_every_arm_says_what_was_shown_and_what_came_of_it() -> None:
    outcomes = [
        shown("ada", 0, "shipped", liked=True),
        shown("ada", 1, "shipped", refused=True),
        shown("ben", 0, "shipped"),
        shown("cleo", 0, "classic", liked=True),
        shown("dora", 0, "classic", liked=True, name="another experiment"),
        shown("emil", -1, "classic", liked=True),
        shown("fay", 500, "classic", liked=True),
        shown("gus", 0, "an arm of no experiment", liked=True),
    ]
    first, second = told(outcomes).arms
    assert (first.viewers, first.slates, first.picks, first.settled) == (2, 3, 15, 2)
    # people count alike, however often they ask: (1/2 + 0) / 2
    assert (first.liked, first.refused) == (0.25, 0.25)
    assert first.liked_low is not None
    assert first.liked_high is not None
    assert 0 <= first.liked_low <= 0.25 <= first.liked_high <= 0.5
    assert (second.viewers, second.slates, second.liked) == (1, 1, 1)


def test_before_anybody_asked_there_is_nothing_to_tell() -> None:
    found = told([])
    assert all(arm.liked is None and arm.viewers == 0 for arm in found.arms)
    (one,) = found.comparisons
    assert (one.difference, one.pairs, one.low, one.high) == (None, 0, -1, 1)


def test_somebody_counts_once_their_two_weeks_and_the_week_after_are_over_and_never_changes_after_that() -> None:
    outcomes = [shown("ada", 0, "shipped", liked=True), shown("cleo", 0, "classic")]
    over = START + WATCHED_FOR + WITHIN
    assert told(outcomes, now=over - timedelta(seconds=1)).comparisons[0].pairs == 0
    settled = told(outcomes, now=over).comparisons[0]
    assert (settled.pairs, settled.difference) == (1, -1)
    later = [*outcomes, *(shown("ada", 14 + day, "shipped") for day in range(30))]
    assert told(later).comparisons[0].difference == -1


def test_who_came_too_late_for_two_weeks_before_the_stop_is_left_out() -> None:
    outcomes = [
        shown("ada", 0, "shipped"),
        shown("cleo", 0, "classic"),
        shown("ben", 10, "shipped"),
        shown("dora", 10, "classic"),
    ]
    stopped = replace(EVEN, stopped_at=START + 20 * DAY)
    assert told(outcomes).comparisons[0].pairs == 2
    assert told(outcomes, of=stopped).comparisons[0].pairs == 1
    assert told(outcomes, of=replace(EVEN, stopped_at=START + 5 * DAY)).arms[0].viewers == 1


def test_people_are_paired_in_the_order_in_which_they_were_settled() -> None:
    assert pairs_of([1, 0, 0.5], [0, 1]) == [-1, 1]
    assert pairs_of([], [1.0]) == []


def verdict(differences: list[float], people: int, of: Experiment = EVEN, arm: str = "classic") -> Verdict:
    return compared(of, arm, differences, people).verdict


def test_the_rule_says_when_to_stop() -> None:
    rng = np.random.default_rng(1)
    noise = rng.uniform(-0.3, 0.3, 2_000)
    assert verdict((noise[:300] + 0.3).tolist(), 5_000) is Verdict.BETTER
    assert verdict((noise[:300] - 0.3).tolist(), 5_000) is Verdict.WORSE
    assert verdict(noise.tolist(), 5_000) is Verdict.SAME
    assert verdict(noise[:20].tolist(), 5_000) is Verdict.GOES_ON
    assert verdict(noise[:5].tolist(), 15) is Verdict.TOO_FEW
    assert verdict([], 15) is Verdict.TOO_FEW
    assert verdict([], 5_000) is Verdict.GOES_ON


def test_a_great_difference_is_told_even_where_a_small_one_could_not() -> None:
    assert verdict([0.9] * 20, 40) is Verdict.BETTER


def test_too_few_people_are_told_how_many_would_be_needed_and_what_they_could_see() -> None:
    one = compared(EVEN, "classic", [], 80)
    assert one.people_needed is not None
    assert one.people_needed > 300
    assert one.people == 80
    assert MATTERS < one.visible < 1
    uneven = replace(EVEN, arms=(("shipped", 0.9), ("classic", 0.1)))
    scarce = compared(uneven, "classic", [], 80)
    assert scarce.people_needed == pytest.approx(5 * one.people_needed, rel=0.01)
    assert scarce.visible > one.visible


def test_several_arms_share_the_risk_of_a_false_alarm() -> None:
    three = replace(EVEN, arms=(("shipped", 0.5), ("classic", 0.25), ("bold", 0.25)))
    differences = np.random.default_rng(2).uniform(-0.5, 0.5, 200).tolist()
    alone, beside = compared(EVEN, "classic", differences, 999), compared(three, "classic", differences, 999)
    assert beside.low < alone.low < alone.high < beside.high
    assert [one.arm for one in told([], of=three).comparisons] == ["classic", "bold"]


@pytest.mark.untraced
def test_looking_every_other_day_at_two_equal_arms_hardly_ever_stops_for_a_winner() -> None:
    rng, wrong, runs = np.random.default_rng(3), 0, 20
    for _ in range(runs):
        outcomes = crowd(rng, 70, {"shipped": 0.3, "classic": 0.3})
        looks = [told(outcomes, people=70, now=START + day * DAY).comparisons[0] for day in range(20, 56, 2)]
        assert looks[-1].pairs > 25
        wrong += any(look.verdict in {Verdict.BETTER, Verdict.WORSE} for look in looks)
    assert wrong / runs <= 0.05


def test_a_clearly_better_arm_is_found_before_everybody_was_through() -> None:
    outcomes = crowd(np.random.default_rng(4), 200, {"shipped": 0.2, "classic": 0.6})
    looks = [told(outcomes, people=200, now=START + day * DAY).comparisons[0] for day in (20, 35, 60)]
    assert [look.verdict for look in looks][-2:] == [Verdict.BETTER, Verdict.BETTER]
    assert looks[0].verdict is Verdict.TOO_FEW
    assert looks[-1].low <= 0.4 <= looks[-1].high

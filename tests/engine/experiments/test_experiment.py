"""Who is in which arm, and what can be started."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InvalidQuery, Misconfigured
from engine.experiments.experiment import Experiment, checked_arms, checked_name, drawn
from engine.experiments.presets import OUTSIDE, PRESETS, Standing, exploring_of
from engine.experiments.written import read, written
from engine.testing.households import rules
from engine.weights import Weights
from tests.engine.experiments.shown import DAY, START

ARMS = (("shipped", 0.5), ("classic", 0.3))
EARLIER = ["shipped", "classic", "classic", "shipped", "shipped"]
PEOPLE = [f"viewer-{number}" for number in range(4_000)]


def experiment(name: str = "one", salt: str = "salt", arms: tuple[tuple[str, float], ...] = ARMS) -> Experiment:
    return Experiment(name, salt, arms, START)


def test_people_are_spread_by_the_shares_and_the_rest_takes_no_part() -> None:
    found = Counter(experiment().arm_of(viewer) for viewer in PEOPLE)
    assert found["shipped"] / len(PEOPLE) == pytest.approx(0.5, abs=0.03)
    assert found["classic"] / len(PEOPLE) == pytest.approx(0.3, abs=0.03)
    assert found[None] / len(PEOPLE) == pytest.approx(0.2, abs=0.03)


def test_an_arm_is_kept_for_ever_whoever_comes_or_goes() -> None:
    # written down from an earlier run: another figure here would mean that running experiments were shuffled
    assert [experiment().arm_of(viewer) for viewer in ("anna", "ben", "cleo", "dora", "emil")] == EARLIER


def test_two_experiments_draw_independently() -> None:
    one = np.array([experiment(salt="a").arm_of(viewer) == "shipped" for viewer in PEOPLE])
    other = np.array([experiment(salt="b").arm_of(viewer) == "shipped" for viewer in PEOPLE])
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.05


@given(st.floats(0, 1, exclude_max=True))
def test_nobody_falls_through_shares_that_sum_to_one(place: float) -> None:
    assert drawn([("shipped", 0.1), ("classic", 0.2), ("bold", 0.7)], place) is not None


def test_it_runs_from_its_start_until_before_its_stop() -> None:
    one = Experiment("one", "s", ARMS, START, START + DAY)
    assert [one.runs(START + DAY * days) for days in (-1, 0, 0.5, 1, 2)] == [False, True, True, False, False]


@pytest.mark.parametrize("name", ["", "a b", "-a", "a-", "ä", "x" * 33, "a\n", "../x", "{"])
def test_names_that_cannot_be_typed_anywhere_are_refused(name: str) -> None:
    with pytest.raises(InvalidQuery, match="experiments-name"):
        checked_name(name)


def test_a_name_is_kept_in_lower_case() -> None:
    assert checked_name("Weights-2") == "weights-2"


@pytest.mark.parametrize(
    ("arms", "key"),
    [
        ([("shipped", 0.5), ("best", 0.5)], "experiments-arm"),
        ([("shipped", 0.5)], "experiments-arms"),
        ([], "experiments-arms"),
        ([("bold", 0.5), ("bold", 0.5)], "experiments-arms"),
        ([("shipped", 0.6), ("classic", 0.6)], "experiments-shares"),
        ([("shipped", 1.0), ("classic", 0.1)], "experiments-shares"),
        ([("shipped", float("nan")), ("classic", 0.1)], "experiments-shares"),
    ],
)
def test_arms_that_make_no_experiment_are_refused(arms: list[tuple[str, float]], key: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        checked_arms(arms)
    assert refused.value.key == key


def test_an_arm_changes_the_rules_as_its_name_says() -> None:
    usual = rules()
    assert OUTSIDE.rules(usual) is usual
    assert PRESETS["shipped"].applied(usual) is usual
    both = Standing((("one", "classic"), ("two", "bold"))).rules(usual)
    assert both.weights == Weights.classic()
    assert both.policy.share == 2 * usual.policy.share
    assert PRESETS["no-exploration"].applied(usual).policy.chance(0) == 0
    assert exploring_of([("one", "classic"), ("two", "bold"), ("three", "of a later version")]) == 2


def test_what_is_written_is_read_again() -> None:
    kept = (experiment(), Experiment("two", "s", (("shipped", 0.5), ("bold", 0.5)), START, START + DAY))
    assert read(written(kept)) == kept
    assert read(None) == read("") == ()


@pytest.mark.parametrize(
    "document",
    [
        "{", "[]", "{}", '{"version": 2, "experiments": []}', '{"version": 1, "experiments": [{}]}', "null", "3",
        '{"version": 1, "experiments": 1}', '{"version": 1, "experiments": [null]}',
        written([experiment()]).replace("+00:00", ""), written([experiment()]).replace("classic", "unheard-of"),
        written([experiment()]).replace("0.5", "7"),
    ],
)  # fmt: skip
def test_what_was_damaged_is_said_to_be(document: str) -> None:
    with pytest.raises(Misconfigured, match="experiments-unreadable"):
        read(document)

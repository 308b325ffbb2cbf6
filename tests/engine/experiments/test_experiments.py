"""Experiments in a household: answered by arms, kept through restarts, reported on."""

from __future__ import annotations

import asyncio
from collections import Counter

import numpy as np
import pytest

from engine.domain.interactions import InteractionKind
from engine.domain.slate import Slate
from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery, Misconfigured
from engine.experiments.experiments import KEPT, MOST_KEPT, Experiments
from engine.experiments.presets import PRESETS
from engine.testing.clock import CountedIds
from engine.testing.households import OPEN
from tests.engine.experiments.shown import DAY, fact
from tests.engine.ranking.world import Home, ids

pytestmark = pytest.mark.untraced

HALVES = [("shipped", 0.5), ("classic", 0.5)]
NEW = [Viewer(f"new-{number}", f"New {number}", library_ids=frozenset({OPEN})) for number in range(12)]


@pytest.fixture
async def home() -> Home:
    home = await Home().open()
    async with home.storage.unit() as unit:
        for viewer in NEW:
            await unit.viewers.add(viewer)
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
    return home


@pytest.fixture
def known(home: Home) -> Experiments:
    return Experiments(home.storage, home.clock, CountedIds())


async def everybody(home: Home, **asked: object) -> dict[str, Slate]:
    return {viewer.id: await home.ask(viewer_id=viewer.id, **asked) for viewer in NEW}


async def test_tonight_is_answered_by_the_viewers_arm_and_says_so(home: Home, known: Experiments) -> None:
    usual = await home.ask()
    assert usual.arms == ()
    one = await known.start("weights", [("shipped", 0.001), ("classic", 0.999)])
    arm = one.arm_of("ada") or ""
    slate = await home.ask()
    assert slate.arms == (("weights", arm),)
    assert arm == "classic"
    assert {part.name for pick in slate.picks for part in pick.contributions} != {
        part.name for pick in usual.picks for part in pick.contributions
    }
    async with home.storage.unit() as unit:
        assert (await unit.slates.get(slate.id)) == slate
    whynot = await home.recommender.why_not("ada", slate.picks[0].item_id)
    assert whynot.score == pytest.approx(slate.picks[0].score, abs=1e-4)
    await known.stop("weights")
    after = await home.ask()
    assert (after.arms, ids(after)) == ((), ids(usual))


async def test_other_modes_are_answered_as_usual(home: Home, known: Experiments) -> None:
    before = await home.ask("shuffle", seed=1)
    await known.start("weights", [("classic", 0.999), ("shipped", 0.001)])
    after = await home.ask("shuffle", seed=1)
    assert (after.arms, ids(after)) == ((), ids(before))


async def test_who_explores_boldly_is_tried_out_on_more_often(home: Home, known: Experiments) -> None:
    one = await known.start("trials", [("no-exploration", 0.5), ("bold", 0.5)])
    for viewer_id, slate in (await everybody(home)).items():
        arm = one.arm_of(viewer_id)
        assert slate.arms == (("trials", arm),)
        chances = {pick.propensity for pick in slate.picks if not pick.trial}
        if arm == "no-exploration":
            assert chances == {1.0}
        elif not slate.picks[-1].trial:
            assert min(chances) == pytest.approx(1 - PRESETS["bold"].exploring * 0.4)


async def test_two_experiments_run_beside_each_other_unless_they_change_the_same(
    home: Home, known: Experiments
) -> None:
    first = await known.start("weights", HALVES)
    alone = {viewer.id: (await home.ask(viewer_id=viewer.id)).arms for viewer in NEW}
    await known.start("trials", [("shipped", 0.5), ("bold", 0.5)])
    for viewer_id, slate in (await everybody(home)).items():
        assert slate.arms[:1] == alone[viewer_id] == (("weights", first.arm_of(viewer_id)),)
        assert len(slate.arms) == 2
    with pytest.raises(InvalidQuery, match="experiments-overlap"):
        await known.start("more", [("no-exploration", 0.5), ("shipped", 0.5)])
    await known.stop("trials")
    await known.start("more", [("no-exploration", 0.5), ("shipped", 0.5)])


async def test_who_opted_out_is_in_none_until_they_come_back(home: Home, known: Experiments) -> None:
    await known.opt("ada", out=True)
    await known.start("weights", HALVES)
    assert not await known.takes_part("ada")
    assert (await home.ask()).arms == ()
    assert (await home.ask(viewer_id="new-1")).arms
    await known.opt("ada", out=False)
    assert (await home.ask()).arms


async def test_a_name_is_taken_for_ever_and_stopped_once(home: Home, known: Experiments) -> None:
    await known.start("Weights", HALVES)
    for again in ("weights", "WEIGHTS"):
        with pytest.raises(InvalidQuery, match="experiments-taken"):
            await known.start(again, HALVES)
    await known.stop("WEIGHTS")
    with pytest.raises(InvalidQuery, match="experiments-stopped"):
        await known.stop("weights")
    for what in (known.stop("other"), known.report("other", np.random.default_rng(0))):
        with pytest.raises(InvalidQuery, match="experiments-unknown"):
            await what


async def test_the_oldest_that_are_over_are_forgotten_in_the_end(known: Experiments) -> None:
    for number in range(MOST_KEPT + 2):
        await known.start(f"n{number}", HALVES)
        await known.stop(f"n{number}")
    kept = [one.name for one in await known.all()]
    assert kept == [f"n{number}" for number in range(2, MOST_KEPT + 2)]


async def test_of_two_that_are_started_at_once_both_are_kept(known: Experiments) -> None:
    await asyncio.gather(known.start("a", HALVES), known.start("b", [("shipped", 0.5), ("bold", 0.5)]))
    assert {one.name for one in await known.all()} == {"a", "b"}


async def test_what_cannot_be_read_stops_no_answer_and_is_said_to_who_looks(home: Home, known: Experiments) -> None:
    await known.start("weights", HALVES)
    async with home.storage.unit() as unit:
        await unit.values.put(KEPT, "{broken")
    assert (await home.ask()).arms == ()
    for what in (known.all(), known.start("x", HALVES), known.stop("weights")):
        with pytest.raises(Misconfigured, match="experiments-unreadable"):
            await what


async def test_the_report_counts_what_was_shown_and_liked(home: Home, known: Experiments) -> None:
    one = await known.start("weights", HALVES)
    slates = await everybody(home)
    await home.ask("shuffle", viewer_id="new-1")
    arms = Counter(one.arm_of(viewer.id) for viewer in NEW)
    lucky = slates["new-3"]
    home.clock.advance(DAY)
    await home.did(fact("new-3", lucky.picks[0].item_id, InteractionKind.LIKE, at=lucky.generated_at + DAY))
    found = await known.report("weights", np.random.default_rng(0))
    for arm in found.arms:
        assert (arm.viewers, arm.slates) == (arms[arm.name], arms[arm.name])
        assert arm.liked == pytest.approx((one.arm_of("new-3") == arm.name) / arms[arm.name])
    everyone = found.comparisons[0].people
    await known.opt("new-1", out=True)
    assert (await known.report("weights", np.random.default_rng(0))).comparisons[0].people == everyone - 1
    home.clock.advance(30 * DAY)
    later = await known.report("weights", np.random.default_rng(0))
    assert later.comparisons[0].pairs == min(arms.values())


async def test_policies_are_judged_by_answers_whose_week_is_over(home: Home, known: Experiments) -> None:
    await everybody(home)
    home.clock.advance(6 * DAY)
    assert (await known.policies(np.random.default_rng(0)))[0].choices == 0
    home.clock.advance(2 * DAY)
    never, twice = await known.policies(np.random.default_rng(0))
    assert never.choices == twice.choices == len(NEW)

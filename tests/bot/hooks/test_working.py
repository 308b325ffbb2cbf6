"""Reports are worked in once and in order; what goes wrong with one holds no other up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.hooks.working import FIRST_WAIT, TRIES, Working
from bot.jobs import forget_old_reports
from engine.domain.media_events import MediaEvent, Trial
from engine.domain.media_records import Report
from engine.domain.query import Query
from engine.errors import SourceUnavailable
from tests.bot.media.stage import ALICE, NOW, SECRET, Running, Stage, begun, eventually
from tests.fakes.tautulli.server import filled


class Acts:
    """Does nothing but remember, and fail where it is told to."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failing: dict[str, Exception] = {}

    async def __call__(self, instance: str, events: Sequence[MediaEvent]) -> None:
        for _ in events:
            if instance in self.failing:
                raise self.failing[instance]
            self.done.append(instance)


def report(number: int, instance: str = "tautulli", body: str = "") -> Report:
    text = body or "t:" + filled("test", {"title": str(number)}).decode()
    return Report(instance, f"key-{number}", NOW, text, {})


async def kept(stage: Stage, *told: Report) -> None:
    async with stage.storage.unit() as unit:
        await unit.reports.add(told)


def work(running: Running, acts: Acts) -> Working:
    return Working(stack=running.stack, storage=running.stage.storage, clock=running.stage.clock, act=acts)


async def test_what_fails_for_now_is_tried_again_later_and_later_and_in_the_end_put_aside(stage: Stage) -> None:
    async with stage.running() as running:
        acts = Acts()
        acts.failing["tautulli"] = SourceUnavailable("integration-unavailable", name="plex")
        working = work(running, acts)
        await kept(stage, report(1))
        waits = list[float]()
        one = report(1)
        for tries in range(1, TRIES + 1):
            assert await working.step()
            assert not await working.step()
            async with stage.storage.unit() as unit:
                far = stage.clock.now() + timedelta(days=1)
                (one,) = [*await unit.reports.waiting(far), *await unit.reports.dead()]
            assert (one.tries, one.trouble) == (tries, "integration-unavailable")
            assert one.due_at is not None
            waits.append((one.due_at - stage.clock.now()).total_seconds())
            stage.clock.moment = one.due_at
        assert one.dead
        assert waits[0] == FIRST_WAIT.total_seconds()
        assert waits == sorted(waits)
        assert waits[-1] == 3_600
        acts.failing.clear()
        assert not await working.step()


async def test_one_that_fails_holds_no_other_up_and_order_is_kept(stage: Stage) -> None:
    class Picky(Acts):
        async def __call__(self, instance: str, events: Sequence[MediaEvent]) -> None:
            assert all(isinstance(one, Trial) for one in events)
            if len(events) > 1 or instance == "plex":
                raise ZeroDivisionError
            self.done.append(instance)

    payload = 't:{"event": "media.play", "Account": {"id": 7}, "Metadata": {"type": "movie", "ratingKey": "5"}}'
    async with stage.running() as running:
        acts = Picky()
        await kept(stage, report(1), report(2), report(3, "plex", payload), report(4), report(5, "gone"))
        await work(running, acts).step()
        assert acts.done == ["tautulli"] * 3
        async with stage.storage.unit() as unit:
            (unknown,) = await unit.reports.dead()
            (later,) = await unit.reports.waiting(stage.clock.now() + timedelta(minutes=1))
        assert (unknown.instance, unknown.trouble) == ("gone", "hook-unknown-instance")
        assert (later.instance, later.trouble) == ("plex", "hook-failed")


async def test_a_reader_that_breaks_does_not_end_the_worker(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.running() as running:
        integration = running.stack.integrations["plex"]

        def broken(*_: object) -> list[MediaEvent]:
            raise KeyError("payload")

        object.__setattr__(integration, "read", broken)
        acts = Acts()
        await kept(stage, report(1, "plex"), report(2))
        await work(running, acts).step()
        assert acts.done == ["tautulli"]
        async with stage.storage.unit() as unit:
            assert [one.trouble for one in await unit.reports.dead()] == ["hook-unreadable"]


async def test_what_ended_changes_the_next_recommendation(stage: Stage) -> None:
    stage.tautulli.extra += [begun(number, at=NOW - timedelta(days=number + 20)) for number in (1, 2)]
    async with stage.running() as running:
        await running.full()
        viewer = await running.viewer(ALICE)
        assert viewer is not None
        recommend = running.services.recommender.recommend
        before = await recommend(Query(viewer.id))
        first = before.picks[0].item_id
        number = int(first.rpartition(":")[2]) - 100
        assert first.startswith("movie:")
        row = begun(number, at=NOW - timedelta(hours=2))
        values = {"media_type": "movie", "user_id": ALICE, "rating_key": number, "progress_percent": 98}
        body = filled("stop", values | {"started": row["started"], "stopped": row["stopped"], "machine_id": "tv"})
        assert await running.post("tautulli", body, X_Recommendarr_Secret=SECRET) == 200

        async def changed() -> bool:
            slate = await recommend(Query(viewer.id))
            return first not in {pick.item_id for pick in slate.picks}

        await eventually(changed)


async def test_a_title_nobody_heard_of_yet_is_looked_up_before_its_playback_counts(stage: Stage) -> None:
    async with stage.running() as running:
        await running.full()
        stage.plex.world.keys["1"].append(13)
        row = begun(13, at=NOW - timedelta(hours=2))
        values = {"media_type": "movie", "user_id": ALICE, "rating_key": 13, "progress_percent": 98}
        body = filled("stop", values | {"started": row["started"], "stopped": row["stopped"]})
        stage.plex.faults.add(r"^GET /library/metadata/", status=503, times=1_000)
        assert await running.post("tautulli", body, X_Recommendarr_Secret=SECRET) == 200
        await running.worked_in()
        assert await running.facts(ALICE) == []
        stage.plex.faults.clear()
        stage.clock.advance(timedelta(minutes=2))
        await running.worked_in()
        assert [one.item_id for one in await running.facts(ALICE)] == ["movie:113"]


async def test_what_is_old_is_forgotten_and_facts_of_the_world_after_half_a_year(stage: Stage) -> None:
    async with stage.running() as running:
        await kept(stage, report(1))
        await work(running, Acts()).step()
        async with stage.storage.unit() as unit:
            await unit.metadata_cache.put({"a": "1"}, NOW)
        stage.clock.advance(timedelta(days=100))
        await forget_old_reports.run(running.services)
        async with stage.storage.unit() as unit:
            assert await unit.reports.add([report(1)]) == 1
            assert await unit.metadata_cache.get(["a"], NOW - timedelta(days=1)) == {"a": "1"}
        stage.clock.advance(timedelta(days=81))
        await forget_old_reports.run(running.services)
        async with stage.storage.unit() as unit:
            assert await unit.metadata_cache.get(["a"], NOW - timedelta(days=1)) == {}

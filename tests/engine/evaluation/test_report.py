"""A tiny world, evaluated from end to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus, Person
from engine.evaluation.measuring import LENGTH, Answers, Sources, Stage, answers_of, asked_in, figures
from engine.evaluation.models import LeftOut, Model, Task, Taught
from engine.evaluation.report import NOBODY, Choice, Report, compare, evaluate, models, slices
from engine.evaluation.slices import main
from engine.testing.vectors import MemoryVectors, WordEmbedder

CALIBRATION = {"ece", "ece_low", "ece_high", "ece_by_person"}
KEYS = {
    "ndcg@10", "recall@10", "precision@10", "hit_rate@10", "mrr@10", "ndcg@10_low", "ndcg@10_high",
    "coverage", "novelty", "diversity", "people", "train_s", "answer_ms",
}  # fmt: skip
QUICK = Choice(models=("engine", "popularity", "random"))


def sources(told: list[Stage] | None = None) -> Sources:
    clock = iter(range(1_000_000))
    return Sources(WordEmbedder(dimensions=32), MemoryVectors(), lambda: float(next(clock)), told and told.append)


@pytest.mark.untraced
async def test_every_model_is_measured_on_every_reported_slice(world: Corpus) -> None:
    told: list[Stage] = [Stage("", "", "", 0, 0)]
    report = await evaluate(world, sources(told))
    reported = {own.name for own in slices().values() if not own.tuning}
    assert set(report.slices) | set(report.left_out) >= reported
    assert "main" in report.slices
    for name, by_model in report.slices.items():
        assert set(by_model) >= {"engine", "content", "popularity", "random", "ease", "item-knn", "user-knn", "rp3beta"}
        assert report.best[name] not in {"engine", "random"}
        for model, found in by_model.items():
            assert set(found) - {*CALIBRATION, "against", "by_score", "in_order"} == KEYS
            assert {*CALIBRATION} <= set(found) or not {*CALIBRATION} & set(found)
            assert ("by_score" in found) == ("in_order" in found) == (model == "engine")
            assert found["ndcg@10_low"] <= found["ndcg@10"] <= found["ndcg@10_high"]  # type: ignore[operator]
            assert ("against" in found) == (model != "engine")
        people = {found["people"] for found in by_model.values()}
        assert len(people) == 1
    assert Stage("main", "engine", "titles", 240, 240) in told
    assert [
        stage.done for stage in told if (stage.slice, stage.what, stage.model) == ("newuser@5", "learning", "ease")
    ] == [0, 1, 2]
    last = [stage for stage in told if (stage.slice, stage.model) == ("main", "ease")][-1]
    assert (last.what, last.done) == ("people", last.total)


async def test_the_engine_finds_more_than_chance_where_people_love_what_belongs_together(world: Corpus) -> None:
    found = (await evaluate(world, sources(), Choice(("main",), QUICK.models))).slices["main"]
    assert found["engine"]["ndcg@10"] > 1.3 * found["random"]["ndcg@10"]  # type: ignore[operator]
    against = found["random"]["against"]
    assert isinstance(against, dict)
    assert against["low"] <= against["mean"] <= against["high"]
    assert against["mean"] == pytest.approx(found["engine"]["ndcg@10"] - found["random"]["ndcg@10"])  # type: ignore[operator]


async def test_a_report_can_be_repeated_and_another_draw_is_another(world: Corpus) -> None:
    drawn = ("random", "newuser@5")
    one, same, other = [
        await evaluate(world, sources(), Choice(drawn, ("engine", "random"), seed=seed)) for seed in (0, 0, 1)
    ]
    assert set(one.slices) == set(drawn)
    assert one == same
    assert one != other


async def test_nobody_is_shown_what_they_finished_or_may_not_open(world: Corpus) -> None:
    """The engine may offer again what was begun long ago: that takes a place, and can never be a hit."""
    asked = asked_in("main", main.divide(world, 0))
    (job,) = asked.jobs
    for name in ("engine", "content", "popularity"):
        found = await answers_of(models()[name], asked, sources())
        for shown, (_, viewer_id) in zip(found.lists, found.owners, strict=True):
            person = next(person for person in world.people if person.viewer.id == viewer_id)
            finished = {meeting.item_id for meeting in job.train[viewer_id] if meeting.liked}
            assert len(set(shown)) == len(shown) <= LENGTH
            assert set(shown) <= world.open_to(person.viewer) - finished, name
            if name == "popularity":
                assert set(shown) <= set(job.candidates(person))


@pytest.mark.parametrize("name", ["engine", "content"])
async def test_where_only_new_titles_are_asked_for_the_engine_shows_only_those(world: Corpus, name: str) -> None:
    asked = asked_in("colditem", slices()["colditem"].divide(world, 0))
    assert asked.jobs, "somebody met a new title in this world"
    found = await answers_of(models()[name], asked, sources())
    for shown, (place, viewer_id) in zip(found.lists, found.owners, strict=True):
        person = next(person for person in world.people if person.viewer.id == viewer_id)
        assert shown
        assert set(shown) <= set(asked.jobs[place].candidates(person))


async def test_a_slice_in_which_nobody_can_be_judged_is_left_out_and_said() -> None:
    report = await evaluate(Corpus((), ()), sources())
    assert report.slices == {}
    assert report.left_out["main"] == NOBODY


async def test_names_that_do_not_exist_are_told_with_those_that_do(world: Corpus) -> None:
    with pytest.raises(InvalidQuery, match="evaluate-unknown-slice") as told:
        await evaluate(world, sources(), Choice(slices=("mian",)))
    assert "newuser@5" in str(told.value.arguments["known"])
    with pytest.raises(InvalidQuery, match="evaluate-unknown-model"):
        await evaluate(world, sources(), Choice(models=("slim",)))


async def test_a_model_that_cannot_be_run_is_left_out_with_its_reason(world: Corpus) -> None:
    async def refuse(task: Task) -> Taught:
        raise LeftOut("too large")

    report = Report()
    asked = asked_in("main", main.divide(world, 0))
    await compare(asked, [Model("heavy", "", refuse), models()["popularity"]], sources(), report)
    assert report.left_out == {"heavy": "too large"}
    assert set(report.slices["main"]) == {"popularity"}
    assert report.best == {"main": "popularity"}


@pytest.mark.parametrize("name", ["heavy", "engine"])
async def test_a_model_that_fails_costs_its_own_figures_only(world: Corpus, name: str) -> None:
    async def fail(task: Task) -> Taught:
        raise np.linalg.LinAlgError("Singular matrix")

    report = Report()
    asked = asked_in("main", main.divide(world, 0))
    await compare(asked, [Model(name, "", fail), models()["popularity"]], sources(), report)
    assert report.left_out == {f"{name} in main": "failed: LinAlgError: Singular matrix"}
    assert set(report.slices["main"]) == {"popularity"}
    alone = Report()
    await compare(asked, [Model(name, "", fail)], sources(), alone)
    assert alone.slices == {}


def test_nothing_shown_is_nothing_found(world: Corpus) -> None:
    asked = asked_in("main", main.divide(world, 0))
    owners = [(0, viewer_id) for viewer_id in asked.jobs[0].truth]
    found = figures(asked, Answers("silent", [[] for _ in owners], owners))
    assert found["ndcg@10"] == found["coverage"] == found["novelty"] == found["diversity"] == 0.0


@pytest.mark.parametrize(("said", "error"), [(1.0, lambda share: 1 - share), (0.0, lambda share: share)])
async def test_percentages_are_weighed_on_all_that_was_met_later(world: Corpus, said: float, error: object) -> None:
    asked = asked_in("main", main.divide(world, 0))
    (job,) = asked.jobs

    async def teach(task: Task) -> Taught:
        async def answer(person: Person) -> Sequence[str]:
            return ()

        async def matches(person: Person, item_ids: Sequence[str]) -> Mapping[str, float]:
            assert list(item_ids) == [meeting.item_id for meeting in job.held[person.viewer.id]]
            return dict.fromkeys(item_ids, said)

        return Taught(answer, matches)

    found = figures(asked, await answers_of(Model("sure", "", teach), asked, sources()))
    met = [meeting.liked for own in job.held.values() for meeting in own]
    assert found["ece"] == pytest.approx(error(sum(met) / len(met)))  # type: ignore[operator]
    assert found["train_s"] == 1.0
    assert found["answer_ms"] == 1_000.0


async def test_what_a_list_gives_up_against_its_scores_alone_is_told(world: Corpus) -> None:
    asked = asked_in("main", main.divide(world, 0))
    truth = asked.jobs[0].truth

    async def teach(task: Task) -> Taught:
        async def answer(person: Person) -> Sequence[str]:
            return ()

        async def plain(person: Person) -> tuple[Sequence[str], Sequence[str]]:
            return sorted(truth[person.viewer.id]), ["nothing that is wanted"]

        return Taught(answer, plain=plain)

    found = figures(asked, await answers_of(Model("varied", "", teach), asked, sources()))
    assert found["by_score"] == {"ndcg@10": 1.0, "low": -1.0, "high": -1.0, "mean": -1.0}
    assert found["in_order"] == {"ndcg@10": 0.0, "low": 0.0, "high": 0.0, "mean": 0.0}

"""A tiny world, evaluated from end to end."""

from __future__ import annotations

import numpy as np
import pytest

from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.evaluation.corpus import Corpus, Job, corpus_of
from engine.evaluation.models import Task
from engine.evaluation.report import LENGTH, Sources, evaluate, figures, models, slices
from engine.evaluation.slices.main import SLICE
from engine.testing.vectors import MemoryVectors, WordEmbedder
from engine.testing.worlds import Size, World

KEYS = {
    "ndcg@10", "recall@10", "precision@10", "hit_rate@10", "mrr@10", "ndcg@10_low", "ndcg@10_high",
    "coverage", "novelty", "diversity", "people",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    world = World(Size(240, 12, seed=5, shortest=20, longest=60))
    items: list[Item] = [item for batch in world.batches() for item in batch]
    viewers: tuple[Viewer, ...] = world.viewers()
    return corpus_of(items, viewers, world.interactions())


def sources(told: list[tuple[int, int]] | None = None) -> Sources:
    progress = None if told is None else lambda done, total: told.append((done, total))
    return Sources(WordEmbedder(dimensions=32), MemoryVectors(), progress)


async def test_every_model_is_measured_on_every_slice(corpus: Corpus) -> None:
    told: list[tuple[int, int]] = []
    report = await evaluate(corpus, sources(told))
    assert set(report) == set(slices())
    for by_model in report.values():
        assert set(by_model) == set(models()) >= {"engine", "popularity", "random"}
        for found in by_model.values():
            assert set(found) == KEYS
            assert found["ndcg@10_low"] <= found["ndcg@10"] <= found["ndcg@10_high"]
            assert found["people"] > 5
    assert told[-1] == (240, 240)


async def test_the_engine_finds_more_than_chance_where_people_love_what_belongs_together(corpus: Corpus) -> None:
    report = await evaluate(corpus, sources(), ["main"])
    assert report["main"]["engine"]["ndcg@10"] > 1.3 * report["main"]["random"]["ndcg@10"]


async def test_a_report_can_be_repeated(corpus: Corpus) -> None:
    assert await evaluate(corpus, sources()) == await evaluate(corpus, sources())


async def test_nobody_is_shown_what_they_finished_or_may_not_open(corpus: Corpus) -> None:
    """The engine may offer again what was begun long ago: that takes a place, and can never be a hit."""
    job = SLICE.divide(corpus, np.random.default_rng(7))
    task = Task(job, LENGTH, np.random.default_rng(1), WordEmbedder(), MemoryVectors())
    for model in models().values():
        shown = await model.show(task)
        for person in job.judged():
            own = shown[person.viewer.id]
            finished = {meeting.item_id for meeting in job.train[person.viewer.id] if meeting.liked}
            assert len(set(own)) == len(own) <= LENGTH
            assert set(own) <= corpus.open_to(person.viewer) - finished, model.name
            if model.name != "engine":
                assert set(own) <= set(job.candidates(person)), model.name


async def test_a_slice_in_which_nobody_can_be_judged_is_left_out() -> None:
    assert await evaluate(Corpus((), ()), sources()) == {}


def test_nothing_shown_is_nothing_found(corpus: Corpus) -> None:
    job: Job = SLICE.divide(corpus, np.random.default_rng(7))
    found = figures(job, {})
    assert found["ndcg@10"] == found["coverage"] == found["novelty"] == found["diversity"] == 0.0

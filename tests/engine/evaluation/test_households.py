"""Servers of a few people, drawn from many."""

from __future__ import annotations

import pytest

from engine.errors import InvalidQuery
from engine.evaluation.corpus import Corpus
from engine.evaluation.households import DRAWS, PEOPLE, curve, households
from engine.evaluation.measuring import Sources
from engine.testing.vectors import MemoryVectors, WordEmbedder

pytestmark = pytest.mark.untraced


def test_a_household_knows_only_its_own_and_the_others_live_elsewhere(world: Corpus) -> None:
    jobs = households(world, 5, 0)
    assert len(jobs) * 5 >= PEOPLE
    everybody = {person.viewer.id for person in world.people}
    for job in jobs:
        inside, outside = ({person.viewer.id for person in people} for people in (job.corpus.people, job.elsewhere))
        assert len(inside) == 5
        assert inside | outside == everybody
        assert not inside & outside
        assert set(job.train) == inside
        assert job.corpus.items == world.items


def test_draws_differ_and_can_be_repeated(world: Corpus) -> None:
    drawn = [frozenset(job.train) for job in households(world, 5, 0)]
    assert len(set(drawn)) > 1
    assert drawn == [frozenset(job.train) for job in households(world, 5, 0)]
    assert drawn != [frozenset(job.train) for job in households(world, 5, 1)]
    assert len(households(world, 12, 0)) >= DRAWS


@pytest.mark.parametrize("size", [1, 13, 0, -5])
def test_a_household_larger_than_the_world_or_of_one_is_refused(world: Corpus, size: int) -> None:
    with pytest.raises(InvalidQuery, match="evaluate-household-size"):
        households(world, size, 0)


@pytest.mark.parametrize("artefact", [False, True])
async def test_each_size_is_measured_with_the_engine_popularity_and_content(
    world: Corpus, monkeypatch: pytest.MonkeyPatch, artefact: bool
) -> None:
    monkeypatch.setattr("engine.evaluation.households.PEOPLE", 1)
    monkeypatch.setattr("engine.evaluation.households.DRAWS", 1)
    given = Sources(WordEmbedder(dimensions=16), MemoryVectors(), lambda: 0.0)
    report = await curve(world, given, (4, 12), artefact=artefact)
    assert list(report.slices) == ["household@4", "household@12"]
    for name, size in (("household@4", 4), ("household@12", 12)):
        expected = {"engine", "popularity", "content"} | ({"engine+artefact"} if artefact else set())
        assert set(report.slices[name]) == expected
        assert report.slices[name]["engine"]["people"] <= size  # type: ignore[operator]
        assert report.best[name] in {"popularity", "content"}

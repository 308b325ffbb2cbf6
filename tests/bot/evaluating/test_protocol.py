"""The slices and the simplest peer, on public ratings, against the protocol that came with them."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from bot.evaluating.files import read_corpus
from engine.evaluation.corpus import Corpus
from engine.evaluation.measuring import Sources, answers_of, asked_in, figures
from engine.evaluation.report import models, slices
from engine.testing.vectors import MemoryVectors, WordEmbedder

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the public ratings are not beside this checkout")
EXPECTED = {
    # slice: judged people; NDCG@10 of popularity as the protocol measures it
    "main": (589, 0.079), "random": (599, 0.165), "newuser@5": (365, 0.335), "newuser@10": (365, 0.320),
    "colditem": (571, 0.016),
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(SHARED)


@pytest.mark.parametrize("name", EXPECTED)
async def test_as_many_people_are_judged_and_popularity_finds_as_much(corpus: Corpus, name: str) -> None:
    people, ndcg = EXPECTED[name]
    asked = asked_in(name, slices()[name].divide(corpus, 0))
    found = figures(asked, await answers_of(models()["popularity"], asked, given()))
    assert found["people"] == people
    assert found["ndcg@10"] == pytest.approx(ndcg, abs=0.004)


@pytest.mark.parametrize("name", EXPECTED)
def test_people_are_asked_for_the_very_same_titles(corpus: Corpus, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.syspath_prepend(str(SHARED))
    from protocol import Protocol  # type: ignore[import-not-found] # noqa: PLC0415 - beside the data

    theirs = Protocol(str(SHARED)).jobs(name)
    ours = slices()[name].divide(corpus, 0)
    for job, (_, _, truth, candidates) in zip(ours, theirs, strict=True):
        found = {number(own): {number(item) for item in wanted} for own, wanted in job.truth.items()}
        assert found == truth
        assert (job.only is None) == (candidates is None)
        if job.only is not None:
            assert {number(item) for item in job.only} == set(candidates)


async def test_chance_finds_next_to_nothing(corpus: Corpus) -> None:
    asked = asked_in("main", slices()["main"].divide(corpus, 0))
    found = figures(asked, await answers_of(models()["random"], asked, given()))
    assert found["ndcg@10"] == pytest.approx(0.002, abs=0.003)
    assert np.isfinite(found["novelty"])


def given() -> Sources:
    return Sources(WordEmbedder(dimensions=8), MemoryVectors(), lambda: 0.0)


def number(name: str) -> int:
    return int(name.replace("-", ":").rsplit(":", 1)[1])

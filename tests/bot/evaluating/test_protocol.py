"""The slices and the simplest peer, on public ratings, against the protocol that came with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pytest

from bot.evaluating.files import read_corpus
from engine.evaluation.corpus import Corpus
from engine.evaluation.measuring import Sources, answers_of, asked_in, figures
from engine.evaluation.report import models, slices
from engine.testing.vectors import MemoryVectors, WordEmbedder

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = [
    pytest.mark.untraced,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the public ratings are not beside this checkout"),
]
EXPECTED = {
    # slice: judged people; NDCG@10 of popularity as the protocol measures it; the questions as it asks them
    "main": (589, 0.079, "9e4997e93cd68a1a"),
    "random": (599, 0.165, "3b61a4ed3ce12858"),
    "newuser@5": (365, 0.335, "939f8dd5dd976372"),
    "newuser@10": (365, 0.320, "10ce52bf9dcea506"),
    "colditem": (571, 0.016, "956081ffdeb26139"),
}
"""Questions: the first 16 digits of the SHA-256 of ``asked_for`` made of ``Protocol().jobs(slice)``."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(SHARED, 1_700_000_000.0)


@pytest.mark.parametrize("name", EXPECTED)
async def test_as_many_people_are_judged_and_popularity_finds_as_much(corpus: Corpus, name: str) -> None:
    people, ndcg, _ = EXPECTED[name]
    asked = asked_in(name, slices()[name].divide(corpus, 0))
    found = figures(asked, await answers_of(models()["popularity"], asked, given()))
    assert found["people"] == people
    assert found["ndcg@10"] == pytest.approx(ndcg, abs=0.004)


@pytest.mark.parametrize("name", EXPECTED)
def test_people_are_asked_for_the_very_same_titles(corpus: Corpus, name: str) -> None:
    ours = [
        asked_for(
            {number(own): [number(item) for item in wanted] for own, wanted in job.truth.items()},
            None if job.only is None else [number(item) for item in job.only],
        )
        for job in slices()[name].divide(corpus, 0)
    ]
    *_, theirs = EXPECTED[name]
    assert hashlib.sha256(json.dumps(ours).encode()).hexdigest()[:16] == theirs


async def test_chance_finds_next_to_nothing(corpus: Corpus) -> None:
    asked = asked_in("main", slices()["main"].divide(corpus, 0))
    found = figures(asked, await answers_of(models()["random"], asked, given()))
    assert found["ndcg@10"] == pytest.approx(0.002, abs=0.003)
    assert np.isfinite(found["novelty"])


def given() -> Sources:
    return Sources(WordEmbedder(dimensions=8), MemoryVectors(), lambda: 0.0)


def asked_for(truth: Mapping[int, Iterable[int]], candidates: Iterable[int] | None) -> list[object]:
    """What is to be found of whom, and among what where that is not everything."""
    found = sorted([person, sorted(wanted)] for person, wanted in truth.items())
    return [found, candidates and sorted(candidates)]


def number(name: str) -> int:
    return int(name.replace("-", ":").rsplit(":", 1)[1])

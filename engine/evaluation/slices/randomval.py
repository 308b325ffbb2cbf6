"""The random slice once more, inside its own training part."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice, random


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """A random fifth of what the random slice lets be known."""
    return random.divide(random.divide(corpus, seed)[0].past(), seed)


SLICE = Slice("randomval", "random, once more inside its training part", divide, tuning=True)

"""The main slice once more, inside its own training part."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice, main


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """The last fifth of what the main slice lets be known."""
    return main.divide(main.divide(corpus, seed)[0].past(), seed)


SLICE = Slice("val", "main, once more inside its training part", divide, tuning=True)

"""Titles that nobody has met yet."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice, main
from engine.evaluation.slices._arrivals import arrivals


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """From what the main slice lets be known of all other titles."""
    return (arrivals(corpus, main.divide(corpus, seed)[0], seed, batch=0),)


SLICE = Slice("colditem", "new titles only: some fully described ones that nobody is known to have met", divide)

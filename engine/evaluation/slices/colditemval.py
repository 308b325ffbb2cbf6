"""Other titles that nobody has met yet, inside the main slice's training part."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice, main, val
from engine.evaluation.slices._arrivals import arrivals


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """From what the val slice lets be known of all other titles."""
    past = main.divide(corpus, seed)[0].past()
    return (arrivals(past, val.divide(corpus, seed)[0], seed, batch=1),)


SLICE = Slice("colditemval", "other new titles, inside the training part of main", divide, tuning=True)

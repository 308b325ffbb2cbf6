"""The future from the past: everybody's last fifth is held back."""

from __future__ import annotations

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job
from engine.evaluation.slices import Slice
from engine.evaluation.slices._dividing import in_time, last_fifth


def divide(corpus: Corpus, seed: int) -> tuple[Job, ...]:
    """The last fifth of each person's titles in time is test; what happened at the same moment is in random order."""
    return (last_fifth(corpus, in_time(corpus, seed)),)


SLICE = Slice("main", "everybody's last fifth in time, from what they met before", divide)

"""One file per way of dividing a corpus, each declaring ``SLICE``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job


@dataclass(frozen=True, slots=True)
class Slice:
    """A division into pasts and futures; ``divide`` is repeatable for equal seeds."""

    name: str
    summary: str
    divide: Callable[[Corpus, int], tuple[Job, ...]]
    """Jobs of disjoint people; figures are means over all of them."""
    tuning: bool = False
    """To choose parameters on: runs only when it is named, so that nobody chooses on what they report."""

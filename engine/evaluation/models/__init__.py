"""One file per way of ranking that is compared, each declaring ``MODEL``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.evaluation.corpus import Person
from engine.evaluation.job import Job
from engine.evaluation.known import Known
from engine.ports.language import Embedder
from engine.ports.vectors import VectorStore

Answer = Callable[[Person], Awaitable[Sequence[str]]]
"""Item ids for one person, best first."""
Matches = Callable[[Person, Sequence[str]], Awaitable[Mapping[str, float]]]
"""How likely, 0–1, the person will like each of these titles."""

Plain = Callable[[Person], Awaitable[tuple[Sequence[str], Sequence[str]]]]
"""Two lists of item ids for one person, best first: by score alone, and by score with the parts of series in order."""


class LeftOut(Exception):
    """The model cannot be run here; its text says why."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is given: one job, how many titles to show, and where vectors come from."""

    job: Job
    known: Known
    length: int
    rng: np.random.Generator
    embedder: Embedder
    vectors: VectorStore
    progress: Callable[[int, int], None] | None = None
    """Told of embeddings that have to be made first: done, in all."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What has learned from a job."""

    answer: Answer
    """Gives a judged person as many of their candidates as were asked for, or as there are."""
    matches: Matches | None = None
    plain: Plain | None = None
    """Likewise before variety and trials, see ``Plain``: the difference is what is given up for them."""


@dataclass(frozen=True, slots=True)
class Model:
    """``teach`` learns from the job's training part. Raises LeftOut."""

    name: str
    summary: str
    teach: Callable[[Task], Awaitable[Taught]]
    needs: str = ""
    """A module that is not always installed."""

"""One file per way of ranking that is compared, each declaring ``MODEL``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.evaluation.corpus import Job
from engine.ports.language import Embedder
from engine.ports.vectors import VectorStore

Shown = Mapping[str, Sequence[str]]
"""Viewer id to item ids, best first."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is given: one job, how many titles to show, and where vectors come from."""

    job: Job
    length: int
    rng: np.random.Generator
    embedder: Embedder
    vectors: VectorStore
    progress: Callable[[int, int], None] | None = None
    """Told of embeddings that have to be made first: done, in all."""


@dataclass(frozen=True, slots=True)
class Model:
    """``show`` gives every judged person ``length`` of their candidates, or as many as there are."""

    name: str
    show: Callable[[Task], Awaitable[Shown]]

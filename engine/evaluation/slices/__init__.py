"""One file per way of dividing a corpus, each declaring ``SLICE``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.evaluation.corpus import Corpus, Job


@dataclass(frozen=True, slots=True)
class Slice:
    """A division into a past and a future; ``divide`` is repeatable for equal generators."""

    name: str
    divide: Callable[[Corpus, np.random.Generator], Job]

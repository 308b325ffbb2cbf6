"""What ranking hands on to choosing and telling."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.ranking import Ranking
from engine.rerankers import Field
from engine.scoring.baselines import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """All domains ranked and joined."""

    rankings: tuple[Ranking, ...]
    field: Field
    scores: Floats
    """Parallel to the field."""
    origin: NDArray[np.int64]
    """[f, 2]: which ranking, and the place in it."""
    considered: int
    filtered_to: int

"""Whatever most people liked."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.models._peer import Scores, peer


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """The number of people who liked a title in the training part, the same for everybody."""
    del rng
    likes = np.bincount(known.liked.indices, minlength=known.liked.shape[1]).astype(np.float64)
    return lambda _: likes


MODEL = peer("popularity", "whatever most people liked", fit)

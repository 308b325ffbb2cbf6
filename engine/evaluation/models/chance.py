"""Anything at all: what a figure is worth when nothing is known."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.models._peer import Scores, peer


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Equal figures: the lot decides."""
    del rng
    nothing = np.zeros(known.met.shape[1])
    return lambda _: nothing


MODEL = peer("random", "candidates drawn by lot", fit)

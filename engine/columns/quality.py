"""How good and how well established a title is by its public votes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PRIOR_VOTES = 500
ANCHORS = ((0, 0.0), (100, 0.50), (500, 0.67), (2_000, 0.80), (10_000, 0.90), (50_000, 0.97), (1_000_000, 1.0))
"""Votes and the confidence they give; between two, by the logarithm of the votes."""
FEW_VOTES = 500
EXTREME_FACTOR = 0.8
"""On confidence, for an average above 9.0 or below 4.0 that few votes stand behind."""
PROVEN_FACTOR = 1.05
"""On confidence, for an average of 8.5–9.0 with 500–3,000 votes."""


def bayesian_quality(
    average: NDArray[np.float32], votes: NDArray[np.int32], mean: float | None = None
) -> NDArray[np.float32]:
    """``(average·votes + mean·500) / (votes + 500) / 10``, 0–1; nan where there are no votes.

    ``mean`` is, where it is not given, the mean average of the titles that have votes.
    """
    known = _known(average, votes)
    if not known.any():
        return np.full(len(average), np.nan, np.float32)
    usual = float(average[known].mean()) if mean is None else mean
    shrunk = (average * votes + usual * PRIOR_VOTES) / (votes + PRIOR_VOTES) / 10
    return np.where(known, np.clip(shrunk, 0, 1), np.nan).astype(np.float32)


def vote_confidence(average: NDArray[np.float32], votes: NDArray[np.int32]) -> NDArray[np.float32]:
    """How far the average can be trusted, 0–1; nan where there are no votes."""
    known = _known(average, votes)
    base = base_confidence(votes)
    extreme = ((average > 9.0) | (average < 4.0)) & (votes < FEW_VOTES)
    proven = (average >= 8.5) & (average <= 9.0) & (votes >= 500) & (votes <= 3_000)
    adjusted = base * np.where(extreme, EXTREME_FACTOR, 1.0) * np.where(proven, PROVEN_FACTOR, 1.0)
    return np.where(known, np.minimum(adjusted, 1.0), np.nan).astype(np.float32)


def base_confidence(votes: NDArray[np.int32]) -> NDArray[np.float32]:
    """The log scale through ``ANCHORS``: 0 without votes, never falling, 1 from a million."""
    counts, values = zip(*ANCHORS, strict=True)
    at = np.log1p(np.asarray(counts, np.float64))
    return np.interp(np.log1p(np.maximum(votes, 0).astype(np.float64)), at, values).astype(np.float32)


def _known(average: NDArray[np.float32], votes: NDArray[np.int32]) -> NDArray[np.bool_]:
    return np.isfinite(average) & (votes > 0)

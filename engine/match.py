"""From a score to “how likely do they like it”, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.domain.slate import Confidence
from engine.scoring.baselines import Floats, Rows
from engine.scoring.context import Context

LEAST_LABELLED = 50
"""Liked or disliked titles from which a household's own figures are used."""
PRIOR_WEIGHT, PRIOR_SPREAD = 40.0, 0.1
"""Labelled titles that the prior counts for when fitting, as if their scores were spread that wide."""
SLOPE_RANGE = (1.0, 20.0)
ROUNDS = 50
LAPSE = 0.03
"""Share of titles that are liked, or not, whatever the score says."""
LOWEST, HIGHEST = LAPSE, 1 - LAPSE
HIGH, MEDIUM = 0.75, 0.50
FEWEST_VOTES, WITHOUT_VOTES = 0.70, 0.85
"""Certainty, as a share, about a title that hardly anybody voted on, and about one whose votes are not known."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """``match = 0.03 + 0.94 / (1 + exp(-(intercept + slope · score)))``.

    The defaults are the prior: a title about which nothing is known (score 0) is liked by a little more than half of
    those who pick it, and a score of 0.2, which a fitting title reaches with fifty interactions, by almost nine in ten.
    """

    slope: float = 10.0
    intercept: float = 0.2
    labelled: int = 0
    """Liked or disliked titles it was fitted on; 0 for the prior."""

    def match(self, scores: Floats) -> Floats:
        """Probability of being liked, 0.03–0.97, rising with the score."""
        return _shown(self.intercept + self.slope * scores.astype(np.float64)).astype(np.float32)


PRIOR = Calibration()


def fit(scores: Sequence[float], liked: Sequence[bool]) -> Calibration:
    """Logistic regression with lapses, by scoring steps drawn towards the prior; the prior itself below fifty labels.

    Scores must come from profiles that did not know the title's outcome.
    """
    if len(scores) < LEAST_LABELLED or len(scores) != len(liked):
        return PRIOR
    x = np.stack([np.ones(len(scores)), np.asarray(scores, np.float64)], axis=1)
    y = np.asarray(liked, np.float64)
    prior = np.array([PRIOR.intercept, PRIOR.slope])
    precision = PRIOR_WEIGHT / 4 * np.diag([1.0, PRIOR_SPREAD**2])
    parameters = prior.copy()
    for _ in range(ROUNDS):
        shown = _shown(x @ parameters)
        gradient = x.T @ (y - shown) - precision @ (parameters - prior)
        curvature = (x * (shown * (1 - shown))[:, None]).T @ x + precision
        step = np.clip(np.linalg.solve(curvature, gradient), -2, 2)
        parameters = parameters + step
        if float(np.abs(step).max()) < 1e-9:
            break
    slope = float(np.clip(parameters[1], *SLOPE_RANGE))
    return Calibration(slope, float(parameters[0]), len(scores))


def _shown(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return LAPSE + (1 - 2 * LAPSE) / (1 + np.exp(-np.clip(odds, -30, 30)))


def certainty(context: Context, rows: Rows) -> Floats:
    """How sure a match is, 0–1, for each of ``rows``: what is known of the viewer × what is known of the title."""
    known = FEWEST_VOTES + (1 - FEWEST_VOTES) * context.catalogue.confidence[rows]
    return (context.how_known * np.nan_to_num(known, nan=WITHOUT_VOTES)).astype(np.float32)


NARROW, WIDE = 0.15, 0.30
"""Half widths of a probability's 95 % interval up to which it is surely, and fairly surely, known."""


def by_width(half: float) -> Confidence:
    """The word for half the width of a probability's 95 % interval."""
    if half <= NARROW:
        return Confidence.HIGH
    return Confidence.MEDIUM if half <= WIDE else Confidence.LOW


def word(value: float) -> Confidence:
    """The word for a certainty."""
    if value >= HIGH:
        return Confidence.HIGH
    return Confidence.MEDIUM if value >= MEDIUM else Confidence.LOW

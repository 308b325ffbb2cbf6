"""From a score to “how likely do they like it”, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.baselines import Floats, Rows
from engine.context import Context
from engine.domain.slate import Confidence

LEAST_LABELLED = 50
"""Liked or disliked titles from which a household's own figures are used."""
PRIOR_WEIGHT = 20.0
"""Labelled titles that the prior counts for when fitting."""
SLOPE_RANGE = (1.0, 60.0)
ROUNDS = 50
LOWEST, HIGHEST = 0.01, 0.99
HISTORY_HALF = 12
"""Interactions at which a history is half of what can be known."""
TITLES_HALF = 2.0
"""Evenly weighing liked titles likewise."""
HIGH, MEDIUM = 0.75, 0.50
WITHOUT_VOTES = 0.6
"""Certainty, as a share, about a title that nobody voted on."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """``match = 1 / (1 + exp(-(intercept + slope · score)))``.

    The defaults are the prior: a title about which nothing is known (score 0) is liked by a little more than half of
    those who pick it, and a score of 0.2, which a fitting title reaches with a hundred interactions, by nine in ten.
    """

    slope: float = 10.0
    intercept: float = 0.2
    labelled: int = 0
    """Liked or disliked titles it was fitted on; 0 for the prior."""

    def match(self, scores: Floats) -> Floats:
        """Probability of being liked, 0.01–0.99, rising with the score."""
        odds = np.clip(self.intercept + self.slope * scores.astype(np.float64), -30, 30)
        return np.clip(1 / (1 + np.exp(-odds)), LOWEST, HIGHEST).astype(np.float32)


PRIOR = Calibration()


def fit(scores: Sequence[float], liked: Sequence[bool]) -> Calibration:
    """Logistic regression by Newton's method, drawn towards the prior; the prior itself below fifty labels.

    Scores must come from profiles that did not know the title's outcome.
    """
    if len(scores) < LEAST_LABELLED or len(scores) != len(liked):
        return PRIOR
    x = np.stack([np.ones(len(scores)), np.asarray(scores, np.float64)], axis=1)
    y = np.asarray(liked, np.float64)
    prior = np.array([PRIOR.intercept, PRIOR.slope])
    # the prior is worth PRIOR_WEIGHT labels at a typical score
    typical = max(float(np.std(x[:, 1])), 1e-3)
    precision = PRIOR_WEIGHT / 4 * np.diag([1.0, typical**2])
    parameters = prior.copy()
    for _ in range(ROUNDS):
        probability = 1 / (1 + np.exp(-np.clip(x @ parameters, -30, 30)))
        gradient = x.T @ (y - probability) - precision @ (parameters - prior)
        curvature = (x * (probability * (1 - probability))[:, None]).T @ x + precision
        step = np.linalg.solve(curvature, gradient)
        parameters = parameters + np.clip(step, -5, 5)
        if float(np.abs(step).max()) < 1e-9:
            break
    slope = float(np.clip(parameters[1], *SLOPE_RANGE))
    return Calibration(slope, float(parameters[0]), len(scores))


def history_weight(context: Context) -> float:
    """How much is known of the viewer in the domain, 0–1: many interactions, resting on more than a few titles."""
    profile = context.profile
    masses = [cluster.weights for cluster in profile.clusters]
    weights = np.concatenate(masses) if masses else np.maximum(profile.titles.strength * profile.titles.weight, 0)
    squares = float((weights.astype(np.float64) ** 2).sum())
    effective = float(weights.sum()) ** 2 / squares if squares > 0 else 0.0
    amount = profile.interactions / (profile.interactions + HISTORY_HALF)
    return amount * effective / (effective + TITLES_HALF)


def certainty(context: Context, rows: Rows) -> Floats:
    """How sure a match is, 0–1, for each of ``rows``: what is known of the viewer × what is known of the title."""
    votes = np.nan_to_num(context.catalogue.confidence[rows], nan=0.0)
    return (history_weight(context) * (WITHOUT_VOTES + (1 - WITHOUT_VOTES) * votes)).astype(np.float32)


def word(value: float) -> Confidence:
    """The word for a certainty."""
    if value >= HIGH:
        return Confidence.HIGH
    return Confidence.MEDIUM if value >= MEDIUM else Confidence.LOW

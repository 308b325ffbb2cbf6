"""How likely a title is to be liked by somebody who meets it: what the shown match is.

A logistic regression on what is known of the person, the title and how well they fit, followed by a monotone
correction (isotonic regression over people it was not fitted on). Learned on everybody's last fifth, foretold from what
was known before, and on people of whom nothing but their first few titles was known. Titles nobody met have a
correction of their own, learned on titles that were hidden: few meetings speak against a title, none do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.learning.history import History
from engine.learning.sparse import Floats, Rows

SHRINK = 5.0
"""Meetings at which a person's, or a title's, own mean counts half."""
LATELY = 20
"""Latest titles that tell of a person's present severity."""
PRIOR = np.array([0.0, 4.0, 2.0, 5.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
"""Before there is anything to learn from: a liking that is 0.1 higher on average means odds of about half as much
again; how well a title fits counts like it stands, however long the history is."""
FEATURES = len(PRIOR)
PRECISION = np.array([0.1, 1.0, 1.0, 1.0, 20.0, 1.0, 1.0, 1.0, 1.0, 1.0])
"""Pull towards it."""
PERSON, ESTEEM, COUNTS, FIT, LENGTH = 1, 3, 4, 5, 6
"""Places of some features."""
BY_LENGTH = (PERSON, ESTEEM, FIT)
"""Those that are told once more, times ``LENGTH``: the less is known of a person, the less or the more they say.

Without it people with five titles were foretold 0.03 too high or too low, or else those with many were."""
SHORTEST, USUAL_LENGTH = 5, 40
FOLDS = 5
FEWEST_CORRECTED = 1_000
"""Labels from which a monotone correction is fitted, each by the root of what it stands for.

Percentages are held to every title met, and most are met by the few who meet many and like fewer; yet one of those
must not speak for all. Calibration errors on newuserval@5, newuserval@10, val and randomval: each alike 0.022, 0.024,
0.029, 0.014; by the root 0.013, 0.012, 0.019, 0.012; by the whole 0.034, 0.033, 0.027, 0.010."""
MOST_STEPS = 40
BLOCK = 50
"""Labels that a step of the correction must rest on at least."""
NEWTON_STEPS = 30
WIDE = 1.96
LOWEST, HIGHEST = 0.02, 0.98
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Severity:
    """How titles and people are usually liked, on the scale 0–1; ``m`` titles."""

    usual: float
    esteem: Floats
    """[m] shrunken mean liking above ``usual``."""
    counts: Floats
    """[m] meetings."""

    def features(self, history: History, met: Rows, columns: Rows, fit: Floats) -> Doubles:
        """One row per title of ``columns`` (-1: nobody met it), [k, ``FEATURES``].

        ``met``: columns of the history's titles; ``fit`` [k]: sum of the families' figures.
        """
        own = history.liking - self.usual - _of(self.esteem, met)
        person = float(own.sum() / (len(own) + SHRINK))
        late = own[-LATELY:] - person
        lately = float(late.sum() / (len(late) + SHRINK))
        length = np.log(max(len(own), SHORTEST) / USUAL_LENGTH)
        told = np.zeros((len(columns), FEATURES))
        told[:, :ESTEEM] = 1, person, lately
        told[:, ESTEEM], told[:, LENGTH] = _of(self.esteem, columns), length
        told[:, COUNTS] = np.log1p(_of(self.counts, columns))
        return with_fit(told, fit)


def with_fit(features: Doubles, fit: NDArray[np.floating]) -> Doubles:
    """The same with another fit [k]."""
    told = features.copy()
    told[:, FIT] = fit
    told[:, LENGTH + 1 :] = told[:, BY_LENGTH] * told[:, LENGTH, None]
    return told


def _of(values: Floats, columns: Rows) -> Floats:
    """``values`` at the columns, 0 where a column is -1."""
    found = np.zeros(len(columns), np.float32)
    known = columns >= 0
    found[known] = values[columns[known]]
    return found


def severity(item: NDArray[np.integer], liking: Floats, trust: Floats, titles: int) -> Severity:
    """Of ``m`` meetings, each with the trust in who tells of it."""
    usual = float(np.average(liking, weights=trust)) if len(liking) else 0.5
    counts = np.bincount(item, trust, titles).astype(np.float32)
    above = np.bincount(item, (liking - usual) * trust, titles)
    return Severity(usual, (above / (counts + SHRINK)).astype(np.float32), counts)


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """What came of titles that were held back."""

    features: Doubles
    """[l, ``FEATURES``]"""
    liked: NDArray[np.bool_]
    person: Rows
    stands_for: Doubles
    """[l] held-back titles of the person that each stands for, 1 or more."""


@dataclass(frozen=True, slots=True, eq=False)
class Correction:
    """A monotone map: a probability of ``at`` means one of ``steps``, straight lines between."""

    at: Doubles
    steps: Doubles

    def of(self, raw: Doubles) -> Doubles:
        """The probabilities meant, 0.02–0.98."""
        return np.clip(np.interp(raw, self.at, self.steps), LOWEST, HIGHEST)


AS_IT_STANDS = Correction(np.array([0.0, 1.0]), np.array([0.0, 1.0]))


@dataclass(frozen=True, slots=True, eq=False)
class Liking:
    """Probabilities of being liked, and how sure they are."""

    severity: Severity
    coefficients: Doubles
    """[``FEATURES``]"""
    covariance: Doubles
    """[``FEATURES``, ``FEATURES``]"""
    noise: float
    """Variance of a liking about its mean."""
    met: Correction
    unmet: Correction
    """Of titles nobody met."""
    labelled: int

    def probability(self, features: Doubles, meetings: int) -> tuple[Floats, Floats]:
        """Of being liked, 0.02–0.98, and half the width of its 95 % interval; ``meetings`` of the person, [k] each."""
        raw = _foretold(features, self.coefficients)
        likely = np.where(features[:, COUNTS] > 0, self.met.of(raw), self.unmet.of(raw))
        counts = np.expm1(features[:, COUNTS])
        person, esteem, _ = (self.coefficients[list(BY_LENGTH)][:, None]
                             + self.coefficients[LENGTH + 1 :, None] * features[:, LENGTH])  # fmt: skip
        variance = np.einsum("ki,ij,kj->k", features, self.covariance, features)
        variance += self.noise * person**2 / (meetings + SHRINK)
        variance += self.noise * esteem**2 / (counts + SHRINK)
        half = WIDE * np.sqrt(variance) * likely * (1 - likely)
        return likely.astype(np.float32), np.minimum(half, 0.5).astype(np.float32)


def fitted(labels: Labels, unmet: Labels, known: Severity, noise: float) -> Liking:
    """Fit it, the correction for titles nobody met to ``unmet``; without labels it is what is taken for granted."""
    share = (labels.liked.sum() + 2 * 0.5) / (len(labels.liked) + 2)
    prior = PRIOR.copy()
    prior[0] = np.log(share / (1 - share))
    coefficients, covariance = _logistic(labels.features, labels.liked, prior)
    foretold, hidden = _foretold_apart(labels, (labels, unmet), prior)
    met = _correction(labels, foretold, AS_IT_STANDS)
    return Liking(known, coefficients, covariance, noise, met, _correction(unmet, hidden, met), len(labels.liked))


def _foretold(features: Doubles, coefficients: Doubles) -> Doubles:
    return np.asarray(1 / (1 + np.exp(-np.clip(features @ coefficients, -30, 30))))


def _logistic(features: Doubles, liked: NDArray[np.bool_], prior: Doubles) -> tuple[Doubles, Doubles]:
    """Coefficients at the posterior's mode and their covariance, by Newton's method."""
    found = prior.copy()
    target = liked.astype(np.float64)
    for _ in range(NEWTON_STEPS):
        likely = _foretold(features, found)
        curve = (features * (likely * (1 - likely))[:, None]).T @ features + np.diag(PRECISION)
        step = np.linalg.solve(curve, features.T @ (target - likely) - PRECISION * (found - prior))
        found += np.clip(step, -2, 2)
        if float(np.abs(step).max()) < 1e-8:
            break
    likely = _foretold(features, found)
    curve = (features * (likely * (1 - likely))[:, None]).T @ features + np.diag(PRECISION)
    return found, np.linalg.inv(curve).astype(np.float64)


def _foretold_apart(taught: Labels, asked: Sequence[Labels], prior: Doubles) -> list[Doubles]:
    """Probabilities of each of ``asked``, foretold from other people's labels than their own, [l] each."""
    foretold = [np.zeros(len(labels.liked)) for labels in asked]
    for part in range(FOLDS):
        known = taught.person % FOLDS != part
        coefficients, _ = _logistic(taught.features[known], taught.liked[known], prior)
        for labels, found in zip(asked, foretold, strict=True):
            out = labels.person % FOLDS == part
            found[out] = _foretold(labels.features[out], coefficients)
    return foretold


def _correction(labels: Labels, foretold: Doubles, otherwise: Correction) -> Correction:
    """Isotonic regression of what came on what was ``foretold``; ``otherwise`` where there are too few labels."""
    if len(labels.liked) < FEWEST_CORRECTED:
        return otherwise
    weights, order = np.sqrt(labels.stands_for), np.argsort(foretold, kind="stable")
    blocks = np.array_split(order, min(len(order) // BLOCK, MOST_STEPS))
    at = np.array([np.average(foretold[block], weights=weights[block]) for block in blocks])
    came = np.array([np.average(labels.liked[block], weights=weights[block]) for block in blocks])
    sizes = np.array([weights[block].sum() for block in blocks])
    from scipy.optimize import isotonic_regression  # noqa: PLC0415 - large, and only who learns needs it

    steps = cast("Doubles", isotonic_regression(came, weights=sizes).x)  # pyright: ignore[reportUnknownMemberType] - untyped
    at = np.concatenate([[0.0], np.maximum.accumulate(at), [1.0]])
    return Correction(at, np.concatenate([steps[:1], steps, steps[-1:]]))

"""User-kNN (Resnick et al. 1994), with the cosine of squared ratings."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.matrices import Floats, rows_of, scaled, squared, turned, unit_rows
from engine.evaluation.models._peer import Scores, peer

NEIGHBOURS = 60


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Σ of the cosine with the nearest people who liked a title; what was loved counts most in the cosine.

    NEIGHBOURS and the square were chosen by the sum of val, randomval and both newuserval slices, among 30 to 200 and
    among ratings, their squares, likes and meetings, with and without inverse document frequencies.
    """
    del rng
    tastes = squared(known.esteem)
    people = scaled(tastes, rows=unit_rows(tastes))
    likes = turned(known.liked)

    def scores(row: int) -> Floats:
        near = people @ rows_of(people, np.array([row])).toarray()[0]
        near[row] = 0
        if len(near) > NEIGHBOURS:
            near[near < np.partition(near, -NEIGHBOURS)[-NEIGHBOURS]] = 0
        return likes @ near

    return scores


MODEL = peer("user-knn", "what the nearest people liked", fit)

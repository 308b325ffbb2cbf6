"""Implicit ALS (Hu, Koren, Volinsky 2008), by the library ``implicit``."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.models._peer import Scores, peer
from engine.learning.factorising import als

FACTORS, PENALTY, TRUST, ROUNDS = 48, 30.0, 5.0, 15


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Inner products of factors, solved exactly.

    Chosen by the sum of val, randomval and both newuserval slices: FACTORS among 16 to 64, PENALTY among 0.1, 1, 10,
    30 and 60, TRUST (what a like weighs) among 1, 3, 5 and 20.
    """
    seed = int(rng.integers(2**31))
    model = als(
        known.liked, factors=FACTORS, regularization=PENALTY, alpha=TRUST, iterations=ROUNDS, use_cg=False,
        random_state=seed,
    )  # fmt: skip
    return lambda row: model.item_factors @ model.user_factors[row]


MODEL = peer("als", "implicit's alternating least squares", fit)

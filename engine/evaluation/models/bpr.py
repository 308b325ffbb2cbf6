"""BPR (Rendle et al. 2009), by the library ``implicit``."""

from __future__ import annotations

import numpy as np

from engine.evaluation.known import Known
from engine.evaluation.models._peer import Scores, peer
from engine.learning.factorising import bpr

FACTORS, PENALTY, RATE, ROUNDS = 32, 0.03, 0.01, 100


def fit(known: Known, rng: np.random.Generator) -> Scores:
    """Inner products of factors that rank what was liked above what was not.

    Chosen by the sum of val, randomval and both newuserval slices: FACTORS among 16, 32 and 64, PENALTY among 0.003 to
    0.1, RATE among 0.01, 0.02 and 0.05, ROUNDS among 20 to 200. More rounds forget popularity, and find less.
    """
    seed = int(rng.integers(2**31))
    model = bpr(
        known.liked, factors=FACTORS, regularization=PENALTY, learning_rate=RATE, iterations=ROUNDS, random_state=seed
    )
    return lambda row: model.item_factors @ model.user_factors[row]


MODEL = peer("bpr", "implicit's Bayesian personalised ranking", fit)

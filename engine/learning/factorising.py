"""The library *implicit*, with types: it has none. Large, so only who learns loads it.

Always on one thread: with several it is never the same twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Protocol

from engine.columns.sparse import Sparse
from engine.learning.sparse import Floats


class Factors(Protocol):
    """Fitted: rows of ``user_factors`` · rows of ``item_factors`` rank."""

    user_factors: Floats
    item_factors: Floats
    learning_rate: float
    iterations: int

    def fit(self, user_items: Sparse, *, show_progress: bool) -> None: ...


def alternating(liked: Sparse, **settings: Any) -> Factors:  # noqa: ANN401 - the library's own
    """Alternating least squares, fitted."""
    with import_module("threadpoolctl").threadpool_limits(1):
        model: Factors = import_module("implicit.cpu.als").AlternatingLeastSquares(num_threads=1, **settings)
        model.fit(liked, show_progress=False)
    return model


def pairwise(liked: Sparse, plan: Mapping[float, int], **settings: Any) -> Factors:  # noqa: ANN401
    """Bayesian personalised ranking, fitted by so many rounds at each rate, one after the other."""
    model: Factors = import_module("implicit.cpu.bpr").BayesianPersonalizedRanking(num_threads=1, **settings)
    for rate, rounds in plan.items():
        model.learning_rate, model.iterations = rate, rounds
        model.fit(liked, show_progress=False)  # goes on where it ended
    return model

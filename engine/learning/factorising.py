"""The library *implicit*, with types: it has none. Large, so only who learns loads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Protocol

from engine.columns.sparse import Sparse
from engine.learning.sparse import Floats


class Factors(Protocol):
    """Fitted: rows of ``user_factors`` · rows of ``item_factors`` rank."""

    user_factors: Floats
    item_factors: Floats

    def fit(self, user_items: Sparse, *, show_progress: bool) -> None: ...


def als(liked: Sparse, **settings: Any) -> Factors:  # noqa: ANN401 - the library's own
    """Alternating least squares, fitted."""
    with import_module("threadpoolctl").threadpool_limits(1):
        return _fitted(import_module("implicit.cpu.als").AlternatingLeastSquares, liked, settings)


def bpr(liked: Sparse, **settings: Any) -> Factors:  # noqa: ANN401
    """Bayesian personalised ranking, fitted."""
    return _fitted(import_module("implicit.cpu.bpr").BayesianPersonalizedRanking, liked, settings)


def _fitted(kind: Callable[..., Factors], liked: Sparse, settings: Mapping[str, Any]) -> Factors:
    """On one thread, so that it can be repeated."""
    model = kind(num_threads=1, **settings)
    model.fit(liked, show_progress=False)
    return model

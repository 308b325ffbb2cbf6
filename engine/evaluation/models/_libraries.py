"""The factorisation libraries, with types: they have none, and are not always installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Protocol

from engine.columns.sparse import Sparse
from engine.evaluation.matrices import Floats


class Factors(Protocol):
    """Fitted by ``implicit``: rows of ``user_factors`` · rows of ``item_factors`` rank."""

    user_factors: Floats
    item_factors: Floats

    def fit(self, user_items: Sparse, *, show_progress: bool) -> None: ...


class Representations(Protocol):
    """Fitted by ``lightfm``."""

    def fit(self, interactions: object, *, item_features: Sparse | None, epochs: int, num_threads: int) -> object: ...
    def get_user_representations(self) -> tuple[Floats, Floats]: ...
    def get_item_representations(self, features: Sparse | None) -> tuple[Floats, Floats]: ...


def alternating(liked: Sparse, **settings: Any) -> Factors:  # noqa: ANN401 - the library's own
    """``implicit``'s alternating least squares, fitted."""
    return _fitted(import_module("implicit.cpu.als").AlternatingLeastSquares, liked, settings)


def pairwise(liked: Sparse, **settings: Any) -> Factors:  # noqa: ANN401
    """``implicit``'s Bayesian personalised ranking, fitted."""
    return _fitted(import_module("implicit.cpu.bpr").BayesianPersonalizedRanking, liked, settings)


def _fitted(kind: Callable[..., Factors], liked: Sparse, settings: Mapping[str, Any]) -> Factors:
    """On one thread, so that it can be repeated."""
    with import_module("threadpoolctl").threadpool_limits(1):
        model = kind(num_threads=1, **settings)
        model.fit(liked, show_progress=False)
    return model


def lightfm(**settings: Any) -> Representations:  # noqa: ANN401
    """A ``lightfm`` model."""
    return import_module("lightfm").LightFM(**settings)

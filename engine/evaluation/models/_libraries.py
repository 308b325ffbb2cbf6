"""The library *lightfm*, with types: it has none, and is not always installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from engine.columns.sparse import Sparse
from engine.evaluation.matrices import Floats


class Representations(Protocol):
    """Fitted by ``lightfm``."""

    def fit(self, interactions: object, *, item_features: Sparse | None, epochs: int, num_threads: int) -> object: ...
    def get_user_representations(self) -> tuple[Floats, Floats]: ...
    def get_item_representations(self, features: Sparse | None) -> tuple[Floats, Floats]: ...


def lightfm(**settings: Any) -> Representations:  # noqa: ANN401 - the library's own
    """A ``lightfm`` model."""
    return import_module("lightfm").LightFM(**settings)

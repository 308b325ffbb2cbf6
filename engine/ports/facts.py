"""Facts in columns, for whoever reads millions of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from engine.domain.interactions import Interaction

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FactColumns:
    """Some ``Interaction``s, [f] each."""

    viewer_ids: Sequence[str]
    item_ids: Sequence[str]
    kinds: Sequence[str]
    """Values of ``InteractionKind``."""
    at: Doubles
    """Seconds since 1970."""
    completion: Doubles
    """NaN where there is none."""
    rating: Doubles
    """NaN where there is none."""

    def __len__(self) -> int:
        return len(self.viewer_ids)

    @classmethod
    def of(cls, interactions: Iterable[Interaction]) -> FactColumns:
        """Of facts as they are."""
        rows = list(interactions)
        viewer_ids, item_ids, kinds, at, completion, rating = (
            tuple(map(attrgetter(name), rows))
            for name in ("viewer_id", "item_id", "kind", "at", "completion", "rating")
        )
        moments = np.fromiter((moment.timestamp() for moment in at), np.float64, len(rows))
        return cls(viewer_ids, item_ids, kinds, moments, doubles(completion), doubles(rating))


def doubles(values: Sequence[float | None]) -> Doubles:
    """Numbers, NaN where there is none."""
    return np.array(values, np.float64)

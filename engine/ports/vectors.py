"""Where vectors are kept between starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class VectorStore(Protocol):
    """A durable store of one vector per item and model."""

    async def put(self, model: str, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store or replace; ``digests`` tell which text each vector was made from."""
        ...

    async def digests(self, model: str) -> Mapping[str, str]:
        """Item id to digest of everything stored for ``model``."""
        ...

    async def load(self, model: str, ids: Sequence[str], dimensions: int) -> NDArray[np.float32]:
        """One row per id; rows of zeros for ids that are not stored."""
        ...

    async def forget(self, model: str, ids: Sequence[str] | None = None) -> None:
        """Remove vectors; all of the model's when ``ids`` is None."""
        ...

    async def close(self) -> None: ...

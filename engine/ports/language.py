"""Turning text into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """A sentence model. Vectors of different ``name`` must never be compared."""

    @property
    def name(self) -> str:
        """Model and version, e.g. ``minilm-l6-v2-int8``; part of every stored vector's key."""
        ...

    @property
    def dimensions(self) -> int: ...

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), dimensions). Raises SourceUnavailable."""
        ...

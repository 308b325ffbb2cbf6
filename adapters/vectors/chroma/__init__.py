"""Vectors in Chroma, embedded or on a server."""

from __future__ import annotations

from adapters.vectors.chroma.opening import open_vectors
from adapters.vectors.chroma.store import ChromaVectors

__all__ = ["ChromaVectors", "open_vectors"]

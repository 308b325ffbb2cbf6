"""Reads what Ollama answers; trusts nothing of it. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

WIDEST = 16_384


class BadAnswer(ValueError):
    """Not what the service's description promises."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model on the server; ``capabilities`` is None where an older server does not tell."""

    name: str
    digest: str
    capabilities: frozenset[str] | None


def find_model(answer: object, wanted: str) -> Model | None:
    """The model called ``wanted`` in the answer of ``/api/tags``; without a tag, ``latest`` is meant."""
    full = wanted if ":" in wanted.rpartition("/")[2] else f"{wanted}:latest"
    for entry in _entries(answer, "models"):
        if isinstance(entry, dict):
            record = cast("dict[str, Any]", entry)
            if full in {record.get("name"), record.get("model")}:
                return _model(full, record)
    return None


def _model(name: str, record: dict[str, Any]) -> Model:
    digest, told = record.get("digest"), record.get("capabilities")
    capabilities = frozenset(str(entry) for entry in cast("list[object]", told)) if isinstance(told, list) else None
    return Model(name, digest if isinstance(digest, str) else "", capabilities)


def read_vectors(answer: object, count: int) -> NDArray[np.float32]:
    """The vectors of ``/api/embed``, made unit length. Raises BadAnswer unless they are ``count`` finite ones."""
    rows = _entries(answer, "embeddings")
    if len(rows) != count:
        raise BadAnswer(f"{len(rows)} vectors for {count} texts")
    vectors = np.array([_row(row) for row in rows], dtype=np.float64)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.divide(vectors, lengths, where=lengths > 0, out=np.zeros_like(vectors)).astype(np.float32)


def _row(row: object) -> list[float]:
    if not isinstance(row, list) or not 1 <= len(cast("list[object]", row)) <= WIDEST:
        raise BadAnswer("a vector is no list of numbers")
    numbers: list[float] = []
    for number in cast("list[object]", row):
        if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
            raise BadAnswer("a vector holds something that is no number")
        numbers.append(float(number))
    return numbers


def _entries(answer: object, field: str) -> list[object]:
    entries = cast("dict[str, object]", answer).get(field) if isinstance(answer, dict) else None
    if not isinstance(entries, list):
        raise BadAnswer(f"no {field}")
    return cast("list[object]", entries)

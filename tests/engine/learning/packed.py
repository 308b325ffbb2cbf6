"""Small models to pack, and ways to spoil them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.domain.items import MediaType
from engine.learning.manifest import Reference
from engine.learning.packing import Contents, seal
from engine.ports.models import Manifest, ModelKind

MANIFEST = Manifest(
    kind=ModelKind.HOUSEHOLD,
    created_at=datetime(2026, 11, 21, 10, 45, tzinfo=UTC),
    product="0.1.0",
    source="household",
    fingerprint="ab" * 32,
    people=3,
    meetings=40,
    titles=2,
    metrics={"ndcg@10": 0.25},
)
PUBLIC = replace(MANIFEST, kind=ModelKind.PUBLIC, source="ratings")
TITLES = (
    Reference("movie:movielens:1", MediaType.MOVIE, "Toy Story", 1995, 862, "tt0114709"),
    Reference("movie:movielens:2", MediaType.MOVIE, "Jumanji", 1995, None, None),
)


@dataclass(frozen=True)
class Table:
    """Stands where a learned model does: arrays and facts, and a rule that holds between them."""

    weights: NDArray[np.float32] = field(default_factory=lambda: np.arange(4, dtype=np.float32).reshape(2, 2))
    ids: tuple[str, ...] = ("movie:1", "movie:2")

    def arrays(self) -> Mapping[str, NDArray[np.generic]]:
        return {"weights": self.weights}

    def facts(self) -> Mapping[str, object]:
        return {"ids": list(self.ids)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], facts: Mapping[str, object]) -> Self:
        ids = facts["ids"]
        if arrays["weights"].shape != (len(ids), len(ids)):  # pyright: ignore[reportArgumentType] - that is the test
            raise ValueError("weights do not fit the titles")
        return cls(np.asarray(arrays["weights"], np.float32), tuple(ids))  # pyright: ignore[reportArgumentType]


def contents(manifest: Manifest = MANIFEST, **arrays: NDArray[np.generic]) -> Contents:
    return Contents(manifest, {"weights": Table().weights, **arrays}, Table().facts())


def sealed(members: Mapping[str, bytes], *, compression: int = zipfile.ZIP_STORED) -> bytes:
    """A file of any members with a seal that is right: what someone could make on purpose."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        archive.comment = b"sha256:" + b"0" * 64
    return resealed(file.getvalue())


def resealed(data: bytes) -> bytes:
    return data[:-64] + sha256(data[:-64]).hexdigest().encode()


def members_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def at(minute: int, kind: ModelKind = ModelKind.HOUSEHOLD, **changes: object) -> bytes:
    """A packed model that was learned at that minute."""
    created_at = datetime(2026, 1, 1 + minute // 1440, minute // 60 % 24, minute % 60, tzinfo=UTC)
    return seal(contents(replace(MANIFEST, kind=kind, created_at=created_at, **changes)))  # pyright: ignore[reportArgumentType]

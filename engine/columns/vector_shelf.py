"""The stored vectors, as rows for a catalogue: read once, then kept up from what was embedded since."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.vectors import ItemVectors, item_vectors, unit_rows
from engine.ports.vectors import VectorStore

PAGE = 4_096
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Model:
    """Vectors of different models must never be compared."""

    name: str
    dimensions: int


class VectorShelf:
    """Knows which vectors are stored, and turns them into the rows of a catalogue."""

    def __init__(self, store: VectorStore) -> None:
        self._store = store
        self._digests: dict[str, dict[str, str]] = {}
        self._fresh: set[str] = set()
        self._projected = 0

    async def digests(self, model: Model) -> Mapping[str, str]:
        """Item id to the digest of the text its stored vector was made from. Raises SourceUnavailable."""
        if model.name not in self._digests:
            self._digests[model.name] = dict(await self._store.digests(model.name))
        return self._digests[model.name]

    async def put(self, model: Model, ids: Sequence[str], digests: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store vectors; the next ``rows`` has them."""
        await self.digests(model)
        await self._store.put(model.name, ids, digests, unit_rows(vectors))
        self._digests[model.name].update(zip(ids, digests, strict=True))
        self._fresh.update(ids)

    async def forget(self, model: Model) -> None:
        """Remove all vectors of a model."""
        await self._store.forget(model.name)
        self._digests.pop(model.name, None)

    async def rows(self, model: Model, ids: tuple[str, ...], before: Catalogue) -> ItemVectors | None:
        """Vectors for ``ids``; rows that ``before`` holds already are taken from there. None while there is none."""
        stored = await self.digests(model)
        held = before.vectors if before.vectors is not None and before.vectors.model == model.name else None
        fresh, self._fresh = self._fresh, set()
        try:
            full, missing = await asyncio.to_thread(_held_rows, ids, before, held, (model, stored, fresh))
            if held is not None and not missing and ids == before.ids:
                return held
            for start in range(0, len(missing), PAGE):
                places = missing[start : start + PAGE]
                page = await self._store.load(model.name, [ids[place] for place in places], model.dimensions)
                full[places] = await asyncio.to_thread(unit_rows, page)
        except BaseException:
            self._fresh |= fresh
            raise
        return await asyncio.to_thread(self._reduced, model, full, held)

    async def held(self, model: Model, ids: tuple[str, ...], before: Catalogue) -> ItemVectors | None:
        """What ``before`` holds of it, without asking the store."""
        vectors = before.vectors
        if vectors is None or vectors.model != model.name:
            return None
        full, _ = await asyncio.to_thread(_held_rows, ids, before, vectors, (model, NOTHING, frozenset[str]()))
        return await asyncio.to_thread(self._reduced, model, full, vectors)

    def _reduced(self, model: Model, full: NDArray[np.float16], held: ItemVectors | None) -> ItemVectors | None:
        count = int(np.count_nonzero(full.any(axis=1)))
        if not count:
            return None
        keep = held is not None and self._projected <= count < 2 * self._projected
        if not keep:
            self._projected = count
        return item_vectors(model.name, full, held.projection if keep and held else None)


def _held_rows(
    ids: tuple[str, ...],
    before: Catalogue,
    held: ItemVectors | None,
    stored: tuple[Model, Mapping[str, str], AbstractSet[str]],
) -> tuple[NDArray[np.float16], list[int]]:
    """Rows filled from what is held, and the places that have to be loaded."""
    model, digests, fresh = stored
    full = np.zeros((len(ids), model.dimensions), np.float16)
    if held is None:
        return full, [place for place, item_id in enumerate(ids) if item_id in digests]
    rows = np.array([before.index.get(item_id, -1) for item_id in ids], np.int64)
    known = np.flatnonzero(rows >= 0)
    full[known] = held.full[rows[known]]
    present = np.zeros(len(ids), np.bool_)
    present[known] = held.present[rows[known]]
    missing = [
        place for place, item_id in enumerate(ids) if item_id in fresh or (item_id in digests and not present[place])
    ]
    return full, missing

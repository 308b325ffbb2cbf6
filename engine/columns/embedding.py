"""Gives every title a vector, a few at a time, so that it can stop anywhere and go on later."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from engine.columns.text import digest_of, text_of
from engine.columns.vector_shelf import Model, VectorShelf
from engine.domain.items import Item
from engine.errors import SourceUnavailable
from engine.ports.language import Embedder
from engine.ports.storage import Storage

BATCH = 64


class Embedding:
    """Finds titles without a vector, or with one of an older text, and embeds them."""

    def __init__(self, *, storage: Storage, shelf: VectorShelf, embedder: Embedder) -> None:
        self._storage, self._shelf, self._embedder = storage, shelf, embedder

    @property
    def model(self) -> Model:
        return Model(self._embedder.name, self._embedder.dimensions)

    async def outdated(self) -> tuple[list[str], int]:
        """Ids of the items to embed, in id order, and the number of items in all."""
        digests = await self._shelf.digests(self.model)
        found: list[str] = []
        total = 0
        async with self._storage.unit() as unit:
            async for items in unit.items.stream():
                total += len(items)
                found += await asyncio.to_thread(_outdated, items, digests)
        return found, total

    async def embed(self, ids: Sequence[str]) -> None:
        """Embed one batch and store it; what was stored stays, whatever happens next. Raises SourceUnavailable."""
        async with self._storage.unit() as unit:
            items = await unit.items.get_many(ids)
        chosen = [items[item_id] for item_id in ids if item_id in items]
        if not chosen:
            return
        vectors = await self._embedder.embed([text_of(item) for item in chosen])
        if vectors.shape != (len(chosen), self._embedder.dimensions):
            raise SourceUnavailable("embedder-answers-wrongly", model=self._embedder.name)
        digests = [digest_of(item) for item in chosen]
        await self._shelf.put(self.model, [item.id for item in chosen], digests, vectors)


def _outdated(items: Sequence[Item], digests: Mapping[str, str]) -> list[str]:
    return [item.id for item in items if digests.get(item.id) != digest_of(item)]

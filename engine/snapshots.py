"""Keeps the current catalogue: built in the background, swapped in one step, so that readers never wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from engine.catalogue import Catalogue
from engine.columns.build import CatalogueBuilder, empty_catalogue, popularity_column
from engine.columns.embedding import BATCH, Embedding
from engine.columns.vector_shelf import Model, VectorShelf
from engine.columns.vectors import ItemVectors
from engine.errors import SourceUnavailable
from engine.ports.language import Embedder
from engine.ports.storage import Storage, UnitOfWork
from engine.ports.vectors import VectorStore
from engine.search.titles import TitleIndex

MODEL, DIMENSIONS = "embedding.model", "embedding.dimensions"
"""Names under which storage remembers whose vectors answer."""
REFRESH_EVERY = 4_000
Swapped = Callable[[Catalogue], None]


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """What depends on the items alone, and need not be built again while they stay."""

    revision: int
    catalogue: Catalogue
    titles: TitleIndex


class Snapshots:
    """The catalogue of now: ``refresh`` it after items changed, ``embed_missing`` in the background."""

    def __init__(self, *, storage: Storage, vectors: VectorStore, embedder: Embedder) -> None:
        self._storage = storage
        self._shelf = VectorShelf(vectors)
        self._work = Embedding(storage=storage, shelf=self._shelf, embedder=embedder)
        self._current = empty_catalogue()
        self._columns: _Columns | None = None
        self._titles = TitleIndex.build(())
        self._building, self._embedding = asyncio.Lock(), asyncio.Lock()
        self._callbacks: list[Swapped] = []
        self._trouble: SourceUnavailable | None = None

    @property
    def current(self) -> Catalogue:
        """The catalogue; empty before the first refresh."""
        return self._current

    @property
    def titles(self) -> TitleIndex:
        """Titles and names of the same items."""
        return self._titles

    @property
    def embedded_share(self) -> float:
        """Share of the items that have a vector to answer with, 0–1."""
        vectors = self._current.vectors
        return vectors.embedded / max(len(self._current), 1) if vectors is not None else 0.0

    @property
    def trouble(self) -> SourceUnavailable | None:
        """Why the vectors could not be read at the last refresh, if they could not."""
        return self._trouble

    def on_swap(self, callback: Swapped) -> None:
        """Have ``callback`` called with every new catalogue, right after the swap."""
        self._callbacks.append(callback)

    async def refresh(self, *, anew: bool = False) -> Catalogue:
        """Build from storage what changed, and swap. One build at a time; the rest of the process goes on.

        ``anew``: as after a start, with no vectors taken over, nor the directions of those that are gone.
        """
        async with self._building:
            async with self._storage.unit() as unit:
                columns = await self._read(unit)
                finishes = await unit.interactions.finish_counts()
                kept = await _kept_model(unit)
            before = empty_catalogue() if anew else self._current
            vectors = await self._vectors(kept, columns.catalogue.ids, before)
            catalogue = await asyncio.to_thread(_finished, columns, finishes, vectors)
            self._columns, self._current, self._titles = columns, catalogue, columns.titles
        for callback in self._callbacks:
            callback(catalogue)
        return catalogue

    async def embed_missing(self, progress: Callable[[int, int], None] | None = None) -> bool:
        """Embed what has no vector, or one of an older text; ``progress(done, all)`` after every batch.

        Says whether there was anything.

        Stop it anywhere: it goes on from there. While the vectors of another model are made, the old ones answer
        until the new set is complete. Raises SourceUnavailable when embedder or vector store fail.
        """
        async with self._embedding:
            await self._claim()
            any_missing, since_refresh = False, 0
            while (outdated := await self._work.outdated())[0]:
                ids, total = outdated
                done = total - len(ids)
                for start in range(0, len(ids), BATCH):
                    batch = ids[start : start + BATCH]
                    await self._work.embed(batch)
                    any_missing, done, since_refresh = True, done + len(batch), since_refresh + len(batch)
                    if progress is not None:
                        progress(done, total)
                    if since_refresh >= REFRESH_EVERY and self._answers():
                        since_refresh = 0
                        await self.refresh()
                    # neither embedder nor store need have waited for anything
                    await asyncio.sleep(0)
            await self._take_over(changed=since_refresh > 0)
        return any_missing

    async def _claim(self) -> None:
        """Note whose vectors answer, so that a later model knows whom it replaces."""
        async with self._storage.unit() as unit:
            if await _kept_model(unit) is None:
                await _keep_model(unit, self._work.model)

    async def _take_over(self, *, changed: bool) -> None:
        """Let the complete set answer, and remove the one it replaces."""
        async with self._storage.unit() as unit:
            old = await _kept_model(unit)
            await _keep_model(unit, self._work.model)
        replaced = old is not None and old.name != self._work.model.name
        if changed or replaced or not self._answers():
            await self.refresh()
        if old is not None and replaced:
            await self._shelf.forget(old)

    def _answers(self) -> bool:
        """Whether the vectors in use, if any, are of the embedder's model."""
        vectors = self._current.vectors
        return vectors is None or vectors.model == self._work.model.name

    async def _read(self, unit: UnitOfWork) -> _Columns:
        revision = await unit.items.revision()
        if self._columns is not None and self._columns.revision == revision:
            return self._columns
        builder, titles = CatalogueBuilder(), TitleIndex.builder()
        async for items in unit.items.stream():
            await asyncio.to_thread(builder.add, items)
            await asyncio.to_thread(titles.add, items)
        catalogue = await asyncio.to_thread(builder.finish, str(revision))
        return _Columns(revision, catalogue, await asyncio.to_thread(titles.finish))

    async def _vectors(self, kept: Model | None, ids: tuple[str, ...], before: Catalogue) -> ItemVectors | None:
        """Rows of the model that answers; those in memory only, where the store cannot be read."""
        model = kept or self._work.model
        try:
            if model.name != self._work.model.name and not await self._shelf.digests(model):
                model = self._work.model
            vectors = await self._shelf.rows(model, ids, before)
        except SourceUnavailable as error:
            self._trouble = error
            return await self._shelf.held(model, ids, self._current)
        self._trouble = None
        return vectors


def _finished(columns: _Columns, finishes: Mapping[str, int], vectors: ItemVectors | None) -> Catalogue:
    popularity = popularity_column(columns.catalogue.ids, finishes)
    state = crc32(popularity.tobytes())
    if vectors is not None:
        state = crc32(vectors.reduced.data, crc32(vectors.model.encode(), state))
    version = f"{columns.revision}-{state:08x}"
    return replace(columns.catalogue, version=version, popularity=popularity, vectors=vectors)


async def _kept_model(unit: UnitOfWork) -> Model | None:
    name, dimensions = await unit.values.get(MODEL), await unit.values.get(DIMENSIONS)
    return Model(name, int(dimensions)) if name and dimensions and dimensions.isdecimal() else None


async def _keep_model(unit: UnitOfWork, model: Model) -> None:
    await unit.values.put(MODEL, model.name)
    await unit.values.put(DIMENSIONS, str(model.dimensions))

"""The titles of a public model as a catalogue, with the vectors of their descriptions, which are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack

from bot import outside
from bot.evaluating.side_by_side import SideBySide
from bot.settings import Settings
from engine.catalogue import Catalogue
from engine.domain.items import Item
from engine.snapshots import Snapshots
from engine.testing.memory import MemoryStorage

VECTORS = "evaluation"
"""Folder in the data directory for the vectors of public titles, the same that evaluations use."""


async def described(items: Iterable[Item], settings: Settings, tell: Callable[[int, int], None]) -> Catalogue:
    """The catalogue of ``items``; ``tell`` hears how many of those that are to be described are done, first 0.

    Raises SourceUnavailable.
    """
    kept = settings.model_copy(update={"data_dir": settings.data_dir / VECTORS, "chroma_url": None})
    async with AsyncExitStack() as stack:
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(kept)
        stack.push_async_callback(vectors.close)
        storage = MemoryStorage()
        async with storage.unit() as unit:
            await unit.items.upsert(tuple(items))
        snapshots = Snapshots(storage=storage, vectors=vectors, embedder=SideBySide(embedder))
        titles = len(await snapshots.refresh())
        known = round(titles * snapshots.embedded_share)
        tell(0, titles - known)
        if await snapshots.embed_missing(lambda done, _: tell(max(done - known, 0), titles - known)):
            await snapshots.refresh(anew=True)  # the same as where all were described before
        return snapshots.current

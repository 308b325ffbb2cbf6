"""Learns a public model from files: titles and figures for households that are too small to be a crowd."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from bot import outside
from bot.evaluating.notes import Note
from bot.settings import Settings
from bot.training.gathering import fingerprint
from bot.training.reading import PublicData
from bot.training.training import product_version
from bot.training.work import Progress, learned_from
from engine.catalogue import Catalogue
from engine.domain.items import Item
from engine.errors import InvalidQuery
from engine.learning.log import Log
from engine.learning.manifest import Reference
from engine.learning.packing import pack
from engine.learning.recognising import reference_of
from engine.ports.models import Manifest, ModelKind
from engine.snapshots import Snapshots
from engine.testing.memory import MemoryStorage

VECTORS = "evaluation"
"""Folder in the data directory for the vectors of public titles, the same that evaluations use."""
SEED = 7
RATINGS, SIMILAR = "ratings", "similar"
"""Sources: what people rated, or lists that a catalogue gives."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A public model, ready to be kept or passed on."""

    packed: bytes
    manifest: Manifest
    groups: int
    """People, or lists, it was learned from."""
    skipped: int
    """Ratings of titles that were not described."""
    notes: tuple[Note, ...] = ()
    """What was odd about the files."""


async def learn_public(
    read: Callable[[float], PublicData],
    source: str,
    settings: Settings,
    progress: Progress,
    *,
    expect: Callable[[Sequence[Reference]], Awaitable[None]] | None = None,
) -> Learned:
    """Learn from what ``read`` gives, told the time; ``expect`` is told the titles before that takes minutes.

    Raises what these raise, and InvalidQuery("training-nothing").
    """
    clock, _ = outside.system_clock_and_ids()
    now = clock.now()
    progress("gathering", 0.0)
    data = await asyncio.to_thread(read, now.timestamp())
    if not len(data.log):
        raise InvalidQuery("training-nothing")
    if expect is not None:
        met = np.bincount(data.log.item, minlength=len(data.log.items)) > 0
        known = {item_id for item_id, here in zip(data.log.items, met.tolist(), strict=True) if here}
        await expect([reference_of(item) for item in data.items if item.id in known])
    catalogue = await described(data.items, settings)
    manifest = await asyncio.to_thread(_manifest, data.log, source, now)
    packed = await asyncio.to_thread(_packed, data, catalogue, manifest, progress)
    return Learned(packed, manifest, len(data.log.people), data.skipped, data.notes)


async def described(items: Iterable[Item], settings: Settings) -> Catalogue:
    """The titles as a catalogue, with the vectors of their descriptions."""
    kept = settings.model_copy(update={"data_dir": settings.data_dir / VECTORS, "chroma_url": None})
    async with AsyncExitStack() as stack:
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(kept)
        stack.push_async_callback(vectors.close)
        storage = MemoryStorage()
        async with storage.unit() as unit:
            await unit.items.upsert(tuple(items))
        snapshots = Snapshots(storage=storage, vectors=vectors, embedder=embedder)
        await snapshots.refresh()
        await snapshots.embed_missing()
        return snapshots.current


def _manifest(log: Log, source: str, now: datetime) -> Manifest:
    return Manifest(
        kind=ModelKind.PUBLIC,
        created_at=now,
        product=product_version(),
        source=source,
        fingerprint=fingerprint(log),
        people=len(log.people) if source == RATINGS else 0,
        meetings=len(log),
        titles=len(np.unique(log.item)),
    )


def _packed(data: PublicData, catalogue: Catalogue, manifest: Manifest, progress: Progress) -> bytes:
    from engine.learning.crowd import LISTS  # noqa: PLC0415
    from engine.learning.sharing import without_people  # noqa: PLC0415 - not before something is learned

    crowd = without_people(learned_from(data.log, catalogue, SEED, progress))
    if manifest.source == SIMILAR:
        crowd = replace(crowd, summary={**crowd.summary, LISTS: len(data.log.people)})
    by_id = {item.id: item for item in data.items}
    return pack(crowd, manifest, titles=tuple(reference_of(by_id[item_id]) for item_id in crowd.item_ids))

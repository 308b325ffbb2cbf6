"""Puts together what learns: for the running service, and for the shell."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot import outside
from bot.training.kept import KeptModels
from bot.training.training import Training
from engine.crowds import Crowds
from engine.snapshots import Snapshots

if TYPE_CHECKING:
    from bot.settings import Settings
    from engine.ports.clock import Clock
    from engine.ports.storage import Storage


@asynccontextmanager
async def training_over(
    settings: Settings, storage: Storage, snapshots: Snapshots, clock: Clock, *, answering: bool = True
) -> AsyncGenerator[Training]:
    """Training for a service; the models that were in use come back into service. ``kept.crowds`` is what answers.

    ``answering``: others wait for answers of this process.
    """
    kept = KeptModels(
        storage=storage, snapshots=snapshots, crowds=Crowds(snapshots), models=outside.open_models(settings)
    )
    training = Training(
        storage=storage,
        snapshots=snapshots,
        clock=clock,
        kept=kept,
        lists=settings.public_lists,
        answering=answering,
    )
    try:
        kept.start()
        yield training
    finally:
        await training.close()


@asynccontextmanager
async def open_training(settings: Settings) -> AsyncGenerator[Training]:
    """Training over the household's database, without what answers. Raises Misconfigured, SourceUnavailable."""
    clock, _ = outside.system_clock_and_ids()
    async with AsyncExitStack() as stack:
        storage = await outside.open_storage(settings)
        stack.push_async_callback(storage.close)
        embedder = await outside.open_embedder(settings)
        stack.push_async_callback(embedder.close)
        vectors = await outside.open_vectors(settings)
        stack.push_async_callback(vectors.close)
        snapshots = Snapshots(storage=storage, vectors=vectors, embedder=embedder)
        await snapshots.refresh()
        training = await stack.enter_async_context(training_over(settings, storage, snapshots, clock, answering=False))
        await training.kept.started()
        yield training

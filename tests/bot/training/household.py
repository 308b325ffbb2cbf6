"""A small generated household that learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from adapters.models import FileModels, open_models
from bot.training.kept import KeptModels
from bot.training.training import Training
from bot.training.work import Order, Outcome, Progress, learn_and_measure
from engine.crowds import Crowds
from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.snapshots import Snapshots
from engine.testing.clock import SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World

WORLD = World(Size(90, 11, shortest=10, longest=30))


async def learn_here(order: Order, progress: Progress) -> Outcome:
    """Without a process of its own: quicker, and its errors are seen."""
    return learn_and_measure(order, progress)


@dataclass
class Household:
    folder: Path
    items: Sequence[Item] = field(default_factory=lambda: [item for batch in WORLD.batches() for item in batch])
    viewers: Sequence[Viewer] = field(default_factory=WORLD.viewers)
    facts: Sequence[Interaction] = field(default_factory=lambda: list(WORLD.interactions()))

    async def open(self) -> Household:
        self.clock, self.storage = SteppedClock(), MemoryStorage()
        async with self.storage.unit() as unit:
            await unit.libraries.upsert(libraries())
            await unit.items.upsert(list(self.items))
            for viewer in self.viewers:
                await unit.viewers.add(viewer)
            await unit.interactions.add(list(self.facts))
        await self.restart()
        return self

    async def restart(self) -> None:
        """A new process over the same storage and files."""
        self.snapshots = Snapshots(storage=self.storage, vectors=MemoryVectors(), embedder=WordEmbedder())
        await self.snapshots.refresh()
        self.models: FileModels = open_models(self.folder)
        self.crowds = Crowds(self.snapshots)
        self.kept = KeptModels(
            storage=self.storage, snapshots=self.snapshots, crowds=self.crowds, models=self.models
        )  # fmt: skip
        self.kept.start()
        await self.kept.started()
        self.training = Training(
            storage=self.storage, snapshots=self.snapshots, clock=self.clock, kept=self.kept, learn=learn_here
        )

    async def more(self, *facts: Interaction) -> None:
        async with self.storage.unit() as unit:
            await unit.interactions.add(facts)

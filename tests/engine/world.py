"""A service in memory: storage, snapshots, profiles and intake around the small shelf of films."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.items import Item
from engine.domain.viewers import Viewer
from engine.intake import Intake
from engine.profiles import Profiles
from engine.snapshots import Snapshots
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.engine.taste.world import ANNA, FILMS, NOW, film

BEN = Viewer("ben", "Ben", library_ids=frozenset({"films"}))


@dataclass
class Service:
    storage: MemoryStorage = field(default_factory=MemoryStorage)
    vectors: MemoryVectors = field(default_factory=MemoryVectors)
    clock: SteppedClock = field(default_factory=lambda: SteppedClock(NOW))
    capacity: int = 2_000

    def __post_init__(self) -> None:
        self.embedder = WordEmbedder()
        self.snapshots = Snapshots(storage=self.storage, vectors=self.vectors, embedder=self.embedder)
        self.profiles = Profiles(storage=self.storage, snapshots=self.snapshots, capacity=self.capacity)
        self.intake = Intake(
            storage=self.storage, profiles=self.profiles, snapshots=self.snapshots, clock=self.clock, ids=CountedIds()
        )

    async def add(self, *items: Item) -> None:
        async with self.storage.unit() as unit:
            await unit.items.upsert(items)

    async def open(self, *, embed: bool = False) -> Service:
        """With films, Anna and Ben."""
        await self.add(*(film(number) for number in range(FILMS)))
        async with self.storage.unit() as unit:
            await unit.viewers.add(ANNA)
            await unit.viewers.add(BEN)
        await self.snapshots.refresh()
        if embed:
            await self.snapshots.embed_missing()
        return self

"""A recommender over a random household, with everything but the network and the disk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from engine.domain.interactions import Hiding, Interaction
from engine.domain.items import Item
from engine.domain.query import Query
from engine.domain.slate import Slate
from engine.domain.viewers import Viewer
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.households import NOW, OPEN, Household, household, watch
from engine.testing.memory import MemoryStorage
from engine.testing.vectors import MemoryVectors, WordEmbedder
from engine.weights import Weights

NEWCOMER, LOCKED_OUT = Viewer("newcomer", "Newcomer", library_ids=frozenset({OPEN})), Viewer("nobody", "Nobody")

WORDS = WordEmbedder()
"""Remembers the directions of words for all homes."""


@cache
def usual() -> Household:
    """Drawn once; nothing in it changes."""
    return household(3)


@dataclass
class Home:
    """Storage, snapshots, profiles and a recommender around one household."""

    of: Household = field(default_factory=usual)
    weights: Weights | None = None
    storage: MemoryStorage = field(default_factory=MemoryStorage)
    clock: SteppedClock = field(default_factory=lambda: SteppedClock(NOW))
    embedder: WordEmbedder = WORDS

    async def open(self, *, embed: bool = True) -> Home:
        async with self.storage.unit() as unit:
            await unit.items.upsert(self.of.items)
            for viewer in (self.of.viewer, NEWCOMER, LOCKED_OUT):
                await unit.viewers.add(viewer)
                await unit.viewers.set_access(viewer.id, viewer.library_ids)
            await unit.interactions.add(self.of.interactions)
            await unit.interactions.add(self._crowd())
        self.snapshots = Snapshots(storage=self.storage, vectors=MemoryVectors(), embedder=self.embedder)
        await self.snapshots.refresh()
        if embed:
            await self.snapshots.embed_missing()
        self.profiles = Profiles(storage=self.storage, snapshots=self.snapshots)
        self.recommender = self.restarted()
        return self

    def _crowd(self) -> list[Interaction]:
        """Five others here, who each finished every other title from a different start."""
        return [
            replace(watch(number, item.id, 1.0, days_ago=9, viewer_id=f"other-{other}"), id=f"other-{other}-{number}")
            for other in range(5)
            for number, item in enumerate(self.of.items)
            if number % (other + 2) == 0
        ]

    def restarted(self) -> Recommender:
        """A recommender that remembers nothing."""
        return Recommender(
            storage=self.storage,
            snapshots=self.snapshots,
            profiles=self.profiles,
            embedder=self.embedder,
            clock=self.clock,
            ids=CountedIds(),
            weights=self.weights,
        )

    async def ask(self, mode: str = "tonight", viewer_id: str = "ada", **asked: object) -> Slate:
        return await self.recommender.recommend(Query(viewer_id, mode, **asked))  # type: ignore[arg-type]

    async def did(self, *facts: Interaction) -> None:
        async with self.storage.unit() as unit:
            await unit.interactions.add(facts)
        self.profiles.drop("ada")

    async def hide(self, item_id: str, viewer_id: str = "ada") -> None:
        now = self.clock.now()
        async with self.storage.unit() as unit:
            await unit.hidings.put(Hiding(viewer_id, item_id, now, now.replace(month=now.month + 4)))

    async def add(self, *items: Item) -> None:
        async with self.storage.unit() as unit:
            await unit.items.upsert(items)
        await self.snapshots.refresh()
        await self.snapshots.embed_missing()


def ids(slate: Slate) -> list[str]:
    return [pick.item_id for pick in slate.picks]

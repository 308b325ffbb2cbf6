"""The whole engine over a generated world, with nothing left to warm up."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import outside
from bot.bench._bench import say
from bot.settings import Settings
from engine.crowds import Crowds
from engine.domain.viewers import Viewer
from engine.intake import Intake
from engine.ports.language import Embedder
from engine.ports.models import ModelKind
from engine.ports.storage import Storage
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.testing.clock import CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.standing import StandingSnapshots
from engine.testing.vectors import WordEmbedder
from engine.testing.world_people import libraries
from engine.testing.worlds import Size, World


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """A generated world, and the engine that answers from it."""

    world: World
    viewers: tuple[Viewer, ...]
    storage: Storage
    snapshots: StandingSnapshots
    profiles: Profiles
    recommender: Recommender
    crowds: Crowds
    intake: Intake
    clock: SteppedClock


@asynccontextmanager
async def open_house(size: Size, *, storage: str, sentences: bool = False) -> AsyncGenerator[House]:
    """``storage`` is ``memory`` or ``sqlite``; ``sentences``: with the sentence model that the settings ask for."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="recommendarr-bench-")))
        settings = Settings().model_copy(update={"data_dir": folder, "database_url": None, "chroma_url": None})
        embedder: Embedder = WordEmbedder()
        if sentences:
            model = await outside.open_embedder(settings)
            stack.push_async_callback(model.close)
            await model.warm()
            embedder = model
        store: Storage = MemoryStorage() if storage == "memory" else await outside.open_storage(settings)
        stack.push_async_callback(store.close)
        yield await _built(size, store, embedder)


async def _built(size: Size, storage: Storage, embedder: Embedder) -> House:
    say(f"making a world of {size.items:,} titles …")
    world = World(size)
    catalogue, titles = world.snapshot(model=embedder.name)
    snapshots = StandingSnapshots(catalogue, titles)
    say(f"making {size.people:,} histories …")
    viewers = await moved_in(world, storage)
    clock, ids = SteppedClock(), CountedIds()
    profiles, crowds = Profiles(storage=storage, snapshots=snapshots), Crowds(snapshots)
    return House(
        world=world,
        viewers=viewers,
        storage=storage,
        snapshots=snapshots,
        profiles=profiles,
        recommender=Recommender(
            storage=storage,
            snapshots=snapshots,
            profiles=profiles,
            embedder=embedder,
            clock=clock,
            ids=ids,
            crowds=crowds,
        ),
        crowds=crowds,
        intake=Intake(storage=storage, profiles=profiles, snapshots=snapshots, clock=clock, ids=ids),
        clock=clock,
    )


async def learn_from_all(house: House, seed: int) -> int:
    """Learn from everybody's history and put that into service; how many meetings it was learned from."""
    from bot.training.gathering import gather  # noqa: PLC0415 - only who asks for it pays for it
    from bot.training.work import learned_from, no_progress  # noqa: PLC0415

    catalogue = house.snapshots.current
    say("learning from everybody …")
    log = await gather(house.storage, catalogue.ids, house.clock.now())
    crowd = learned_from(log, catalogue, seed, no_progress)
    await house.crowds.put(ModelKind.HOUSEHOLD, "bench", crowd)
    return len(log)


async def moved_in(world: World, storage: Storage) -> tuple[Viewer, ...]:
    """Everyone with their history, in ``storage``."""
    async with storage.unit() as unit:
        await unit.libraries.upsert(libraries())
    viewers = world.viewers()
    for number, viewer in enumerate(viewers):
        async with storage.unit() as unit:
            await unit.viewers.add(viewer)
            await unit.viewers.set_access(viewer.id, viewer.library_ids)
            await unit.interactions.add(world.history(number))
    return viewers

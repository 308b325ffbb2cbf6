"""A planned household in storage, and the running service over it; with all there is, or without what is closed."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from bot.dispatcher import Dispatcher
from bot.i18n import Translations
from bot.services import Services
from bot.settings import Settings
from bot.vocabulary import Account, Answer, Invocation, Press, Room
from engine.domain.records import Identity
from engine.domain.slate import Slate
from engine.domain.viewers import Viewer
from engine.intake import Intake
from engine.profiles import Profiles
from engine.recommender import Recommender
from engine.snapshots import Snapshots
from engine.testing.clock import START, CountedIds, SteppedClock
from engine.testing.memory import MemoryStorage
from engine.testing.memory_items import ItemRows
from engine.testing.table import Table
from engine.testing.vectors import MemoryVectors, WordEmbedder
from tests.properties.plans import Plan

LOCALES = Path(__file__).parents[2] / "locales"
EMBEDDER = WordEmbedder(dimensions=48)


@cache
def texts() -> Translations:
    """The languages as shipped; a missing text fails the test."""
    return Translations(LOCALES, strict=True)


async def settled(plan: Plan) -> MemoryStorage:
    """Storage that holds the plan, with everybody's access as it was at first."""
    storage = MemoryStorage()
    async with storage.unit() as unit:
        await unit.libraries.upsert(plan.libraries)
        await unit.items.upsert(list(plan.items.values()))
        for viewer in plan.viewers:
            await unit.viewers.add(viewer)
            await unit.viewers.set_access(viewer.id, plan.before[viewer.id])
            await unit.viewers.link(Identity("chat", viewer.id, viewer.id))
        await unit.interactions.add(plan.facts)
        for hiding in plan.hidings:
            await unit.hidings.put(hiding)
        for viewer_id, name, item_id in plan.listed:
            await unit.watchlists.add_item(viewer_id, name, item_id, START)
    return storage


def copied(storage: MemoryStorage) -> MemoryStorage:
    """The same rows in a storage of their own."""
    twin = MemoryStorage()
    twin._rows = _copied(storage._rows)
    return twin


def _copied(rows: Any) -> Any:
    """Tables are copied, the rows in them never change."""
    if isinstance(rows, Table):
        twin = Table[Any, Any]()
        twin._rows = dict(rows._rows)
        return twin
    if isinstance(rows, dict):
        return {key: _copied(value) for key, value in rows.items()}
    if not is_dataclass(rows) or isinstance(rows, type):
        return rows
    return replace(rows, **{one.name: _copied(getattr(rows, one.name)) for one in fields(rows)})


async def without_closed(storage: MemoryStorage, plan: Plan, viewer: Viewer) -> MemoryStorage:
    """The same storage, where nothing exists that is closed to ``viewer``: no title and no shelf."""
    closed = plan.closed_to(viewer)
    left = copied(storage)
    left._rows = replace(left._rows, items=ItemRows())
    async with left.unit() as unit:
        await unit.libraries.upsert([one for one in plan.libraries if one.id in viewer.library_ids])
        open_items = [one for one in plan.items.values() if one.id not in closed]
        await unit.items.upsert([replace(one, library_ids=one.library_ids & viewer.library_ids) for one in open_items])
    return left


@dataclass(slots=True)
class House:
    """A running service over a storage, and ways to talk to it."""

    services: Services
    storage: MemoryStorage
    gateway: Dispatcher
    updates: int = 0
    slates: set[str] = field(default_factory=set[str])

    async def say(self, line: str, who: str) -> Answer:
        self.updates += 1
        account = Account("chat", who)
        command, _, rest = line.removeprefix("/").partition(" ") if line.startswith("/") else ("mood", "", line)
        said = Invocation(f"u{self.updates}", account, Room("r"), command, rest, START)
        return await self.gateway.invoke(said)

    async def press(self, token: str, who: str) -> Answer:
        self.updates += 1
        return await self.gateway.press(Press(f"u{self.updates}", Account("chat", who), Room("r"), token, START))

    def new_slates(self, who: str) -> list[Slate]:
        """The slates that were stored for ``who`` since this was asked last."""
        known = self.storage._rows.records.slates.values()
        found = [one for one in known if one.query.viewer_id == who and one.id not in self.slates]
        self.slates.update(one.id for one in found)
        return found


async def open_house(storage: MemoryStorage, *, first_id: int = 0, ready: bool = True) -> House:
    """The engine and the conversation over ``storage``; ids count on from ``first_id``.

    ``ready``: with a catalogue of what is there now.
    """
    clock, ids = SteppedClock(), CountedIds()
    ids._count = first_id
    snapshots = Snapshots(storage=storage, vectors=MemoryVectors(), embedder=EMBEDDER)
    if ready:
        await snapshots.embed_missing()
        await snapshots.refresh()
    profiles = Profiles(storage=storage, snapshots=snapshots)
    recommender = Recommender(
        storage=storage, snapshots=snapshots, profiles=profiles, embedder=EMBEDDER, clock=clock, ids=ids
    )
    services = Services(
        settings=Settings(_env_file=None),
        storage=storage,
        snapshots=snapshots,
        profiles=profiles,
        recommender=recommender,
        intake=Intake(storage=storage, profiles=profiles, snapshots=snapshots, clock=clock, ids=ids),
        embedder=EMBEDDER,
        translations=texts(),
        clock=clock,
        ids=ids,
        page_url="http://127.0.0.1",
        demo=False,
    )
    return House(services, storage, Dispatcher(services))

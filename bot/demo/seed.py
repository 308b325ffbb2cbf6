"""Puts the demo household into an empty database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.demo import built_in
from bot.demo.people_file import DemoPerson, Sitting, household
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item
from engine.domain.records import Identity
from engine.domain.viewers import HistoryDepth, Viewer
from engine.ports.storage import Storage

TIME_ZONE = "Europe/Berlin"
CURRENT = "demo-viewer"
"""Name of the stored value that says who one is in the demo."""
_MADE_FROM = "demo-catalogue"
_DEVICES = ("Living room TV", "Tablet", "Bedroom TV")
_LONGEST_SHELVED = timedelta(days=45)


async def seed(storage: Storage, now: datetime) -> bool:
    """Make the household unless it is there and up to date; True when something was written."""
    digest = built_in.digest()
    async with storage.unit() as work:
        if await work.values.get(_MADE_FROM) == digest:
            return False
    items = built_in.items(now)
    people = household()
    async with storage.unit() as work:
        await work.libraries.upsert(built_in.LIBRARIES)
        await work.items.upsert(items)
        for person in people:
            if await work.viewers.get(person.id) is None:
                await work.viewers.add(_viewer(person))
            await work.viewers.set_access(person.id, person.libraries)
            await work.interactions.add(history(person, items, now))
        if await work.values.get(CURRENT) is None:
            await work.values.put(CURRENT, people[0].id)
            await work.viewers.link(Identity("console", "console", people[0].id))
        await work.values.put(_MADE_FROM, digest)
    return True


def history(person: DemoPerson, items: list[Item], now: datetime) -> list[Interaction]:
    """What ``person`` did, as interactions; titles that the catalogue does not carry are an error."""
    shelf: Mapping[tuple[str, int | None, bool], Item] = {
        (item.title, item.year, bool(item.library_ids & set(person.libraries))): item for item in items
    }
    found: list[Interaction] = []
    for number, sitting in enumerate(person.sittings):
        item = shelf.get((sitting.title, sitting.year, True))
        if item is None:
            raise LookupError(
                f"{person.name} watched {sitting.title} ({sitting.year}), which is on none of their shelves"
            )
        found += _facts(person, sitting, item, number, now)
    return found


def _facts(person: DemoPerson, sitting: Sitting, item: Item, number: int, now: datetime) -> list[Interaction]:
    day = (now - timedelta(days=sitting.days_ago)).date()
    start = datetime.combine(day, sitting.start, ZoneInfo(TIME_ZONE)).astimezone(now.tzinfo)
    length = timedelta(minutes=(item.runtime or 100) * sitting.completion)
    watch = Interaction(
        id=f"demo:{person.id}:{number}:watch",
        viewer_id=person.id,
        item_id=item.id,
        kind=InteractionKind.WATCH,
        at=start,
        completion=sitting.completion,
        ended_at=start + length,
        available_at=start - _LONGEST_SHELVED * (number % 7) / 7,
        device=_DEVICES[number % len(_DEVICES)],
        source="demo",
    )
    if sitting.rating is None:
        return [watch]
    rating = Interaction(
        id=f"demo:{person.id}:{number}:rating",
        viewer_id=person.id,
        item_id=item.id,
        kind=InteractionKind.RATING,
        at=start + length,
        rating=sitting.rating,
        source="demo",
    )
    return [watch, rating]


def _viewer(person: DemoPerson) -> Viewer:
    return Viewer(
        id=person.id,
        name=person.name,
        locale=person.locale,
        role=person.role,
        library_ids=frozenset(person.libraries),
        history_depth=HistoryDepth.ALL,
        time_zone=TIME_ZONE,
    )

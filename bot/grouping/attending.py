"""Who is there, and what all of them may open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.people.accounts import shown_name
from engine.grouping.night import Attendee

if TYPE_CHECKING:
    from bot.call import Call
    from engine.domain.items import Item
    from engine.domain.viewers import Viewer

Shelves = tuple[frozenset[str], ...]
"""Library ids, one set per person: a title must be open by each."""


def presser(call: Call) -> Attendee:
    """Whoever asks, by their person, or by their account where it belongs to nobody."""
    return attendee(call.viewer) if call.viewer.id else _guest(call)


def attendee(viewer: Viewer) -> Attendee:
    """A person of the household."""
    return Attendee(f"person:{viewer.id}", viewer.name, viewer.id)


def guest_key(call: Call) -> str:
    """The asker's key as long as their account belongs to nobody."""
    return f"guest:{call.account.id}"


def _guest(call: Call) -> Attendee:
    return Attendee(guest_key(call), shown_name(call.account.name, call.account.id))


async def viewers_of(call: Call, attendees: Iterable[Attendee]) -> list[Viewer]:
    """The people among them, as they are stored now."""
    wanted = [one.viewer_id for one in attendees if one.viewer_id]
    async with call.services.storage.unit() as unit:
        found = [await unit.viewers.get(viewer_id) for viewer_id in wanted]
    return [one for one in found if one is not None]


async def shelves_of(call: Call, attendees: Iterable[Attendee]) -> Shelves:
    """What binds them at this moment; for a guest, what binds anybody of the household."""
    async with call.services.storage.unit() as unit:
        everyone = {one.id: one.library_ids for one in await unit.viewers.all()}
    found: list[frozenset[str]] = []
    for one in attendees:
        if one.viewer_id:
            found.append(everyone.get(one.viewer_id, frozenset()))
        else:
            found.extend(everyone.values() or [frozenset[str]()])
    return tuple(dict.fromkeys(found))


async def open_to_all(call: Call, item_ids: Iterable[str], shelves: Shelves) -> dict[str, Item]:
    """The titles that are open by each of ``shelves`` at this moment."""
    items = await call.items(item_ids)
    return {
        item_id: item for item_id, item in items.items() if all(item.library_ids & one for one in shelves) and shelves
    }

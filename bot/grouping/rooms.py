"""The one evening of a room: read, changed, and kept, however many press at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.grouping.attending import guest_key, presser
from bot.grouping.document import read, written
from engine.errors import InvalidQuery, SourceUnavailable
from engine.grouping.night import Night, recognised
from engine.ports.nights import KeptNight

if TYPE_CHECKING:
    from bot.call import Call

TRIES = 500
"""Each time that one is not first, somebody else was: more than there are people in a room."""
Step = Callable[[Night], Awaitable[Night]]


@dataclass(frozen=True, slots=True)
class Room:
    """What is kept of a room."""

    night: Night | None
    """The last one, over or not."""
    version: int


async def room_of(call: Call) -> Room:
    """The room it was asked in."""
    async with call.services.storage.unit() as unit:
        kept = await unit.group_nights.get(call.account.platform, call.room.id)
    return Room(None, 0) if kept is None else Room(read(kept.document), kept.version)


async def keep(call: Call, night: Night, version: int) -> bool:
    """False where somebody else was quicker since ``version`` was read."""
    kept = KeptNight(call.account.platform, call.room.id, written(night), call.now, version)
    async with call.services.storage.unit() as unit:
        return await unit.group_nights.put(kept)


async def going_on(call: Call, night_id: str = "") -> Night:
    """The evening of this room, and no other than ``night_id``. Raises InvalidQuery where it is over."""
    return (await _alive(call, night_id)).night_or_over()


async def change(call: Call, night_id: str, step: Step) -> Night:
    """The evening after ``step``. An update that comes once more changes nothing and finds what came of it."""
    me = presser(call)
    for _ in range(TRIES):
        found = await _alive(call, night_id)
        night = found.night_or_over()
        if night.heard.get(me.key) == call.id:
            return night
        changed = await step(recognised(night, guest_key(call), me) if me.viewer_id else night)
        changed = replace(changed, heard={**changed.heard, me.key: call.id})
        if await keep(call, changed, found.version):
            return changed
        await asyncio.sleep(0)
    raise SourceUnavailable("database-busy", retry_after=5)


@dataclass(frozen=True, slots=True)
class _Found(Room):
    alive: bool

    def night_or_over(self) -> Night:
        if self.night is None or not self.alive:
            raise InvalidQuery("group-over")
        return self.night


async def _alive(call: Call, night_id: str) -> _Found:
    room = await room_of(call)
    night = room.night
    if night is None or (night_id and night.id != night_id):
        return _Found(None, room.version, alive=False)
    again = night.heard.get(presser(call).key) == call.id
    return _Found(night, room.version, alive=again or not night.over(call.now))

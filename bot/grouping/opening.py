"""A new evening, or the choice between it and the one that goes on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cards.group import gathering, offer, spoken
from bot.grouping.attending import attendee, presser
from bot.grouping.choosing import chosen, picks_answer
from bot.grouping.rooms import TRIES, Room, keep, room_of
from bot.grouping.wishes import Wish, read_wish
from engine.errors import InvalidQuery, SourceUnavailable
from engine.grouping.night import Night, Stage, joined

if TYPE_CHECKING:
    from bot.call import Call
    from bot.vocabulary import Answer


async def open_night(call: Call, text: str, *, anew: bool = False, instead_of: str = "") -> Answer:
    """Opens an evening here. Where one goes on, asks what to do, unless it is to be ``anew``.

    ``instead_of``: the evening whose button was pressed; what was typed before it was offered counts.
    Raises InvalidQuery.
    """
    for _ in range(TRIES):
        room = await room_of(call)
        if room.night is not None and room.night.heard.get(presser(call).key) == call.id:
            return await standing(call, room.night)  # what this same update opened when it came first
        answer = await _tried(call, room, text, anew=anew, instead_of=instead_of)
        if answer is not None:
            return answer
        await asyncio.sleep(0)
    raise SourceUnavailable("database-busy", retry_after=5)


async def _tried(call: Call, room: Room, text: str, *, anew: bool, instead_of: str) -> Answer | None:
    """None where somebody else was quicker."""
    night = room.night if room.night is not None and not room.night.over(call.now) else None
    if instead_of and (night is None or night.id != instead_of):
        raise InvalidQuery("group-over")
    if night is not None and not anew:
        return offer(call, night) if await keep(call, replace(night, again=text), room.version) else None
    wanted = night.again if night is not None and instead_of else text
    made = await _made(call, wanted, room)
    return None if made is None else await standing(call, made)


async def standing(call: Call, night: Night, *, replaces: bool = False) -> Answer:
    """How far an evening is, with all that can be done."""
    if night.stage is Stage.GATHERING:
        return gathering(spoken(call, night), night, replaces=replaces)
    return await picks_answer(call, night, replaces=replaces)


async def _made(call: Call, text: str, room: Room) -> Night | None:
    """Kept; None where somebody else was quicker."""
    wish = await read_wish(call, text)
    night = _night(call, wish)
    if night.alone:
        if not call.viewer.id or len(night.attendees) < 2:
            raise InvalidQuery("group-names-missing", usage=call.speak.text("command-group.usage"))
        night = await chosen(call, night)
    return night if await keep(call, night, room.version) else None


def _night(call: Call, wish: Wish) -> Night:
    opener = presser(call)
    night = Night(
        id=call.services.ids.new(),
        opener=opener.key,
        opened_at=call.now,
        locale=call.speak.locale,
        mode=wish.query.mode,
        filters=wish.query.filters,
        text=wish.query.text,
        wanted=wish.typed,
        size=wish.query.limit,
        alone=call.room.private,
        heard={opener.key: call.id},
    )
    for one in (opener, *map(attendee, wish.named)):
        night = joined(night, one)
    return night

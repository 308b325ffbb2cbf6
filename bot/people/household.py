"""The demo's people, and being one of them."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.call import Call
from bot.demo.seed import CURRENT
from bot.vocabulary import Action, Answer, Choice, Text
from engine.domain.records import Identity
from engine.domain.viewers import Viewer

_LIKE_ENOUGH = 70


async def people(call: Call) -> list[Viewer]:
    """Everyone, by name."""
    async with call.services.storage.unit() as unit:
        return sorted(await unit.viewers.all(), key=lambda viewer: (viewer.name.casefold(), viewer.id))


async def named(call: Call, typed: str) -> Viewer | None:
    """The person called ``typed``, or nearly so."""
    known = await people(call)
    names = [viewer.name.casefold() for viewer in known]
    found = process.extractOne(typed.strip().casefold(), names, scorer=fuzz.WRatio, score_cutoff=_LIKE_ENOUGH)
    return known[found[2]] if found else None


async def become(call: Call, viewer: Viewer) -> Answer:
    """From now on this account is ``viewer``'s, and so is the companion page."""
    async with call.services.storage.unit() as unit:
        await unit.viewers.link(Identity(call.account.platform, call.account.id, viewer.id))
        await unit.values.put(CURRENT, viewer.id)
    call = call.as_viewer(viewer)
    return Answer((Text(call.speak.text("be-done", person=viewer.name)),))


async def who(call: Call, key: str) -> Answer:
    """Asks which person is meant."""
    known = await people(call)
    actions = tuple(Action(viewer.name, f"be:{number}") for number, viewer in enumerate(known, start=1))
    return Answer((Choice(call.speak.text(key), actions),))

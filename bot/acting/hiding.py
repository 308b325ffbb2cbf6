"""Hiding a title for four months, and bringing it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from bot.acting.journal import note
from bot.call import Call
from engine.domain.interactions import Hiding
from engine.domain.items import Item
from engine.domain.records import JournalEntry


async def hide(call: Call, item: Item) -> tuple[Hiding, JournalEntry]:
    """Hidden from now on, four months; anew where it was hidden already."""
    before = await in_force(call, item.id)
    hiding = await call.services.intake.hide(call.viewer.id, item.id)
    return hiding, await note(call, "hide", item.id, _kept(before))


async def unhide(call: Call, item: Item) -> JournalEntry | None:
    """Back at once. None where it was not hidden."""
    before = await in_force(call, item.id)
    if before is None or not await call.services.intake.unhide(call.viewer.id, item.id):
        return None
    return await note(call, "unhide", item.id, _kept(before))


async def undo_hiding(call: Call, entry: JournalEntry) -> None:
    """As it was before: hidden until then, or not at all."""
    item_id = entry.item_id or ""
    before = entry.undo.get("before")
    await call.services.intake.unhide(call.viewer.id, item_id)
    if isinstance(before, Mapping):
        times = cast("Mapping[str, str]", before)
        since, until = (datetime.fromisoformat(times[name]) for name in ("since", "until"))
        async with call.services.storage.unit() as unit:
            await unit.hidings.put(Hiding(call.viewer.id, item_id, since, until))


async def in_force(call: Call, item_id: str) -> Hiding | None:
    """The hiding of a title that is in force now."""
    async with call.services.storage.unit() as unit:
        hidings = await unit.hidings.of_viewer(call.viewer.id, call.now)
    return next((one for one in hidings if one.item_id == item_id), None)


def last_day(call: Call, hiding: Hiding) -> date:
    """The day on which the title comes back."""
    return hiding.until.date() if hiding.until.tzinfo is None else hiding.until.astimezone(call.now.tzinfo).date()


def _kept(before: Hiding | None) -> dict[str, object]:
    return {"before": {"since": before.since.isoformat(), "until": before.until.isoformat()} if before else None}

"""Taking back what was done, from the newest on."""

from __future__ import annotations

from bot.call import Call
from bot.naming import label
from bot.vocabulary import Action, Answer, Text
from engine.domain.items import Item
from engine.domain.records import JournalEntry
from engine.errors import InvalidQuery


async def take_back(call: Call, entry_id: str | None = None) -> Answer:
    """Undoes the last action, or ``entry_id`` where it is the last. Raises InvalidQuery where it is not."""
    async with call.services.storage.unit() as unit:
        entry = await unit.journal.latest(call.viewer.id)
    if entry is None:
        raise InvalidQuery("nothing-to-undo")
    if entry_id is not None and entry.id != entry_id:
        raise InvalidQuery("not-the-last")
    undo = call.registry.undo(entry.action)
    if undo is None:
        raise InvalidQuery("nothing-to-undo")
    await undo(call, entry)
    async with call.services.storage.unit() as unit:
        await unit.journal.mark_undone(entry.id)
        viewer = await unit.viewers.get(call.viewer.id)
    call = call.as_viewer(viewer or call.viewer)
    again = Action(call.speak.text("press-undo-more"), "run:undo", emoji="↩")
    item = await call.permitted_item(entry.item_id) if entry.item_id else None
    return Answer((Text(_said(call, entry, item)),), actions=(again,), about=item.id if item else "")


def _said(call: Call, entry: JournalEntry, item: Item | None) -> str:
    if entry.item_id and item is None:
        return call.speak.text("undone")
    return call.speak.text(
        f"undone-{entry.action}", title=label(call, item) if item else "", list=str(entry.undo.get("list", ""))
    )

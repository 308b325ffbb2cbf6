"""Not for four months; what is like it loses a little meanwhile."""

from __future__ import annotations

from bot.acting.hiding import hide, last_day, undo_hiding
from bot.acting.journal import undo_button
from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.naming import label
from bot.vocabulary import Answer, Text
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    return await with_title(call, "hide", text)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    hiding, entry = await hide(call, item)
    until = call.speak.date(last_day(call, hiding))
    said = call.speak.text("hide-done", title=label(call, item), until=until)
    return Answer((Text(said),), actions=(undo_button(call, entry),))


COMMAND = Command("hide", _run, (Argument("title", Kind.TITLE),), on_item=_on_item, undoes={"hide": undo_hiding})

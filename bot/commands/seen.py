"""Seen elsewhere: it teaches, and is not offered again."""

from __future__ import annotations

from bot.acting import acts
from bot.acting.journal import fact_id, undo_button, unteach
from bot.asking.titles import with_title
from bot.call import Argument, Call, Command, Kind
from bot.naming import label
from bot.tokens import item_token
from bot.vocabulary import Action, Answer, Text
from engine.domain.items import Item


async def _run(call: Call, text: str) -> Answer:
    return await with_title(call, "seen", text)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    told = await acts.seen(call, item, fact_id(call.id, item.id, "seen"))
    said = call.speak.text("seen-done" if told.entry else "seen-already", title=label(call, item))
    actions = [undo_button(call, told.entry)] if told.entry else []
    if token := item_token("rate", item.id):
        actions.append(Action(call.speak.text("press-rate"), token))
    return Answer((Text(said),), actions=tuple(actions), about=item.id if told.entry else "")


COMMAND = Command("seen", _run, (Argument("title", Kind.TITLE),), on_item=_on_item, undoes={"seen": unteach})

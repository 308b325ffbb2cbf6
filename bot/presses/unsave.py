"""Off the watchlist."""

from __future__ import annotations

from bot.acting.acts import undo_unsave, unsave
from bot.acting.journal import undo_button
from bot.acting.lists import DEFAULT, existing, shown_name
from bot.call import Call, PressVerb
from bot.naming import label
from bot.vocabulary import Answer, Text
from engine.domain.items import Item


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    found = await existing(call, argument or DEFAULT)
    name = found.name if found else argument or DEFAULT
    told = await unsave(call, item, name)
    word = "unsave-done" if told.entry else "unsave-already"
    said = call.speak.text(word, title=label(call, item), list=shown_name(call, name))
    return Answer((Text(said),), actions=(undo_button(call, told.entry),) if told.entry else ())


PRESS = PressVerb("unsave", on_item=_on_item, undoes={"unsave": undo_unsave})

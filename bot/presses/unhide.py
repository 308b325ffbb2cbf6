"""Brings a hidden title back before its time."""

from __future__ import annotations

from bot.acting.acts import Told
from bot.acting.hiding import undo_hiding, unhide
from bot.call import Call, PressVerb
from bot.cards.pressed import pressed
from bot.naming import label
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - there is nothing more to say
    entry = await unhide(call, item)
    word = "unhide-done" if entry else "unhide-already"
    return await pressed(call, item, call.speak.text(word, title=label(call, item)), Told(entry))


PRESS = PressVerb("unhide", on_item=_on_item, undoes={"unhide": undo_hiding})

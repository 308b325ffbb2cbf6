"""Onto the watchlist."""

from __future__ import annotations

from bot.acting.acts import save, undo_save
from bot.acting.lists import DEFAULT, shown_name
from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import pressed
from bot.naming import label
from bot.vocabulary import Answer
from engine.domain.items import Item


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return await _run(call, target, target.item, DEFAULT)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    return await _run(call, item, item, argument or DEFAULT)


async def _run(call: Call, target: OnPick | Item, item: Item, name: str) -> Answer:
    told = await save(call, item, name)
    word = "save-done" if told.entry else "save-already"
    said = call.speak.text(word, title=label(call, item), list=shown_name(call, name))
    return await pressed(call, target, said, told)


PRESS = PressVerb("save", on_pick=_on_pick, on_item=_on_item, undoes={"save": undo_save})

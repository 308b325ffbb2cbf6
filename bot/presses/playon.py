"""A device was chosen for a title: it plays there. What may be opened, and whose device it is, is looked up anew."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.playing.starting import AFTER, NOW, start
from bot.tokens import find_item, read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    code, how, name = read_words(rest, 3)
    if how not in {NOW, AFTER}:
        raise InvalidQuery("button-unknown")
    item_id = find_item(name, call.services.snapshots.current.ids)
    item = await call.permitted_item(item_id) if item_id else None
    if item is None:
        raise InvalidQuery("title-gone")
    return await start(call, item, code, how)


PRESS = PressVerb("playon", on_word=_on_word)

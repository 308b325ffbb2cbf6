"""One of several titles was meant: what was asked goes on with it."""

from __future__ import annotations

from bot.asking import titles
from bot.call import Call, PressVerb
from bot.tokens import find_item, read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    command, argument, name = read_words(rest, 3)
    item_id = find_item(name, call.services.snapshots.current.ids)
    item = await call.permitted_item(item_id) if item_id else None
    if item is None:
        raise InvalidQuery("title-gone")
    return await titles.on_item(call, command, item, argument)


PRESS = PressVerb("choose", on_word=_on_word)

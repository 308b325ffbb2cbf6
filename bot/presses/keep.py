"""What a group decided on, kept by one of them: on their own watchlist, or as seen. Told to them alone."""

from __future__ import annotations

from bot.acting import acts
from bot.acting.journal import fact_id
from bot.acting.lists import DEFAULT, shown_name
from bot.call import Call, PressVerb
from bot.naming import label
from bot.tokens import find_item, read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    verb, name = read_words(rest, 2)
    item_id = find_item(name, call.services.snapshots.current.ids)
    item = await call.permitted_item(item_id) if item_id else None
    if item is None:
        raise InvalidQuery("title-gone")
    if verb == "save":
        told = await acts.save(call, item, DEFAULT)
    elif verb == "seen":
        told = await acts.seen(call, item, fact_id(call.id, item.id, "seen"))
    else:
        raise InvalidQuery("button-unknown")
    key = f"{verb}-done" if told.entry else f"{verb}-already"
    return Answer((), toast=call.speak.text(key, title=label(call, item), list=shown_name(call, DEFAULT)))


PRESS = PressVerb("keep", on_word=_on_word)

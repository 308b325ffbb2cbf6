"""Titles like one title."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.asking.answers import ask, query
from bot.asking.titles import find, with_title
from bot.call import Argument, Call, Command, Kind
from bot.naming import may_be_named
from bot.vocabulary import Answer
from engine.domain.items import Item
from engine.mood.read import read_mood

_TO = re.compile(r"(?:to|zu|à)\s+(?=\S)", re.IGNORECASE)


async def _run(call: Call, text: str) -> Answer:
    title = _TO.sub("", text, count=1) if _TO.match(text) else text
    found = await find(call, title)
    if isinstance(found, Item):
        return await _on_item(call, found, "")
    allowed = may_be_named(call)
    mood = read_mood(title, call.services.snapshots.titles, allowed, this_year=call.today.year)
    if mood.references and not found.choices:
        return await ask(call, query(call, "mood", text=title))  # “Parasite but funnier” is more than a title
    return await with_title(call, "similar", title)


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - the title says it all
    return await ask(call, replace(query(call, "similar"), seed_item_id=item.id))


COMMAND = Command("similar", _run, (Argument("title", Kind.TITLE),), on_item=_on_item)

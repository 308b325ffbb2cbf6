"""Which seasons of a series are asked for."""

from __future__ import annotations

from bot.asking.table import stored_slate
from bot.call import Call, PressVerb
from bot.requesting.answering import leaf, request
from bot.requesting.seasons import ALL, page_of
from bot.requesting.sought import Origin, Sought, by_id, of_item
from bot.tokens import read_pick, read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery

_LONGEST = 3


async def _on_word(call: Call, rest: str) -> Answer:
    which, of = read_words(rest, 2)
    if len(which) <= _LONGEST and (page := page_of(which)) is not None:
        return await leaf(call, *await _meant(call, of), page)
    if which != ALL and not (which.isascii() and which.isdecimal() and len(which) <= 3):
        raise InvalidQuery("button-unknown")
    sought, origin = await _meant(call, of)
    return await request(call, sought, origin, seasons=() if which == ALL else (int(which),))


async def _meant(call: Call, of: str) -> tuple[Sought, Origin]:
    """The title of a pick, or of an id."""
    try:
        target = read_pick(of)
    except InvalidQuery:
        return await by_id(call, of), Origin()
    slate = await stored_slate(call, target.slate_id)
    pick = slate.pick(target.rank)
    item = await call.permitted_item(pick.item_id) if pick else None
    if pick is None or item is None:
        raise InvalidQuery("title-gone")
    return of_item(item), Origin.of(slate, pick)


PRESS = PressVerb("seasons", on_word=_on_word)

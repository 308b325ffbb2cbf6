"""One of several titles was meant, of which some are only known to the world."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.requesting.answering import request, wish
from bot.requesting.sought import by_id
from bot.tokens import read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery

_VERBS = {"request": request, "want": wish}


async def _on_word(call: Call, rest: str) -> Answer:
    verb, item_id = read_words(rest, 2)
    if verb not in _VERBS:
        raise InvalidQuery("button-unknown")
    return await _VERBS[verb](call, await by_id(call, item_id))


PRESS = PressVerb("ask", on_word=_on_word)

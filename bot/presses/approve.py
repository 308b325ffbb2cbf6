"""An admin says yes to a request."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.requesting.deciding import decide
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    first, second = read_words(rest, 2)
    return await decide(call, first, second, approve=True)


PRESS = PressVerb("approve", on_word=_on_word)

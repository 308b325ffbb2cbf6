"""Demo only: to be another person of the household."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.people.household import become, people
from bot.tokens import read_words
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    (number,) = read_words(rest)
    if not call.services.demo or not (number.isascii() and number.isdigit()):
        raise InvalidQuery("button-unknown")
    known = await people(call)
    if not 1 <= int(number) <= len(known):
        raise InvalidQuery("button-unknown")
    return await become(call, known[int(number) - 1])


PRESS = PressVerb("be", on_word=_on_word, for_strangers=True)

"""Asks for a code, or says yes or no to what a code would do."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.people.confirming import do_it, hand_out, leave_it
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    word, _, mark = rest.partition(":")
    if word == "new" and not mark:
        return await hand_out(call)
    if word == "no" and not mark:
        return await leave_it(call)
    if word == "yes" and mark:
        return await do_it(call, mark)
    raise InvalidQuery("button-unknown")


PRESS = PressVerb("link", on_word=_on_word, for_strangers=True)

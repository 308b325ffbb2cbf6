"""Not to be told of a title any more."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.requesting.answering import unwish
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    (digest,) = read_words(rest)
    return await unwish(call, digest)


PRESS = PressVerb("unwant", on_word=_on_word)

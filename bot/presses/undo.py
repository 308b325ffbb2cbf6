"""Takes back what its button stands under, as long as nothing was done since."""

from __future__ import annotations

from bot.acting.undoing import take_back
from bot.call import Call, PressVerb
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    (entry_id,) = read_words(rest)
    return await take_back(call, entry_id)


PRESS = PressVerb("undo", on_word=_on_word)

"""“I have signed in.”"""

from __future__ import annotations

from bot.accounts.signing_in import finish
from bot.call import Call, PressVerb
from bot.vocabulary import Answer
from engine.errors import InvalidQuery


async def _on_word(call: Call, rest: str) -> Answer:
    if rest != "done":
        raise InvalidQuery("button-unknown")
    return await finish(call)


PRESS = PressVerb("signin", on_word=_on_word, for_strangers=True)

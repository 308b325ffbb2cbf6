"""A vote for a pick of a group's evening; pressed once more, it is taken back."""

from __future__ import annotations

from bot.call import Call, PressVerb
from bot.grouping import deeds
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    night_id, name = read_words(rest, 2)
    return await deeds.vote(call, night_id, name)


async def _on_number(call: Call, number: int) -> Answer:
    night_id, item_id = await deeds.at_place(call, number)
    return await deeds.vote(call, night_id, item_id, typed=True)


PRESS = PressVerb("vote", on_word=_on_word, on_number=_on_number, private=False, for_strangers=True)

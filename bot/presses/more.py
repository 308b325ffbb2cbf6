"""The next cards of the same question."""

from __future__ import annotations

from bot.asking.table import further, stored_slate, waved_on
from bot.call import Call, PressVerb
from bot.cards.slate import slate_answer
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    (slate_id,) = read_words(rest)
    slate = await stored_slate(call, slate_id)
    async with call.services.storage.unit() as unit:
        now = await unit.slates.latest(call.viewer.id, slate.query.place)
    picks = (*slate.picks, *(now.picks if now else ()))
    known = {pick.item_id for pick in picks} | await waved_on(call)
    return await slate_answer(call, await further(call, slate, known))


PRESS = PressVerb("more", on_word=_on_word)

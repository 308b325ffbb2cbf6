"""The next cards of the same question."""

from __future__ import annotations

from bot.asking.table import further, latest_slate, stored_slate, waved_on
from bot.call import Call, PressVerb
from bot.cards.slate import slate_answer
from bot.tokens import read_words
from bot.vocabulary import Answer


async def _on_word(call: Call, rest: str) -> Answer:
    (slate_id,) = read_words(rest)
    slate = await stored_slate(call, slate_id)
    now = await latest_slate(call, slate.query.place)
    known = {pick.item_id for pick in (*slate.picks, *now.picks)} | await waved_on(call)
    return await slate_answer(call, await further(call, slate, known))


PRESS = PressVerb("more", on_word=_on_word)

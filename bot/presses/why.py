"""The true reasons for a pick."""

from __future__ import annotations

from bot.call import Call, OnPick, PressVerb
from bot.cards.reasons import why_answer
from bot.vocabulary import Answer


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return await why_answer(call, target.pick, target.item)


PRESS = PressVerb("why", on_pick=_on_pick)

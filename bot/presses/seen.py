"""Seen it already, elsewhere."""

from __future__ import annotations

from bot.acting.acts import seen
from bot.acting.journal import fact_id
from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import pressed
from bot.naming import label
from bot.vocabulary import Answer


async def _on_pick(call: Call, target: OnPick) -> Answer:
    told = await seen(call, target.item, fact_id(call.viewer.id, target.slate.id, target.pick.rank, "seen"))
    word = "seen-done" if told.entry else "seen-already"
    return await pressed(call, target, call.speak.text(word, title=label(call, target.item)), told)


PRESS = PressVerb("seen", on_pick=_on_pick)

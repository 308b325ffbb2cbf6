"""Seen it already, elsewhere."""

from __future__ import annotations

from bot.acts import seen
from bot.call import Call
from bot.cards.pressed import pressed
from bot.journal import fact_id
from bot.press_verb import OnPick, PressVerb
from bot.titles import label
from bot.vocabulary import Answer


async def _on_pick(call: Call, target: OnPick) -> Answer:
    told = await seen(call, target.item, fact_id(call.viewer.id, target.slate.id, target.pick.rank, "seen"))
    word = "seen-done" if told.entry else "seen-already"
    return await pressed(call, target, call.speak.text(word, title=label(call, target.item)), told)


PRESS = PressVerb("seen", on_pick=_on_pick)

"""A thumb down: not for me."""

from __future__ import annotations

from bot.acting.acts import thumb
from bot.acting.journal import fact_id, unteach
from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import pressed
from bot.naming import label
from bot.vocabulary import Answer
from engine.domain.interactions import InteractionKind
from engine.domain.items import Item


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return await _run(call, target, target.item, fact_id(call.viewer.id, target.slate.id, target.pick.rank, "dislike"))


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - a thumb has no argument
    return await _run(call, item, item, fact_id(call.id, item.id, "dislike"))


async def _run(call: Call, target: OnPick | Item, item: Item, key: str) -> Answer:
    told = await thumb(call, item, InteractionKind.DISLIKE, key)
    word = "dislike-done" if told.entry else "dislike-already"
    return await pressed(call, target, call.speak.text(word, title=label(call, item)), told)


PRESS = PressVerb("dislike", on_pick=_on_pick, on_item=_on_item, undoes={"dislike": unteach})

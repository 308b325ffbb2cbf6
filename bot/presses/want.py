"""The bell of a card: on, and off again."""

from __future__ import annotations

from bot.call import Call, OnPick, PressVerb
from bot.requesting.answering import wish
from bot.requesting.sought import Origin, of_item
from bot.vocabulary import Answer


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return await wish(call, of_item(target.item), Origin.of(target.slate, target.pick), target)


PRESS = PressVerb("want", on_pick=_on_pick)

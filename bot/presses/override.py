"""“I would like that”: corrects the profile where it spoke against a title."""

from __future__ import annotations

from bot.acting.acts import thumb
from bot.acting.journal import fact_id
from bot.call import Call, PressVerb
from bot.cards.pressed import pressed
from bot.naming import label
from bot.vocabulary import Answer
from engine.domain.interactions import InteractionKind
from engine.domain.items import Item


async def _on_item(call: Call, item: Item, argument: str) -> Answer:  # noqa: ARG001 - there is nothing more to say
    told = await thumb(call, item, InteractionKind.LIKE, fact_id(call.id, item.id, "override"))
    word = "override-done" if told.entry else "override-already"
    return await pressed(call, item, call.speak.text(word, title=label(call, item)), told)


PRESS = PressVerb("override", on_item=_on_item)

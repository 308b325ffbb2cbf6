"""Shows the whole card, with what it is about."""

from __future__ import annotations

from dataclasses import replace

from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import card_now
from bot.vocabulary import Answer, Card
from engine.domain.items import Item


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return _shown(await card_now(call, target, full=True))


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    card = await card_now(call, item, full=True)
    return _shown(replace(card, number=int(argument)) if argument.isascii() and argument.isdigit() else card)


def _shown(card: Card) -> Answer:
    kept = tuple(action for action in card.actions if not action.token.startswith(("open:", "choose:open:")))
    return Answer((replace(card, actions=kept),), replaces=True)


PRESS = PressVerb("open", on_pick=_on_pick, on_item=_on_item)

"""Shows the whole card, with what it is about."""

from __future__ import annotations

from dataclasses import replace

from bot.call import Call, OnPick, PressVerb
from bot.cards.pressed import card_now
from bot.vocabulary import Answer, Card
from engine.domain.items import Item


async def _on_pick(call: Call, target: OnPick) -> Answer:
    return _shown(call, target.item, await card_now(call, target, full=True))


async def _on_item(call: Call, item: Item, argument: str) -> Answer:
    card = await card_now(call, item, full=True)
    numbered = replace(card, number=int(argument)) if argument.isascii() and argument.isdigit() else card
    return _shown(call, item, numbered)


def _shown(call: Call, item: Item, card: Card) -> Answer:
    if not item.library_ids and call.services.stack is not None and call.services.stack.metadata is not None:
        card = replace(card, badges=(*card.badges, call.speak.text("card-source-tmdb")))  # nobody else told of it
    kept = tuple(action for action in card.actions if not action.token.startswith(("open:", "choose:open:")))
    return Answer((replace(card, actions=kept),), replaces=True)


PRESS = PressVerb("open", on_pick=_on_pick, on_item=_on_item)

"""What a pressed button answers: a word in passing, and the card in its new state."""

from __future__ import annotations

from bot.acting.acts import Told, states
from bot.acting.journal import undo_button
from bot.call import Call, OnPick
from bot.cards.buttons import title_buttons
from bot.cards.card import material, pick_card, title_card
from bot.playing.looking import look_into
from bot.vocabulary import Action, Answer, Card
from engine.domain.items import Item


async def pressed(call: Call, target: OnPick | Item, toast: str, told: Told) -> Answer:
    """``toast`` says what happened; the card shows it as the button's state."""
    actions: tuple[Action, ...] = (undo_button(call, told.entry),) if told.entry else ()
    return Answer((await card_now(call, target),), actions=actions, toast=toast, replaces=True)


async def card_now(call: Call, target: OnPick | Item, *, full: bool = False) -> Card:
    """The card as it stands at this moment."""
    if full:
        await look_into(call.services, call.viewer, target.item if isinstance(target, OnPick) else target)
    if isinstance(target, OnPick):
        # with the cards above it, so that it goes on telling what it told among them
        found = await material(call, [one for one in target.slate.picks if one.rank <= target.pick.rank])
        done = await states(call, target.item.id)
        return pick_card(call, target.slate, target.pick, found, done=done, full=full)
    found = await material(call, [], [target.id])
    actions = title_buttons(target.id, call.speak, done=await states(call, target.id))
    return title_card(call, target, found, actions=actions, full=full)

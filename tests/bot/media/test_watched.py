"""The message of a pick says that it was seen, once it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.media.watched import follow
from bot.vocabulary import Account, Card, Room
from engine.domain.interactions import Interaction, InteractionKind
from tests.bot.requesting.world import Grabbing, grabbing
from tests.conversations.household import cards


async def shown(stage: Grabbing, room: Room) -> str:
    """Anna was recommended something, in that room; the title."""
    offer = await stage.house.say("tonight 1")
    (card,) = cards(offer)
    anna = Account("chat", "v-anna")
    await stage.post.tell(anna, room, replace(offer, parts=(card,), actions=()), locale="en")
    await stage.post.settle()
    return card.item_id


async def seen(stage: Grabbing, who: str, item_id: str) -> None:
    now = stage.house.clock.now()
    watched = Interaction(f"i-{who}", who, item_id, InteractionKind.WATCH, now, completion=1.0)
    await stage.house.services.intake.record([watched])
    await follow(stage.house.services, [(who, item_id)])
    await stage.post.settle()


def buttons(stage: Grabbing) -> set[str]:
    return {action.label for card in stage.sheets.cards for action in card.actions}


@pytest.mark.parametrize("room", [Room("r"), Room("all", private=False)])
async def test_the_card_of_what_somebody_saw_follows_wherever_it_was_asked_for(room: Room) -> None:
    async with grabbing() as stage:
        item_id = await shown(stage, room)
        before = buttons(stage)
        await seen(stage, "v-ben", item_id)
        assert buttons(stage) == before
        await seen(stage, "v-anna", item_id)
        assert len(stage.sheets.cards) == 1
        assert buttons(stage) != before
        assert all(one.private for one in stage.sheets.messages.values())


async def test_a_card_of_what_is_closed_by_now_is_left_as_it_is() -> None:
    async with grabbing() as stage:
        item_id = await shown(stage, Room("r"))
        before = buttons(stage)
        async with stage.house.storage.unit() as unit:
            await unit.viewers.set_access("v-anna", [])
        await seen(stage, "v-anna", item_id)
        assert buttons(stage) == before


async def test_the_last_card_keeps_the_button_under_the_whole_answer() -> None:
    async with grabbing() as stage:
        offer = await stage.house.say("tonight 2")
        first, last = cards(offer)
        anna = Account("chat", "v-anna")
        await stage.post.tell(anna, Room("r"), replace(offer, parts=(first, last)), locale="en")
        await stage.post.settle()
        for card in (first, last):
            await seen(stage, "v-anna", card.item_id)
        below = [one.actions for one in stage.sheets.messages.values() if isinstance(one.parts[0], Card)]
        assert below == [(), offer.actions]

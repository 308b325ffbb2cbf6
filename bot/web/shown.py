"""Cards as a page shows them: the neutral card, how the person stands to it, and what was just done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.call import Call
from bot.cards.card import Material, material, pick_card, title_card
from bot.cards.facts import facts
from bot.vocabulary import Card
from bot.web.flash import Flash
from bot.web.standing import NONE, Standing, standings
from engine.domain.items import Item
from engine.domain.slate import Slate


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What the card template fills in."""

    card: Card
    standing: Standing
    match: str = ""
    """“92 %”, or nothing where there is no match."""
    sureness: str = ""
    flash: Flash | None = None


@dataclass(frozen=True, slots=True)
class SmallTitle:
    """A poster with its name."""

    item_id: str
    title: str
    facts: str


async def slate_cards(call: Call, slate: Slate) -> tuple[list[ShownCard], Material]:
    """The picks of ``slate`` that the person may see at this moment."""
    seed = [slate.query.seed_item_id] if slate.query.seed_item_id else []
    found = await material(call, slate.picks, seed)
    stands = await standings(call, {pick.item_id for pick in slate.picks})
    cards = [
        ShownCard(
            pick_card(call, slate, pick, found),
            stands.get(pick.item_id, NONE),
            call.speak.percent(pick.match),
            call.speak.text(f"confidence-{pick.confidence}"),
        )
        for pick in slate.picks
        if pick.item_id in found.items
    ]
    return cards, found


async def title_cards(call: Call, item_ids: Sequence[str]) -> list[ShownCard]:
    """Looked-up titles that the person may see, in order."""
    found = await material(call, (), item_ids)
    stands = await standings(call, set(item_ids))
    return [
        ShownCard(title_card(call, found.items[item_id], found, number=place, actions=()), stands.get(item_id, NONE))
        for place, item_id in enumerate(item_ids, start=1)
        if item_id in found.items
    ]


def with_flash(cards: Iterable[ShownCard], flash: Flash | None) -> tuple[list[ShownCard], Flash | None]:
    """Puts ``flash`` on the card it speaks of; given back where no card here is meant."""
    placed = [replace(one, flash=flash) if flash and flash.item_id == one.card.item_id else one for one in cards]
    return placed, None if any(one.flash for one in placed) else flash


def small(call: Call, item: Item) -> SmallTitle:
    return SmallTitle(item.id, call.speak.title(item), facts(item, call.speak))

"""Says unasked what became of a wish, where it was made, and brings the cards there up to date."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.call import Call, OnPick
from bot.cards.buttons import title_buttons
from bot.cards.card import material, pick_card, title_card
from bot.cards.pressed import card_now
from bot.cards.slate import more_of
from bot.people.quiet import moment_for, zone_called
from bot.registry import load_registry
from bot.requesting.sought import twins
from bot.vocabulary import Account, Answer, Card, Room, Text
from engine.domain.media_records import AskedAt
from engine.domain.people import Occasion

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.items import Item
    from engine.domain.letters import ShownPick
    from engine.domain.media_records import Want
    from engine.domain.viewers import Viewer

CARDS = 3
"""Cards of one title that are brought up to date, the latest first."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom to tell something, and where."""

    viewer: Viewer
    at: AskedAt


def call_for(services: Services, whom: Reader) -> Call:
    """What stands in for an update where something is said unasked."""
    viewer, at = whom.viewer, whom.at
    return Call(
        services=services,
        registry=load_registry(services.translations),
        viewer=viewer,
        speak=services.translations.to(viewer.locale),
        account=Account(at.platform, at.account_id),
        room=Room(at.room_id, at.private),
        id=f"{at.platform}:unasked",
        now=services.clock.now(),
    )


async def reader(services: Services, viewer_id: str, at: AskedAt | None) -> Reader | None:
    """Where they asked; where that is not possible any more, the account of theirs that was there last.

    None where nothing can be written to any of them.
    """
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(viewer_id)
        own = [Account(one.platform, one.account_id) for one in await unit.viewers.identities(viewer_id)]
        seen = {one: await unit.people.sighting(one.platform, one.id) for one in own}
    post = services.post
    if viewer is None or post is None:
        return None
    reached = [one for one in own if post.reaches(one)]
    if at is not None and Account(at.platform, at.account_id) in reached:
        return Reader(viewer, at)
    latest = [(not post.is_unreached(one), sighting.at, one) for one in reached if (sighting := seen[one]) is not None]
    if not latest:
        return None
    account = max(latest, key=lambda found: found[:2])[2]
    # which room is theirs alone is not known: in any other, the platform takes it to them in private
    return Reader(viewer, AskedAt(account.platform, account.id, account.id, private=False))


async def tell(services: Services, viewer_id: str, at: AskedAt | None, key: str, **facts: object) -> bool:
    """A sentence; whether it will be said, now or after their quiet hours."""
    whom = await reader(services, viewer_id, at)
    if whom is None:
        return False
    speak = services.translations.to(whom.viewer.locale)
    return await say(services, whom, Answer((Text(speak.text(key, **facts)),)))


async def tell_ready(services: Services, want: Want, item: Item) -> bool:
    """That ``item``, which they may open, can be played now, with the reason for which it was recommended."""
    whom = await reader(services, want.viewer_id, want.asked)
    if whom is None:
        return False
    call = call_for(services, whom)
    title = call.speak.quoted(call.speak.title(item))
    card = await _card(call, want, item)
    key = "request-ready-reason" if card.reason else "request-ready"
    heading = call.speak.text(key, title=title, when=call.speak.date(want.since.date()), reason=card.reason)
    return await say(services, whom, Answer((Text(heading), card)))


async def edit_cards(services: Services, viewer_id: str, item_id: str) -> int:
    """Let a title's cards in all chats of one person show how it stands with it now; how many will be tried.

    A message that cannot be edited any more stays as it is.
    """
    if services.post is None:
        return 0
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(viewer_id)
        own = {(one.platform, one.account_id) for one in await unit.viewers.identities(viewer_id)}
        shown = [one for key in twins(item_id) for one in await unit.shown_picks.of_item(key)]
    edited = 0
    for one in shown:
        if viewer is not None and edited < CARDS and (one.platform, one.account_id) in own:
            edited += await _edit_card(services, viewer, one)
    return edited


async def _edit_card(services: Services, viewer: Viewer, shown: ShownPick) -> bool:
    """Whether it will be tried."""
    # whether it was asked for where others read along is not known: if so, nothing is shown there to all of them
    call = call_for(services, Reader(viewer, AskedAt(shown.platform, shown.account_id, shown.room_id, private=False)))
    if services.post is None or not services.post.reaches(call.account):
        return False
    answer = await card_as_it_stands(call, shown)
    return answer is not None and await services.post.bring_up_to_date(
        shown.message_id, call.account, call.room, answer, locale=call.speak.locale
    )


async def card_as_it_stands(call: Call, shown: ShownPick) -> Answer | None:
    """What to edit the message of a pick to; None where it is not the reader's, or closed to them by now."""
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.get(shown.slate_id)
    item = await call.permitted_item(shown.item_id)
    pick = slate.pick(shown.rank) if slate is not None else None
    if slate is None or pick is None or item is None:
        return None
    if pick.item_id != item.id or slate.query.viewer_id != call.viewer.id:
        return None
    last = all(other.rank <= pick.rank for other in slate.picks)
    card = await card_now(call, OnPick(slate, pick, item))
    return Answer((card,), actions=more_of(call, slate) if last else (), replaces=True)


async def _card(call: Call, want: Want, item: Item) -> Card:
    """As it was recommended, where it was."""
    async with call.services.storage.unit() as unit:
        slate = await unit.slates.get(want.slate_id) if want.slate_id else None
    pick = slate.pick(want.rank) if slate is not None and slate.query.viewer_id == want.viewer_id else None
    if slate is not None and pick is not None and pick.item_id == item.id:
        return pick_card(call, slate, pick, await material(call, [pick]))
    found = await material(call, [], [item.id])
    return title_card(call, item, found, actions=title_buttons(item.id, call.speak))


async def say(services: Services, whom: Reader, answer: Answer) -> bool:
    """Whether it will be said, now or after their quiet hours."""
    viewer, at = whom.viewer, whom.at
    if services.post is None or (not at.private and not await _may_be_disturbed(services, viewer)):
        return False
    account, room = Account(at.platform, at.account_id), Room(at.room_id, at.private)
    return await services.post.tell(account, room, answer, locale=viewer.locale) is not None


async def _may_be_disturbed(services: Services, viewer: Viewer) -> bool:
    """Whether it is the hour for it: the post knows no quiet hours where others read along."""
    now = services.clock.now()
    async with services.storage.unit() as unit:
        manners = await unit.courtesies.of(viewer.id)
    due = moment_for(manners, Occasion.ALERT, zone_called(viewer.time_zone), now)
    return due is not None and due <= now

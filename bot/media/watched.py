"""Cards in chats follow what was played: the message of a pick that was seen says so."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.requesting.sought import twins
from bot.requesting.telling import CARDS, Reader, call_for, card_as_it_stands
from engine.domain.media_records import AskedAt
from engine.domain.people import Occasion
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.delivery.post import Post
    from bot.services import Services
    from engine.domain.letters import ShownPick
    from engine.domain.viewers import Viewer

_log = logging.getLogger(__name__)


async def follow(services: Services, seen: Iterable[tuple[str, str]]) -> None:
    """``seen``: who has just seen which title to its end. What cannot be edited now stays as it is."""
    for viewer_id, item_id in seen:
        try:
            await _edit(services, viewer_id, item_id)
        except RecommendarrError as error:
            _log.warning("a card could not be brought up to date: %s", error.key)


async def _edit(services: Services, viewer_id: str, item_id: str) -> None:
    post = services.post
    if post is None:
        return
    async with services.storage.unit() as unit:
        viewer = await unit.viewers.get(viewer_id)
        own = {(one.platform, one.account_id) for one in await unit.viewers.identities(viewer_id)}
        shown = [one for key in twins(item_id) for one in await unit.shown_picks.of_item(key)]
    mine = [one for one in shown if (one.platform, one.account_id) in own and _can_be_edited(post, one)]
    if viewer is not None:
        for one in mine[:CARDS]:
            await _edit_one(services, post, viewer, one)


async def _edit_one(services: Services, post: Post, viewer: Viewer, shown: ShownPick) -> None:
    # whether it was asked for where others read along is not known: if so, it stands in their private chat
    call = call_for(services, Reader(viewer, AskedAt(shown.platform, shown.account_id, shown.room_id, private=False)))
    if (answer := await card_as_it_stands(call, shown)) is not None:
        edits = (shown.message_id,)
        locale, occasion = call.speak.locale, Occasion.ASKED
        await post.tell(call.account, call.room, answer, locale=locale, edits=edits, occasion=occasion)


def _can_be_edited(post: Post, shown: ShownPick) -> bool:
    """Not where a platform may have shown it to them alone amid a room: that cannot be changed later."""
    courier = post.couriers.get(shown.platform)
    if courier is None:
        return False
    return courier.platform.capabilities.edit and not courier.platform.capabilities.ephemeral

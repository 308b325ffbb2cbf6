"""Cards in chats follow what was played: the message of a pick that was seen says so."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.requesting.telling import edit_cards
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.services import Services

_log = logging.getLogger(__name__)


async def follow(services: Services, seen: Iterable[tuple[str, str]]) -> None:
    """``seen``: who has just seen which title to its end. What cannot be edited now stays as it is."""
    for viewer_id, item_id in seen:
        try:
            await edit_cards(services, viewer_id, item_id)
        except RecommendarrError as error:
            _log.warning("a card could not be brought up to date: %s", error.key)

"""Tells people that what they waited for can be played: once, and only those who may open where it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.requesting.sought import twins
from bot.requesting.telling import edit_cards, tell_ready
from engine.domain.acquisition import RequestState
from engine.domain.items import Item, MediaType

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.media_records import MediaRequest, Want

_ENDED = frozenset({RequestState.AVAILABLE, RequestState.DECLINED, RequestState.CANCELLED, RequestState.GONE})
_OPEN = frozenset({RequestState.PENDING, RequestState.APPROVED})


class Arriving:
    """One look at a time, so that nobody is told twice."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def look(self, services: Services, item_ids: Sequence[str] | None = None) -> int:
        """How many were told; ``item_ids`` came to a shelf just now, None: whatever there is."""
        async with self._turn:
            async with services.storage.unit() as unit:
                if item_ids is None:
                    wants = await unit.wants.open()
                else:
                    wants = await unit.wants.of_items({key for one in item_ids for key in twins(one)})
                keys = {key for want in wants for key in twins(want.item_id)}
                items = await unit.items.get_many(keys) if keys else {}
            told = 0
            for want in wants:
                shelved = [items[key] for key in twins(want.item_id) if key in items and items[key].library_ids]
                told += await self._one(services, want, shelved) if shelved else 0
            return told

    async def _one(self, services: Services, want: Want, shelved: Sequence[Item]) -> bool:
        async with services.storage.unit() as unit:
            viewer = await unit.viewers.get(want.viewer_id)
        mine = viewer.library_ids if viewer is not None else frozenset[str]()
        item = next((one for one in shelved if one.library_ids & mine), None)
        if item is None:
            return False
        requests = await _requests(services, want)
        if _more_is_to_come(item, want, requests):
            return False
        for request in requests:
            await edit_cards(services, request.viewer_id, request.item_id)
        if not await tell_ready(services, want, item):
            return False
        async with services.storage.unit() as unit:
            await unit.wants.put(replace(want, told_at=services.clock.now()))
        return True


def _more_is_to_come(item: Item, want: Want, requests: Sequence[MediaRequest]) -> bool:
    """Whether it stood there before more of it was asked for: what was asked for is not what stands there."""
    before = item.added_at is not None and item.added_at <= want.since
    return before and any(one.state in _OPEN for one in requests)


async def _requests(services: Services, want: Want) -> list[MediaRequest]:
    """Theirs of that title; a film's has come true with it, a series' when the service says so."""
    async with services.storage.unit() as unit:
        every = [one for key in twins(want.item_id) for one in await unit.media_requests.of_item(key)]
        own = [one for one in every if one.viewer_id == want.viewer_id]
        for one in own:
            if one.item_id.startswith(f"{MediaType.MOVIE}:") and one.state not in _ENDED:
                at = services.clock.now()
                await unit.media_requests.put(replace(one, state=RequestState.AVAILABLE, updated_at=at))
    return own

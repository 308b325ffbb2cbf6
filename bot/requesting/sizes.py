"""How large a title will probably be, asked of whoever would get it and remembered for a day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.media.choosing import kind_asked, sort_of
from bot.requesting.sought import of_item
from bot.syncing.recognising import listed_as
from engine.domain.acquisition import Wish
from engine.domain.media import ExternalIds
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.media.stack import Stack
    from engine.domain.items import Item
    from engine.ports.clock import Clock

KEPT = timedelta(days=1)
PATIENCE = 2.0
"""Seconds that a card waits for it."""
MOST = 5_000
_log = logging.getLogger(__name__)


class Sizes:
    """Bytes by item id."""

    def __init__(self, stack: Stack, clock: Clock) -> None:
        self._stack, self._clock = stack, clock
        self._kept: dict[str, tuple[datetime, int | None]] = {}

    async def of(self, items: Iterable[Item]) -> dict[str, int]:
        """Those that can be told within ``PATIENCE``; the others are left out."""
        now, wanted = self._clock.now(), list(items)
        missing = [one for one in wanted if one.id not in self._kept or now - self._kept[one.id][0] > KEPT]
        if missing:
            tasks = [asyncio.create_task(self._ask(one, now)) for one in missing]
            _, late = await asyncio.wait(tasks, timeout=PATIENCE)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        found = {one.id: self._kept[one.id][1] for one in wanted if one.id in self._kept}
        return {key: size for key, size in found.items() if size}

    async def _ask(self, item: Item, now: datetime) -> None:
        try:
            wish, listed = wish_of(item), listed_as(item.id)[0]
            for _, requests in self._stack.requesters(sort_of(listed, item.id, item)):
                if (size := await requests.size_estimate(wish)) is not None:
                    break
            else:
                size = None
        except RecommendarrError as error:
            _log.info("a size could not be told: %s", error.key)
            return
        while len(self._kept) >= MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[item.id] = now, size


def wish_of(item: Item) -> Wish:
    """By what the catalogue knows. Raises InvalidQuery as ``of_item`` does."""
    sought = of_item(item)
    tvdb = item.external_ids.get("tvdb", "").partition(",")[0]
    ids = ExternalIds(sought.tmdb_id, item.imdb_id, int(tvdb) if tvdb.isascii() and tvdb.isdecimal() else None)
    return Wish(
        kind_asked(sought.listed, item.id),
        ids,
        item.title,
        item.year,
        runtime=item.runtime,
        episodes=item.episodes,
    )

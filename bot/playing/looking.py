"""Looks into series: servers tell of their episodes' files only when they are asked for one series."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.playing.copies import on_servers, open_copies
from engine.domain.items import MediaType
from engine.errors import RecommendarrError

if TYPE_CHECKING:
    from bot.playing.servers import Serving
    from bot.services import Services
    from engine.domain.items import Item
    from engine.domain.media_records import StoredItem
    from engine.domain.viewers import Viewer

_log = logging.getLogger(__name__)
PATIENCE = 3.0
"""Seconds that an opened card waits for it; without an answer it tells of no files."""


async def look_into(services: Services, viewer: Viewer, item: Item) -> None:
    """Keep what a series' files are like, where the person may open it and that is not known yet."""
    if item.media_type is MediaType.MOVIE or not on_servers(viewer.library_ids & item.library_ids):
        return
    async with services.storage.unit() as unit:
        copies = await open_copies(services, unit, viewer.library_ids, [item.id])
    unknown = [copy for copy in copies.of(item.id) if not copy.files and copy.server in copies.servers]
    found = await asyncio.gather(*(_told(copies.servers[copy.server], copy) for copy in unknown))
    if known := [copy for copy in found if copy is not None]:
        async with services.storage.unit() as unit:
            for copy in known:
                # as it stands now: what became of it in the meantime is not to be undone
                stands = (await unit.server_items.get(copy.server, [copy.key])).get(copy.key)
                if stands is not None:
                    await unit.server_items.put([replace(stands, files=copy.files)])


async def _told(serving: Serving, copy: StoredItem) -> StoredItem | None:
    try:
        async with asyncio.timeout(PATIENCE):
            told = await serving.server.item(copy.key)
    except (RecommendarrError, TimeoutError) as error:
        _log.info("%s did not tell of a series' files: %s", serving.name, type(error).__name__)
        return None
    return replace(copy, files=told.files) if told is not None and told.files else None

"""What has to be known of a title before it can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.requesting.sizes import wish_of
from engine.domain.media import ExternalIds
from engine.errors import SourceRejected, SourceUnavailable

if TYPE_CHECKING:
    from bot.requesting.sought import Sought
    from bot.services import Services
    from engine.domain.items import Item, MediaType
    from engine.ports.metadata import Details


@dataclass(frozen=True, slots=True)
class Facts:
    """By TMDB, else by the catalogue."""

    ids: ExternalIds
    seasons: tuple[int, ...]
    """Of a series."""
    runtime: int | None
    episodes: int | None
    item: Item | None = None
    """All that TMDB tells."""


async def facts_of(services: Services, sought: Sought) -> Facts:
    """While TMDB does not answer, what the catalogue knows may be enough."""
    details = await details_of(services, sought.listed, sought.tmdb_id)
    if details is not None:
        told = details.item
        return Facts(details.ids, details.seasons, told.runtime, told.episodes, told)
    if sought.item is None:
        return Facts(ExternalIds(sought.tmdb_id), (), None, None)
    wish = wish_of(sought.item)
    return Facts(wish.ids, tuple(range(1, (sought.item.seasons or 0) + 1)), wish.runtime, wish.episodes)


async def details_of(services: Services, listed: MediaType, tmdb_id: int) -> Details | None:
    """None where TMDB is not set up, does not know it, or does not answer."""
    metadata = services.stack.metadata if services.stack else None
    if metadata is None:
        return None
    try:
        return await metadata.details(listed, tmdb_id)
    except (SourceUnavailable, SourceRejected):
        return None

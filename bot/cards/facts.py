"""The small print of a card: year, length and kind; and its badges."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.playing.copies import Copies, on_servers
from bot.playing.quality import brief
from engine.domain.items import Item, MediaType

if TYPE_CHECKING:
    from bot.i18n import Translator

SEPARATOR = " · "
NEW_FOR = timedelta(days=30)
_QUALITY = {"4k": "4K", "hdr": "HDR", "hdr10": "HDR10", "dolby-vision": "Dolby Vision", "atmos": "Dolby Atmos"}


def facts(item: Item, speak: Translator) -> str:
    """“2019 · 2 h 12 min · Film”, with seasons, episodes or volumes where it has them; what is unknown is left out."""
    told = [str(item.year) if item.year else "", *_extent(item, speak), speak.domain(item.media_type)]
    return SEPARATOR.join(word for word in told if word)


NO_COPIES = Copies()


def badges(
    item: Item,
    speak: Translator,
    *,
    open_libraries: frozenset[str],
    now: datetime,
    parts: int,
    copies: Copies = NO_COPIES,
) -> list[str]:
    """What is special about it here. ``parts``: how many titles of its series the reader may know of.

    ``copies``: those the reader may open. Only they tell of quality where a title lies on a media server.
    """
    told: list[str] = []
    if item.library_ids & open_libraries:
        told.append(speak.text("card-in-library"))
        since = copies.since(item.id) if on_servers(item.library_ids) else item.added_at
        if since and timedelta(0) <= now - since <= NEW_FOR:
            told.append(speak.text("card-new"))
    order = item.collection.order if item.collection else None
    if order and parts >= max(order, 2):
        told.append(speak.text("card-part", part=order, parts=parts))
    told.extend(_quality(item, copies))
    return told


def _quality(item: Item, copies: Copies) -> list[str]:
    if on_servers(item.library_ids):
        return brief(copies.files(item.id))
    return [name for tag, name in _QUALITY.items() if tag in item.tags]


def _extent(item: Item, speak: Translator) -> list[str]:
    told: list[str] = []
    if item.media_type is MediaType.MANGA:
        return [speak.text("card-volumes", volumes=item.volumes)] if item.volumes else []
    if item.seasons:
        told.append(speak.text("card-seasons", seasons=item.seasons))
    elif item.episodes:
        told.append(speak.text("card-episodes", episodes=item.episodes))
    if item.runtime:
        told.append(speak.minutes(item.runtime))
    return told

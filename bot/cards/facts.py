"""The small print of a card: year, length and kind; and its badges."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

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


def badges(item: Item, speak: Translator, *, open_libraries: frozenset[str], now: datetime, parts: int) -> list[str]:
    """What is special about it here. ``parts``: how many titles of its series the reader may know of."""
    told: list[str] = []
    if item.library_ids & open_libraries:
        told.append(speak.text("card-in-library"))
        if item.added_at and timedelta(0) <= now - item.added_at <= NEW_FOR:
            told.append(speak.text("card-new"))
    order = item.collection.order if item.collection else None
    if order and parts >= max(order, 2):
        told.append(speak.text("card-part", part=order, parts=parts))
    told.extend(name for tag, name in _QUALITY.items() if tag in item.tags)
    return told


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

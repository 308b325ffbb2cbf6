"""One update being answered: who asks, where, in which language, and what to answer with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.domain.items import Item
from engine.domain.viewers import Viewer

if TYPE_CHECKING:
    from bot.i18n import Translator
    from bot.registry import Registry
    from bot.services import Services
    from bot.vocabulary import Account, Room


@dataclass(frozen=True, slots=True)
class Call:
    """Handed to every command and press."""

    services: Services
    registry: Registry
    viewer: Viewer
    speak: Translator
    account: Account
    room: Room
    id: str
    """Platform and update id: the same id is the same update."""
    now: datetime

    @property
    def today(self) -> date:
        """The asker's local date."""
        try:
            zone = ZoneInfo(self.viewer.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            zone = ZoneInfo("UTC")
        return self.now.astimezone(zone).date()

    def page(self, *path: str) -> str:
        """Address of a page of the companion."""
        return "/".join((self.services.page_url, *(quote(part, safe="") for part in path)))

    async def items(self, item_ids: Iterable[str]) -> dict[str, Item]:
        """The titles behind the ids, permitted or not: for titles that were permitted already."""
        async with self.services.storage.unit() as unit:
            return await unit.items.get_many(item_ids)

    async def permitted_item(self, item_id: str) -> Item | None:
        """The title, if it exists for the one who asks, now."""
        allowed = await self.services.recommender.permitted(self.viewer.id, (item_id,))
        return (await self.items(allowed)).get(item_id) if allowed else None

    def as_viewer(self, viewer: Viewer) -> Call:
        """The same update, answered for ``viewer`` and in their language."""
        return replace(self, viewer=viewer, speak=self.services.translations.to(viewer.locale))

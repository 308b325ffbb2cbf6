"""When the lists of a public catalogue are learned from, and what becomes of that: a public model without any file."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.training.gathering import fingerprint
from bot.training.listed import FEWEST_LISTS, gather_lists
from engine.domain.items import Item, MediaType
from engine.learning.packing import Contents, seal
from engine.learning.recognising import reference_of
from engine.ports.models import Manifest, ModelKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.training.kept import KeptModels
    from bot.training.work import Parts
    from engine.learning.log import Log
    from engine.learning.manifest import Reference
    from engine.ports.storage import Storage

LISTED = "listed"
"""The source such a model names."""
GROWN = 1.1
"""So many times as many lists as the last time are worth another look."""
COUNT = "lists"


@dataclass(slots=True)
class Lists:
    """A public model that the owner supplied always comes first: beside one nothing is learned from lists."""

    storage: Storage
    kept: KeptModels
    wanted: bool = True
    _tried: int = 0
    """Lists there were when they were gathered last: most may be of titles that are gone, and nothing came of them."""

    async def due(self) -> bool:
        """Whether there is enough that is new."""
        if not self.wanted:
            return False
        public = [known for known in await self.kept.list() if _is_public(known.stored.manifest)]
        if any(known.in_use and not _is_listed(known.stored.manifest) for known in public):
            return False
        last = max(self._tried, *(_lists(known.stored.manifest) for known in public), 0.0)
        count = await self._count()
        return count >= FEWEST_LISTS and count > GROWN * last

    async def gather(self, items: Sequence[str], now: datetime) -> Log | None:
        """What is to be learned, where that is due."""
        if not await self.due():
            return None
        self._tried = await self._count()
        return await gather_lists(self.storage, items, now)

    async def keep(self, learned: Parts, log: Log, about: Manifest) -> str:
        """Keep what was learned; it is in service from now on unless the household's model ``about`` was held back."""
        manifest = replace(
            about,
            kind=ModelKind.PUBLIC,
            source=LISTED,
            fingerprint=await asyncio.to_thread(fingerprint, log),
            people=0,
            meetings=len(log),
            metrics={COUNT: float(await self._count())},
        )
        references = await self._references(log.items)
        packed = await asyncio.to_thread(seal, Contents(manifest, *learned, references))
        return await self.kept.add(packed, use=not about.held_back)

    async def _count(self) -> int:
        async with self.storage.unit() as unit:
            return await unit.title_lists.count()

    async def _references(self, item_ids: Sequence[str]) -> tuple[Reference, ...]:
        known: dict[str, Reference] = {}
        async with self.storage.unit() as unit:
            async for batch in unit.items.stream():
                known.update((item.id, reference_of(item)) for item in batch)
        # one that went meanwhile is nobody's
        return tuple(known.get(key) or reference_of(Item(key, MediaType.MOVIE, key)) for key in item_ids)


def _is_public(about: Manifest | None) -> bool:
    return about is not None and about.kind is ModelKind.PUBLIC


def _is_listed(about: Manifest | None) -> bool:
    return about is not None and about.source == LISTED


def _lists(about: Manifest | None) -> float:
    return about.metrics.get(COUNT, 0.0) if about is not None else 0.0

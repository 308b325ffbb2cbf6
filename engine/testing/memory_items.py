"""Items and libraries in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field

from engine.domain.items import Item, Library
from engine.testing.table import Table, Undo


@dataclass(slots=True)
class ItemRows:
    """What outlives a unit of work."""

    items: Table[str, Item] = field(default_factory=Table[str, Item])
    libraries: Table[str, Library] = field(default_factory=Table[str, Library])
    revision: int = 0


class MemoryItems:
    def __init__(self, rows: ItemRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def upsert(self, items: Sequence[Item]) -> None:
        for item in items:
            self._rows.items.put(item.id, item, self._undo)
        before = self._rows.revision
        self._undo.push(lambda: setattr(self._rows, "revision", before))
        self._rows.revision += 1

    async def get(self, item_id: str) -> Item | None:
        return self._rows.items.get(item_id)

    async def get_many(self, item_ids: Iterable[str]) -> dict[str, Item]:
        found = ((item_id, self._rows.items.get(item_id)) for item_id in item_ids)
        return {item_id: item for item_id, item in found if item is not None}

    async def stream(self, batch: int = 2_000) -> AsyncIterator[list[Item]]:
        ids = sorted(self._rows.items)
        for start in range(0, len(ids), batch):
            items = (self._rows.items.get(item_id) for item_id in ids[start : start + batch])
            yield [item for item in items if item is not None]

    async def count(self) -> int:
        return len(self._rows.items)

    async def revision(self) -> int:
        return self._rows.revision


class MemoryLibraries:
    def __init__(self, rows: ItemRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def upsert(self, libraries: Sequence[Library]) -> None:
        for library in libraries:
            self._rows.libraries.put(library.id, library, self._undo)

    async def all(self) -> list[Library]:
        return sorted(self._rows.libraries.values(), key=lambda library: library.id)

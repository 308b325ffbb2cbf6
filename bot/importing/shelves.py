"""Where the titles of a catalogue go: libraries by name, made when missing, opened to everyone unless closed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.importing.catalogue import slug
from bot.importing.people import OPEN_LIBRARIES, open_libraries
from engine.domain.items import Item, Library
from engine.ports.storage import UnitOfWork

DEFAULT = "Imported"


class Shelves:
    """Libraries by name, as far as they were met."""

    def __init__(self, default: str = "", *, closed: bool = False) -> None:
        self._default = default.strip() or DEFAULT
        self._closed = closed
        self._ids: dict[str, str] | None = None
        self.made: list[Library] = []

    async def place(self, unit: UnitOfWork, items: Iterable[Item]) -> list[Item]:
        """The items with the ids of their libraries instead of names."""
        placed: list[Item] = []
        for item in items:
            names = item.library_ids or {self._default}
            placed.append(replace(item, library_ids=frozenset([await self._id_of(unit, name) for name in names])))
        return placed

    async def _id_of(self, unit: UnitOfWork, name: str) -> str:
        if self._ids is None:
            known = await unit.libraries.all()
            self._ids = {library.id: library.id for library in known}
            self._ids |= {library.name.casefold(): library.id for library in known}
        key = name.casefold()
        if key not in self._ids:
            self._ids[key] = await self._made(unit, name, self._ids)
        return self._ids[key]

    async def _made(self, unit: UnitOfWork, name: str, known: dict[str, str]) -> str:
        wanted = slug(name) or "library"
        if wanted in known:
            return known[wanted]
        library = Library(wanted, name)
        await unit.libraries.upsert([library])
        self.made.append(library)
        known[wanted] = wanted
        if not self._closed:
            for viewer in await unit.viewers.all():
                await unit.viewers.set_access(viewer.id, viewer.library_ids | {wanted})
            await unit.values.put(OPEN_LIBRARIES, json.dumps(sorted({*await open_libraries(unit), wanted})))
        return wanted


def merged(old: Item | None, new: Item) -> Item:
    """``new``, without taking from a known title what other sources say of it: its shelves, tags and ids elsewhere."""
    if old is None:
        return new
    return replace(
        new,
        library_ids=old.library_ids | new.library_ids,
        tags=old.tags | new.tags,
        external_ids=_joined(old.external_ids, new.external_ids),
        added_at=min(filter(None, (old.added_at, new.added_at)), default=None),
        poster_url=new.poster_url or old.poster_url,
    )


def _joined(old: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    """Every id of both; the same title can be there twice elsewhere."""
    keys: dict[str, dict[str, None]] = {}
    for service, told in (*old.items(), *new.items()):
        keys.setdefault(service, {}).update(dict.fromkeys(told.split(",")))
    return {service: ",".join(sorted(found, key=lambda key: (len(key), key))) for service, found in keys.items()}

"""Whose history a row is: the person who was named, or, in files of many, one viewer for each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from engine.domain.viewers import Viewer
from engine.errors import InvalidQuery
from engine.ports.storage import Storage, UnitOfWork

OPEN_LIBRARIES = "import-open-libraries"
"""Name of the stored value that lists the libraries which everyone who comes by import may open."""


async def chosen_viewer(storage: Storage, named: str, *, create: bool) -> Viewer | None:
    """The viewer of that name or id; the only one there is where nobody is named; None: still to be made.

    Raises InvalidQuery where it is not clear who is meant.
    """
    async with storage.unit() as unit:
        if not named:
            everyone = await unit.viewers.all()
            if len(everyone) == 1:
                return everyone[0]
            names = ", ".join(sorted(viewer.name for viewer in everyone)[:20])
            raise InvalidQuery("import-whose", names=names or "-")
        if found := await unit.viewers.get(named):
            return found
        found_by_name = await unit.viewers.find(named)
    if len(found_by_name) > 1:
        raise InvalidQuery("import-namesakes", name=named, ids=", ".join(viewer.id for viewer in found_by_name))
    if not found_by_name and not create:
        raise InvalidQuery("import-no-such-person", name=named)
    return found_by_name[0] if found_by_name else None


class People:
    """Viewers by the name that a file has for them."""

    def __init__(self, single: Viewer | None = None, name: str = "") -> None:
        """``single``: everything is theirs; ``name``: everything is a new viewer's of that name."""
        self._single = single.id if single else ""
        self._name = name
        self._by_name: dict[str, str] = {}
        self.made: list[Viewer] = []

    def id_of(self, person: str) -> str:
        """The viewer's id; ``meet`` the person first."""
        return self._single or self._by_name[self._name or person]

    async def meet(self, unit: UnitOfWork, persons: Iterable[str]) -> None:
        """Find or make viewers for everyone who was not met before."""
        if self._single:
            return
        for person in (self._name,) if self._name else dict.fromkeys(persons):
            if person not in self._by_name:
                self._by_name[person] = await self._found(unit, person) or await self._made(unit, person)

    async def _found(self, unit: UnitOfWork, person: str) -> str | None:
        """Someone of that very name, where it is a name; else whoever was made for that number before."""
        known = await unit.viewers.find(person) if _is_name(person) else []
        if len(known) == 1:
            return known[0].id
        made = await unit.viewers.get(_id_of(person))
        return made.id if made else None

    async def _made(self, unit: UnitOfWork, person: str) -> str:
        name = person if _is_name(person) else f"Viewer {person}"
        viewer = Viewer(id=_id_of(person), name=name, library_ids=frozenset(await open_libraries(unit)))
        await unit.viewers.add(viewer)
        self.made.append(viewer)
        return viewer.id


async def open_libraries(unit: UnitOfWork) -> list[str]:
    """Ids of the libraries that everyone who comes by import may open."""
    stored = await unit.values.get(OPEN_LIBRARIES)
    return list(map(str, json.loads(stored))) if stored else []


def _is_name(person: str) -> bool:
    return any(letter.isalpha() for letter in person)


def _id_of(person: str) -> str:
    """The same person in the next file is the same viewer."""
    return f"import-{hashlib.blake2b(person.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"

"""Viewers and their accounts in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from engine.domain.records import Identity
from engine.domain.viewers import Viewer
from engine.testing.table import Table, Undo


@dataclass(slots=True)
class ViewerRows:
    viewers: Table[str, Viewer] = field(default_factory=Table[str, Viewer])
    identities: Table[tuple[str, str], Identity] = field(default_factory=Table[tuple[str, str], Identity])


class MemoryViewers:
    def __init__(self, rows: ViewerRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def add(self, viewer: Viewer) -> None:
        if viewer.id in self._rows.viewers:
            raise ValueError(f"viewer {viewer.id!r} exists already")
        self._rows.viewers.put(viewer.id, viewer, self._undo)

    async def get(self, viewer_id: str) -> Viewer | None:
        return self._rows.viewers.get(viewer_id)

    async def find(self, name: str) -> list[Viewer]:
        folded = name.casefold()
        return [viewer for viewer in await self.all() if viewer.name.casefold() == folded]

    async def all(self) -> list[Viewer]:
        return sorted(self._rows.viewers.values(), key=lambda viewer: viewer.id)

    async def update(self, viewer: Viewer) -> None:
        known = self._known(viewer.id)
        self._rows.viewers.put(viewer.id, replace(viewer, library_ids=known.library_ids), self._undo)

    async def set_access(self, viewer_id: str, library_ids: Iterable[str]) -> None:
        known = self._known(viewer_id)
        self._rows.viewers.put(viewer_id, replace(known, library_ids=frozenset(library_ids)), self._undo)

    async def link(self, identity: Identity) -> None:
        self._known(identity.viewer_id)
        self._rows.identities.put((identity.platform, identity.account_id), identity, self._undo)

    async def unlink(self, platform: str, account_id: str) -> bool:
        return self._rows.identities.drop((platform, account_id), self._undo) is not None

    async def by_identity(self, platform: str, account_id: str) -> Viewer | None:
        identity = self._rows.identities.get((platform, account_id))
        return self._rows.viewers.get(identity.viewer_id) if identity else None

    async def identities(self, viewer_id: str) -> list[Identity]:
        mine = [identity for identity in self._rows.identities.values() if identity.viewer_id == viewer_id]
        return sorted(mine, key=lambda identity: (identity.platform, identity.account_id))

    def _known(self, viewer_id: str) -> Viewer:
        viewer = self._rows.viewers.get(viewer_id)
        if viewer is None:
            raise LookupError(f"no viewer {viewer_id!r}")
        return viewer

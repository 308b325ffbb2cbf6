"""Which copies of a title a person may open now; a copy in a closed library is as if it were not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.playing.servers import Serving, servers
from bot.syncing.shelves import VENDORS, shelves_of

if TYPE_CHECKING:
    from bot.services import Services
    from engine.domain.media import MediaFile
    from engine.domain.media_records import StoredItem
    from engine.ports.storage import UnitOfWork

_NOTHING: Mapping[str, Sequence[StoredItem]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies on shelves of media servers that one person may open."""

    by_item: Mapping[str, Sequence[StoredItem]] = field(default_factory=lambda: _NOTHING)
    """The best first."""
    servers: Mapping[str, Serving] = field(default_factory=dict[str, Serving])
    """Those in use, by their own id."""

    def of(self, item_id: str) -> Sequence[StoredItem]:
        return self.by_item.get(item_id, ())

    def files(self, item_id: str) -> tuple[MediaFile, ...]:
        """Of every open copy, the best first."""
        return tuple(sorted((file for copy in self.of(item_id) for file in copy.files), key=worth, reverse=True))

    def since(self, item_id: str) -> datetime | None:
        """Since when there has been an open copy."""
        return min((copy.added_at for copy in self.of(item_id) if copy.added_at is not None), default=None)

    def link(self, item_id: str) -> str:
        """Opens the best copy in its server's own app or page; empty where that is not known."""
        for copy in self.of(item_id):
            serving = self.servers.get(copy.server)
            link = serving.server.deep_link(copy.key) if serving is not None else ""
            if link.startswith(("http://", "https://")):
                return link
        return ""


async def open_copies(
    services: Services, unit: UnitOfWork, open_libraries: frozenset[str], item_ids: Iterable[str]
) -> Copies:
    """The copies of these titles in libraries among ``open_libraries``."""
    stored = await unit.server_items.of_items(item_ids)
    found = {
        item_id: sorted((copy for copy in copies if is_open(copy, open_libraries)), key=_best, reverse=True)
        for item_id, copies in stored.items()
    }
    there = {item_id: copies for item_id, copies in found.items() if copies}
    return Copies(there, await servers(services, unit) if there else {})


def is_open(copy: StoredItem, open_libraries: frozenset[str]) -> bool:
    """Whether the library it lies in is among them, or a part of it that it is in.

    Ids of servers are their own, so the vendor need not be known.
    """
    return any(not shelves_of(vendor, copy).isdisjoint(open_libraries) for vendor in VENDORS)


def on_servers(library_ids: Iterable[str]) -> bool:
    """Whether libraries of a media server are among them. Files there say what they are; tags are for the others."""
    return any(library.partition(":")[0] in VENDORS for library in library_ids)


def worth(file: MediaFile) -> tuple[int, int, int, int]:
    """Sorts files: by picture, then by its range, then by how much there is of it."""
    return (file.width or 0) * (file.height or 0) or (file.width or 0), len(file.hdr), file.bitrate or 0, file.size or 0


def _best(copy: StoredItem) -> tuple[tuple[int, int, int, int], str]:
    return max((worth(file) for file in copy.files), default=(0, 0, 0, 0)), copy.key

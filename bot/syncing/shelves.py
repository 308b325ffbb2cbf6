"""How shelves of servers are called here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.domain.items import Library, MediaType
from engine.domain.media import Part, Section, ServerAccount

if TYPE_CHECKING:
    from engine.domain.media_records import StoredItem

ANIME_WORDS = ("anime",)
"""In the name of a library: what is in it is anime rather than films or series."""
VENDORS = ("plex", "jellyfin")
"""Whose libraries come and go with their servers."""
_PART = "~"
"""Between the id of a library and the name of a part of it. A part is as a library of its own to those it is open to,
and is listed nowhere."""


def library_id(vendor: str, server_id: str, section: str) -> str:
    """Id of a server's section as a library."""
    return f"{prefix(vendor, server_id)}{section}"


def part_id(vendor: str, server_id: str, part: Part) -> str:
    """What a part of a section goes by, where libraries do."""
    return f"{library_id(vendor, server_id, part.section)}{_PART}{part.name}"


def is_part(library: str) -> bool:
    """Whether that is the id of a part of a media server's library."""
    return _PART in library and library.startswith(tuple(f"{vendor}:" for vendor in VENDORS))


def whole_of(library: str) -> str:
    """The id of the library that a part is of; any other id as it is."""
    return library.rpartition(_PART)[0] if is_part(library) else library


def shelves_of(vendor: str, item: StoredItem) -> frozenset[str]:
    """Ids of the library that a copy lies in, and of the parts of it."""
    parts = {part_id(vendor, item.server, Part(item.section, name)) for name in item.parts}
    return frozenset({library_id(vendor, item.server, item.section), *parts})


def opened(libraries: Iterable[Library], library_ids: frozenset[str]) -> list[tuple[Library, str]]:
    """Those of which somebody may open all or a part, and the id by which they do."""
    known = {one.id: one for one in libraries}
    return [(known[whole], one) for one in sorted(library_ids) if (whole := whole_of(one)) in known]


def nobodys(vendor: str) -> str:
    """Id of a library that is on no server, and that nobody may open."""
    return f"{vendor}::nobody"


def prefix(vendor: str, server_id: str) -> str:
    """What the ids of all libraries of a server begin with."""
    return f"{vendor}:{server_id}:"


def libraries(vendor: str, server_id: str, sections: Iterable[Section]) -> list[Library]:
    """The sections with something to recommend, as libraries."""
    return [
        Library(library_id(vendor, server_id, one.key), one.name or one.key, kind_of(one))
        for one in sections
        if one.media_type is not None
    ]


def kind_of(section: Section) -> MediaType | None:
    """What the section holds; its owner's name for it decides whether that is anime."""
    if section.media_type is not None and any(word in section.name.casefold() for word in ANIME_WORDS):
        return MediaType.ANIME
    return section.media_type


def open_to(account: ServerAccount, vendor: str, server_id: str, sections: Iterable[Section]) -> frozenset[str]:
    """Ids of the libraries, and of the parts of others, that the account may open now."""
    if not account.active:
        return frozenset()
    known = {one.key for one in sections if one.media_type is not None}
    allowed = known if account.sections is None else known & account.sections
    parts = {part_id(vendor, server_id, one) for one in account.parts if one.section in known - allowed}
    return frozenset({library_id(vendor, server_id, key) for key in allowed} | parts)

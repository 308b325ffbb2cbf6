"""How shelves of servers are called here."""

from __future__ import annotations

from collections.abc import Iterable

from engine.domain.items import Library, MediaType
from engine.domain.media import Section, ServerAccount

ANIME_WORDS = ("anime",)
"""In the name of a library: what is in it is anime rather than films or series."""


def library_id(vendor: str, server_id: str, section: str) -> str:
    """Id of a server's section as a library."""
    return f"{prefix(vendor, server_id)}{section}"


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
    """Ids of the libraries that the account may open now."""
    if not account.active:
        return frozenset()
    known = {one.key for one in sections if one.media_type is not None}
    allowed = known if account.sections is None else known & account.sections
    return frozenset(library_id(vendor, server_id, key) for key in allowed)

"""Sections and titles, from Plex's words into ours. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from adapters.library.plex.elements import Unreadable, moment, text, whole
from adapters.library.plex.files import files
from engine.domain.items import Credit, CreditRole, MediaType
from engine.domain.media import ExternalIds, Section, ServerIdentity, ShelfItem

TYPES = {"movie": MediaType.MOVIE, "show": MediaType.TV}
"""Of sections and of titles alike."""
NUMBERS = {MediaType.MOVIE: 1, MediaType.TV: 2}
"""What Plex calls the types in queries."""
_NO_LANGUAGE = frozenset({"", "xn", "none", "xx"})
_GUID = re.compile(r"(tmdb|themoviedb|imdb|tvdb|thetvdb)://([A-Za-z0-9]+)")
_HAMA = re.compile(r"hama://tvdb\d?-(\d+)")
_ROLES = {"Director": CreditRole.DIRECTOR, "Writer": CreditRole.WRITER, "Role": CreditRole.ACTOR}


def identity(container: Element) -> ServerIdentity:
    """Raises Unreadable where the server does not say which it is."""
    server = ServerIdentity(
        text(container, "machineIdentifier"), text(container, "friendlyName"), text(container, "version")
    )
    if not server.id:
        raise Unreadable("no machineIdentifier")
    return server


def section(element: Element) -> Section | None:
    key = text(element, "key").removeprefix("/library/sections/")
    return Section(key, text(element, "title"), TYPES.get(text(element, "type"))) if key else None


def language(element: Element) -> str | None:
    """Of a section's metadata, without the region."""
    tag = text(element, "language").lower()
    return None if tag in _NO_LANGUAGE else tag.split("-", maxsplit=1)[0]


def shelf_item(element: Element, section_key: str = "", tongue: str | None = None) -> ShelfItem | None:
    """A film or series; None for anything else."""
    kind, key, title = TYPES.get(text(element, "type")), item_key(element), text(element, "title")
    if kind is None or not key or not title:
        return None
    series = kind is MediaType.TV
    return ShelfItem(
        key=key,
        section=text(element, "librarySectionID") or section_key,
        media_type=kind,
        title=title,
        year=year(element),
        original_title=text(element, "originalTitle") or None,
        ids=external_ids(element),
        runtime=minutes(element),
        genres=_tags(element, "Genre"),
        credits=_credits(element),
        synopsis=text(element, "summary"),
        language=tongue,
        seasons=whole(element, "childCount") if series else None,
        episodes=whole(element, "leafCount") if series else None,
        labels=frozenset(_tags(element, "Label")),
        rated=text(element, "contentRating"),
        added_at=moment(element, "addedAt"),
        changed_at=moment(element, "updatedAt"),
        files=() if series else files(element),
    )


def item_key(element: Element) -> str:
    return text(element, "ratingKey") or key_of(text(element, "key"))


def key_of(path: str) -> str:
    """``/library/metadata/30/children`` → ``30``; empty for other paths."""
    found = re.match(r"/library/metadata/(\d+)", path)
    return found.group(1) if found else ""


def year(element: Element) -> int | None:
    told = whole(element, "year")
    if told is None and text(element, "originallyAvailableAt")[:4].isdecimal():
        told = int(text(element, "originallyAvailableAt")[:4])
    return told if told and 1800 < told < 3000 else None


def minutes(element: Element) -> int | None:
    milliseconds = whole(element, "duration")
    return max(1, round(milliseconds / 60_000)) if milliseconds and milliseconds > 0 else None


def external_ids(element: Element) -> ExternalIds:
    """From the Guid entries, else from the guid of an agent of old."""
    guids = [text(entry, "id") for entry in element.findall("Guid")]
    return ids_of([*guids, text(element, "guid")])


def ids_of(guids: Iterable[str]) -> ExternalIds:
    """``tmdb://603``, ``com.plexapp.agents.imdb://tt0133093?lang=en`` and the like; the first of each kind counts."""
    tmdb = imdb = tvdb = None
    for guid in guids:
        found = _GUID.search(guid)
        kind, value = found.groups() if found else ("", "")
        if kind in {"tmdb", "themoviedb"}:
            tmdb = tmdb or _id(value)
        elif kind == "imdb" and re.fullmatch(r"tt\d{5,12}", value):
            imdb = imdb or value
        elif kind in {"tvdb", "thetvdb"}:
            tvdb = tvdb or _id(value)
        elif hama := _HAMA.search(guid):
            tvdb = tvdb or _id(hama.group(1))
    return ExternalIds(tmdb, imdb, tvdb)


def _id(value: str) -> int | None:
    # What is longer is no id, and Python refuses to read figures of thousands of digits.
    return int(value) if len(value) < 11 and value.isascii() and value.isdecimal() and int(value) > 0 else None


def _tags(element: Element, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for entry in element.findall(name) if (tag := text(entry, "tag"))))


def _credits(element: Element) -> tuple[Credit, ...]:
    named = [
        Credit(name, role, order) for tag, role in _ROLES.items() for order, name in enumerate(_tags(element, tag))
    ]
    studio = text(element, "studio")
    return (*named, Credit(studio, CreditRole.STUDIO)) if studio else tuple(named)

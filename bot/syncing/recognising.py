"""Finds out which title something on a shelf is: by its ids, else by title and year, else it is one of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from engine.domain.items import MediaType, item_id
from engine.domain.media_records import MatchedBy

if TYPE_CHECKING:
    from engine.domain.acquisition import Candidate
    from engine.domain.media import ShelfItem
    from engine.ports.metadata import Metadata

SURE = 0.95
"""Same title, same year, and nothing else as good."""
YEAR_APART = 0.15
"""What a year of difference costs; releases of countries differ by one."""
NO_YEAR = 0.2
"""What it costs where the shelf does not say the year."""
RIVAL = 0.15
"""Another one that fits so nearly as well is a rival …"""
DOUBT = 0.25
"""… and this is what it costs."""
LEAST = 0.5
"""Below it nothing was recognised."""
_NOT_WORDS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The title that something on a shelf is taken for."""

    item_id: str
    tmdb_id: int | None
    matched_by: MatchedBy
    confidence: float
    """0–1."""


async def recognise(item: ShelfItem, kind: MediaType, server_id: str, metadata: Metadata | None) -> Recognised:
    """``kind``: of its library. Raises what the catalogue of the world raises."""
    if item.ids.tmdb is not None:
        return _sure(item, kind, item.ids.tmdb)
    if metadata is not None:
        if item.ids and (found := _only(await metadata.find(item.ids), item)) is not None:
            return _sure(item, kind, found.tmdb_id)
        if guess := best(await _searched(item, metadata), item):
            found, confidence = guess
            key = title_id(kind, _asked(item), found.tmdb_id)
            return Recognised(key, found.tmdb_id, MatchedBy.SEARCH, confidence)
    return by_its_own(item, kind, server_id)


async def _searched(item: ShelfItem, metadata: Metadata) -> list[Candidate]:
    """Of its year first: of some titles there are more than one answer holds; else of any, as years are often wrong."""
    asked = _asked(item)
    if item.year is not None:
        found = await metadata.search(item.title, media_type=asked, year=item.year)
        if any(likeness(one, item) >= SURE for one in found):
            return found
    return await metadata.search(item.title, media_type=asked)


def by_its_own(item: ShelfItem, kind: MediaType, server_id: str) -> Recognised:
    """The title by the best id there is without a catalogue of the world."""
    film = "film-" if kind is MediaType.ANIME and item.media_type is MediaType.MOVIE else ""
    if item.ids.imdb is not None:
        key = item_id(kind, provider=f"{film}imdb", key=item.ids.imdb)
        return Recognised(key, None, MatchedBy.IDS, 1.0)
    if item.ids.tvdb is not None:
        key = item_id(kind, provider=f"{film}tvdb", key=str(item.ids.tvdb))
        return Recognised(key, None, MatchedBy.IDS, 1.0)
    key = item_id(kind, provider=f"{film}server", key=f"{server_id}-{item.key}")
    return Recognised(key, None, MatchedBy.NONE, 0.0)


def title_id(kind: MediaType, listed: MediaType, tmdb_id: int) -> str:
    """Key of a title that TMDB lists as ``listed``: it counts films and series apart, and so is anime here."""
    if kind is MediaType.ANIME and listed is MediaType.MOVIE:
        return item_id(kind, provider="film", key=str(tmdb_id))
    return item_id(kind, tmdb_id=tmdb_id)


def is_known_here_alone(key: str) -> bool:
    """Whether no catalogue of the world lists the title: nobody knows of it but by the server it lies on."""
    return key.split(":")[1] in {"server", "film-server"}


def listed_as(key: str) -> tuple[MediaType, int | None]:
    """What ``title_id`` was made from, but for the kind: how TMDB lists the title, and its number there, if any."""
    kind, _, rest = key.partition(":")
    if kind == MediaType.ANIME and rest.startswith(("film:", "film-")):
        listed, number = MediaType.MOVIE, rest.removeprefix("film:")
    else:
        listed, number = (MediaType.MOVIE if kind == MediaType.MOVIE else MediaType.TV), rest
    return listed, int(number) if number.isascii() and number.isdecimal() else None


def public_key(key: str) -> str | None:
    """The same as a key of the catalogue of the world, such as ``movie:603``; None where it is not listed there."""
    listed, number = listed_as(key)
    return None if number is None else item_id(listed, tmdb_id=number)


def keys_listed(numbers: Iterable[int], key: str) -> tuple[str, ...]:
    """Public keys of titles listed beside the title ``key``, which are of its sort."""
    listed, _ = listed_as(key)
    return tuple(item_id(listed, tmdb_id=number) for number in dict.fromkeys(numbers))


def likeness(candidate: Candidate, item: ShelfItem) -> float:
    """How likely they are the same, 0–1, by titles and year alone."""
    names = _folded(item.title, item.original_title or "")
    others = _folded(candidate.title, *candidate.titles)
    alike = max((fuzz.ratio(name, other) / 100 for name in names for other in others), default=0.0)
    if item.year is None or candidate.year is None:
        return max(alike - NO_YEAR, 0.0)
    return max(alike - YEAR_APART * min(abs(item.year - candidate.year), 5), 0.0)


def folded(title: str) -> str:
    """A title as it is compared: no accents, no punctuation, one case."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return _NOT_WORDS.sub(" ", "".join(one for one in plain if not unicodedata.combining(one))).strip()


def _folded(*names: str) -> set[str]:
    return {folded(name) for name in names} - {""}


def best(found: Iterable[Candidate], item: ShelfItem) -> tuple[Candidate, float] | None:
    """The likeliest and how likely it is, 0–1; None where none is likely."""
    scored = [(likeness(one, item), one.popularity, one) for one in found]
    ranked = sorted(scored, key=lambda one: one[:2], reverse=True)
    if not ranked or ranked[0][0] < LEAST:
        return None
    first = ranked[0][0]
    contested = len(ranked) > 1 and ranked[1][0] > first - RIVAL
    return ranked[0][2], max(min(first, SURE) - (DOUBT if contested else 0.0), 0.0)


def _only(found: list[Candidate], item: ShelfItem) -> Candidate | None:
    """An id of elsewhere may stand for several kinds of title; the one of the shelf's kind is meant."""
    fit = [one for one in found if _asked(item) in {one.media_type, _plain(one.media_type)}]
    return fit[0] if fit else None


def _asked(item: ShelfItem) -> MediaType:
    return MediaType.MOVIE if item.media_type is MediaType.MOVIE else MediaType.TV


def _plain(media_type: MediaType) -> MediaType:
    return MediaType.TV if media_type is MediaType.ANIME else media_type


def _sure(item: ShelfItem, kind: MediaType, tmdb_id: int) -> Recognised:
    return Recognised(title_id(kind, _asked(item), tmdb_id), tmdb_id, MatchedBy.IDS, 1.0)

"""What can be recommended: films, series, anime and manga, with the people who made them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class MediaType(StrEnum):
    """The kind of title; each is a domain of its own in a viewer's taste."""

    MOVIE = "movie"
    TV = "tv"
    ANIME = "anime"
    MANGA = "manga"


class CreditRole(StrEnum):
    """What a person did for a title."""

    DIRECTOR = "director"
    CREATOR = "creator"
    WRITER = "writer"
    COMPOSER = "composer"
    ACTOR = "actor"
    STUDIO = "studio"


@dataclass(frozen=True, slots=True)
class Credit:
    """One person (or studio) in one role; ``order`` is the billing order, from 0."""

    name: str
    role: CreditRole
    order: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """A franchise and the title's place in it (``order`` from 1; None where unknown)."""

    name: str
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A title. ``id`` is ``<media type>:<tmdb id>`` or ``<media type>:<provider>:<its id>``."""

    id: str
    media_type: MediaType
    title: str
    year: int | None = None
    original_title: str | None = None
    titles: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    """Title per language tag, beside ``title``."""
    synopses: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    """Synopsis per language tag; ``en`` where only one is known."""
    runtime: int | None = None
    """Minutes, of the film or of a usual episode."""
    genres: tuple[str, ...] = ()
    """Canonical English genre names, see ``engine.domain.genres``."""
    keywords: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2."""
    language: str | None = None
    """ISO 639-1 of the original."""
    credits: tuple[Credit, ...] = ()
    collection: Collection | None = None
    seasons: int | None = None
    episodes: int | None = None
    volumes: int | None = None
    tmdb_id: int | None = None
    imdb_id: str | None = None
    external_ids: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    """Its ids elsewhere, per service (movielens, mal, tvdb); several of one service are separated by commas."""
    vote_average: float | None = None
    """0–10."""
    vote_count: int | None = None
    popularity: float | None = None
    library_ids: frozenset[str] = frozenset()
    """Libraries that hold it; empty: known, but on no shelf here."""
    tags: frozenset[str] = frozenset()
    """4k, hdr, labels and the like."""
    added_at: datetime | None = None
    poster_url: str | None = None

    def title_in(self, locale: str) -> str:
        """The title a reader of ``locale`` knows."""
        return self.titles.get(locale) or self.titles.get(locale.split("-", maxsplit=1)[0]) or self.title

    def synopsis_in(self, locale: str) -> str | None:
        """The synopsis in ``locale``, else in English, else in whatever language there is."""
        for tag in (locale, locale.split("-", maxsplit=1)[0], "en"):
            if text := self.synopses.get(tag):
                return text
        return next(iter(self.synopses.values()), None)

    def people(self, *roles: CreditRole) -> tuple[str, ...]:
        """Names in the given roles, in billing order."""
        chosen = [c for c in self.credits if c.role in roles]
        return tuple(dict.fromkeys(c.name for c in sorted(chosen, key=lambda c: c.order)))


@dataclass(frozen=True, slots=True)
class Library:
    """A section of a media server that a viewer may or may not open."""

    id: str
    name: str
    media_type: MediaType | None = None


def item_id(media_type: MediaType, *, tmdb_id: int | None = None, provider: str = "", key: str = "") -> str:
    """The key of a title: its TMDB id where it has one, else its own provider's."""
    if tmdb_id is not None:
        return f"{media_type}:{tmdb_id}"
    if not provider or not key:
        raise ValueError("an item without a TMDB id needs a provider and a key")
    return f"{media_type}:{provider}:{key}"

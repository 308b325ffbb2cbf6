"""From Jellyfin's JSON to libraries, titles and accounts. Pure; what cannot be read is left out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from adapters.library.jellyfin.fields import Json, count, key, keys, moment, rows, table, text, texts, truth
from adapters.library.jellyfin.media_files import media_files
from engine.domain.items import Credit, CreditRole, MediaType
from engine.domain.media import ExternalIds, Part, ServerAccount, ServerIdentity, ShelfItem

MOVIE, SERIES, SEASON, EPISODE = "Movie", "Series", "Season", "Episode"
MEDIA_TYPES: Mapping[str, MediaType] = MappingProxyType({MOVIE: MediaType.MOVIE, SERIES: MediaType.TV})
TICKS_OF_A_MINUTE = 600_000_000
FARTHEST_YEAR = 9999
MOST_CREDITS = 40
_TYPES_BY_COLLECTION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"movies": (MOVIE,), "tvshows": (SERIES,), "mixed": (MOVIE, SERIES), "": (MOVIE, SERIES)}
)
"""A library without a kind holds films and series; all other kinds hold nothing that is recommended here."""
_ROLES: Mapping[str, CreditRole] = MappingProxyType(
    {
        "Director": CreditRole.DIRECTOR,
        "Creator": CreditRole.CREATOR,
        "Writer": CreditRole.WRITER,
        "Composer": CreditRole.COMPOSER,
        "Actor": CreditRole.ACTOR,
        "GuestStar": CreditRole.ACTOR,
    }
)
_LIMITS = ("BlockedTags", "AllowedTags", "BlockUnratedItems")
_AGES = ("MaxParentalRating", "MaxParentalSubRating")
_IMDB = re.compile(r"tt\d{5,12}\Z")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library as it is set up on the server; one with films and series among each other is two of them here."""

    key: str
    name: str
    kind: str
    """What of it is recommended here, as Jellyfin calls it; empty: nothing."""
    folder: str
    """The server's own key of the library."""
    locations: tuple[str, ...] = ()
    """Folders, each ending with a slash, as the server writes them but with slashes only."""
    language: str | None = None

    def depth(self, path: str) -> int:
        """How much of the path is the folder of this library that it lies in; 0: it does not."""
        plain = _slashed(path)
        return max((len(place) for place in self.locations if plain.startswith(place)), default=0)


def identity(answer: Json) -> ServerIdentity | None:
    """The server; None where it does not say who it is."""
    told = key(answer.get("Id"))
    return ServerIdentity(told, text(answer.get("ServerName")), text(answer.get("Version"))) if told else None


def shelves(answer: object) -> list[Shelf]:
    """The libraries of the server."""
    return [shelf for row in rows(answer) for shelf in _shelves(row)]


def account(row: Json, everything: Sequence[Shelf]) -> ServerAccount | None:
    """A person's account, with the libraries (``everything``: all there are) that its policy lets it open.

    A policy that is missing opens nothing. One that limits which titles may be seen opens parts of libraries only;
    what lies in these the server itself says, for that very account.
    """
    told, policy = key(row.get("Id")), table(row.get("Policy"))
    if not told:
        return None
    blocked = keys(policy.get("BlockedMediaFolders"))
    opened: frozenset[str] | None
    if policy.get("EnableAllFolders") is True:
        opened = frozenset(shelf.key for shelf in everything if shelf.folder not in blocked) if blocked else None
    else:
        folders = keys(policy.get("EnabledFolders")) - blocked
        opened = frozenset(shelf.key for shelf in everything if shelf.folder in folders)
    limits = _limits(policy)
    own = [shelf for shelf in everything if shelf.kind and (opened is None or shelf.key in opened)] if limits else []
    name = hashlib.blake2b(json.dumps([told, limits]).encode(), digest_size=8).hexdigest()
    return ServerAccount(
        id=told,
        name=text(row.get("Name")),
        owner=policy.get("IsAdministrator") is True,
        active=bool(policy) and policy.get("IsDisabled") is not True,
        sections=frozenset() if limits else opened,
        parts=frozenset(Part(shelf.key, name) for shelf in own),
    )


def _limits(policy: Json) -> list[tuple[str, str]]:
    """By what the account may be kept from single titles: by rating, by tags, by lack of a rating."""
    told = {name: policy.get(name) for name in _AGES if policy.get(name) is not None}
    told |= {name: policy.get(name) for name in _LIMITS if policy.get(name)}
    return [(name, json.dumps(told[name], sort_keys=True)) for name in sorted(told)]


def shelf_item(row: Json, shelf: Shelf) -> ShelfItem | None:
    """A film or series of that library; None where it is something else or has no id or name."""
    told, title, media_type = key(row.get("Id")), text(row.get("Name")), MEDIA_TYPES.get(text(row.get("Type")))
    if not told or not title or media_type is None:
        return None
    ticks = count(row.get("RunTimeTicks"))
    series = media_type is MediaType.TV
    return ShelfItem(
        key=told,
        section=shelf.key,
        media_type=media_type,
        title=title,
        year=year(row.get("ProductionYear")),
        original_title=text(row.get("OriginalTitle")) or None,
        ids=external_ids(row),
        runtime=round(ticks / TICKS_OF_A_MINUTE) or None if ticks else None,
        genres=tuple(dict.fromkeys(texts(row.get("Genres")))),
        credits=tuple(_credits(row)),
        synopsis=text(row.get("Overview")),
        language=text(row.get("PreferredMetadataLanguage")) or shelf.language,
        seasons=count(row.get("ChildCount")) if series else None,
        episodes=count(row.get("RecursiveItemCount")) if series else None,
        labels=frozenset(texts(row.get("Tags"))),
        rated=text(row.get("CustomRating")) or text(row.get("OfficialRating")),
        added_at=moment(row.get("DateCreated")),
        files=media_files(row),
    )


def external_ids(row: Json) -> ExternalIds:
    """Its ids elsewhere; the names of providers come in any case."""
    told = {name.lower(): value for name, value in table(row.get("ProviderIds")).items()}
    imdb = text(told.get("imdb"))
    return ExternalIds(
        tmdb=count(told.get("tmdb")), imdb=imdb if _IMDB.match(imdb) else None, tvdb=count(told.get("tvdb"))
    )


def year(value: object) -> int | None:
    told = count(value)
    return told if told is not None and told <= FARTHEST_YEAR else None


def _shelves(row: Json) -> list[Shelf]:
    told, name, kind = key(row.get("ItemId")), text(row.get("Name")), row.get("CollectionType")
    if not told:
        return []
    types = _TYPES_BY_COLLECTION.get(text(kind).lower(), ()) if kind is None or isinstance(kind, str) else ()
    options = table(row.get("LibraryOptions"))
    if truth(options.get("Enabled")) is False:
        types = ()
    locations = tuple(f"{plain.rstrip('/')}/" for place in texts(row.get("Locations")) if (plain := _slashed(place)))
    language = text(options.get("PreferredMetadataLanguage")) or None
    first = Shelf(told, name, types[0] if types else "", told, locations, language)
    return [first, *(replace(first, key=f"{told}-tv", name=f"{name} (TV)", kind=more) for more in types[1:])]


def _credits(row: Json) -> Iterable[Credit]:
    people = rows(row.get("People"))
    for order, person in enumerate(people[:MOST_CREDITS]):
        role, name = _ROLES.get(text(person.get("Type"))), text(person.get("Name"))
        if role and name:
            yield Credit(name, role, order)
    for order, studio in enumerate(rows(row.get("Studios"))[:MOST_CREDITS]):
        if name := text(studio.get("Name")):
            yield Credit(name, CreditRole.STUDIO, order)


def _slashed(path: str) -> str:
    return path.replace("\\", "/")

"""Titles and libraries. A catalogue of 100,000 is read through here at every start, so this is plain and quick."""

from __future__ import annotations

from types import MappingProxyType

from adapters.storage.rows import ItemRow, LibraryRow
from engine.domain.items import NO_TEXTS, Collection, Credit, CreditRole, Item, Library, MediaType

MEDIA_TYPES = {str(kind): kind for kind in MediaType}
ROLES = {str(role): role for role in CreditRole}
AS_THEY_ARE = (
    "id", "title", "year", "original_title", "runtime", "language", "seasons", "episodes", "volumes", "tmdb_id",
    "imdb_id", "vote_average", "vote_count", "popularity", "added_at", "poster_url",
)  # fmt: skip


def item_values(item: Item) -> dict[str, object]:
    """The columns of ``item``."""
    values: dict[str, object] = {name: getattr(item, name) for name in AS_THEY_ARE}
    values.update(
        media_type=str(item.media_type),
        collection=item.collection.name if item.collection else None,
        collection_order=item.collection.order if item.collection else None,
        external_ids=dict(item.external_ids),
        titles=dict(item.titles),
        synopses=dict(item.synopses),
        genres=list(item.genres),
        keywords=list(item.keywords),
        countries=list(item.countries),
        credits=[(credit.name, str(credit.role), credit.order) for credit in item.credits],
        library_ids=sorted(item.library_ids),
        tags=sorted(item.tags),
    )
    return values


def item_of(row: ItemRow) -> Item:
    """The title that ``row`` keeps. Credits in a role this version does not know are left out."""
    return Item(
        id=row.id,
        media_type=MEDIA_TYPES[row.media_type],
        title=row.title,
        year=row.year,
        original_title=row.original_title,
        titles=MappingProxyType(row.titles) if row.titles else NO_TEXTS,
        synopses=MappingProxyType(row.synopses) if row.synopses else NO_TEXTS,
        runtime=row.runtime,
        genres=tuple(row.genres or ()),
        keywords=tuple(row.keywords or ()),
        countries=tuple(row.countries or ()),
        language=row.language,
        credits=tuple(Credit(name, ROLES[role], order) for name, role, order in row.credits or () if role in ROLES),
        collection=None if row.collection is None else Collection(row.collection, row.collection_order),
        seasons=row.seasons,
        episodes=row.episodes,
        volumes=row.volumes,
        tmdb_id=row.tmdb_id,
        imdb_id=row.imdb_id,
        external_ids=MappingProxyType(row.external_ids) if row.external_ids else NO_TEXTS,
        vote_average=row.vote_average,
        vote_count=row.vote_count,
        popularity=row.popularity,
        library_ids=frozenset(row.library_ids or ()),
        tags=frozenset(row.tags or ()),
        added_at=row.added_at,
        poster_url=row.poster_url,
    )


def library_values(library: Library) -> dict[str, object]:
    """The columns of ``library``."""
    return {
        "id": library.id,
        "name": library.name,
        "media_type": None if library.media_type is None else str(library.media_type),
    }


def library_of(row: LibraryRow) -> Library:
    """The library that ``row`` keeps."""
    return Library(row.id, row.name, None if row.media_type is None else MEDIA_TYPES[row.media_type])

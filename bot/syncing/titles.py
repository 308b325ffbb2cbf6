"""What a server tells of a title, as a title of ours, and what is put together from several tellers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from engine.domain.genres import canonical_genres
from engine.domain.items import Item, MediaType
from engine.domain.shelf_tags import on_shelves, tag_and_library, tag_on

if TYPE_CHECKING:
    from engine.domain.media import MediaFile, ShelfItem

FOUR_K = 2_000
"""Lines from which a picture is called 4K; cropped ones have fewer than 2,160."""
WIDE_FOUR_K = 3_800
_FACTS = (
    "year", "original_title", "runtime", "genres", "keywords", "countries", "language", "credits", "collection",
    "seasons", "episodes", "volumes", "tmdb_id", "imdb_id", "vote_average", "vote_count", "popularity", "poster_url",
)  # fmt: skip

_IDS = frozenset({"tmdb_id", "imdb_id"})
_NOTHING = (None, ())


def as_item(shelf: ShelfItem, key: str, kind: MediaType, tmdb_id: int | None, libraries: frozenset[str]) -> Item:
    """The title by what the server knows of it."""
    ids = {"tvdb": str(shelf.ids.tvdb)} if shelf.ids.tvdb is not None else {}
    synopses = {shelf.language or "en": shelf.synopsis} if shelf.synopsis.strip() else {}
    return Item(
        id=key,
        media_type=kind,
        title=shelf.title,
        year=shelf.year,
        original_title=shelf.original_title,
        synopses=MappingProxyType(synopses),
        runtime=shelf.runtime,
        genres=canonical_genres(shelf.genres),
        credits=shelf.credits,
        seasons=shelf.seasons,
        episodes=shelf.episodes,
        tmdb_id=tmdb_id,
        imdb_id=shelf.ids.imdb,
        external_ids=MappingProxyType(ids),
        library_ids=libraries,
        tags=tags(shelf).union(*({tag_on(tag, library) for tag in tags(shelf)} for library in libraries)),
        added_at=shelf.added_at,
    )


def together(known: Item | None, told: Item) -> Item:
    """``known`` with what ``told`` adds: facts that were missing, further libraries, the tags of the files of now."""
    if known is None:
        return told
    missing = {name: getattr(told, name) for name in _FACTS if getattr(known, name) in {None, ()}}
    return replace(
        known,
        **missing,
        titles=MappingProxyType({**told.titles, **known.titles}),
        synopses=MappingProxyType({**told.synopses, **known.synopses}),
        external_ids=MappingProxyType({**told.external_ids, **known.external_ids}),
        library_ids=known.library_ids | told.library_ids,
        tags=_tags_together(known, told),
        added_at=min(filter(None, (known.added_at, told.added_at)), default=None),
    )


def enriched(known: Item, facts: Item) -> Item:
    """``known`` with the facts of a catalogue of the world, which go first; shelves, tags and key stay."""
    better = {name: getattr(facts, name) for name in _FACTS if getattr(facts, name) not in {None, ()}}
    return replace(
        known,
        **better,
        title=facts.title or known.title,
        titles=MappingProxyType({**known.titles, **facts.titles}),
        synopses=MappingProxyType({**known.synopses, **facts.synopses}),
        external_ids=MappingProxyType({**known.external_ids, **facts.external_ids}),
    )


def renewed(known: Item, facts: Item | None) -> Item:
    """``known`` with what a catalogue of the world says now in place of all it said before; None: it says nothing.

    Its key, shelves, tags and ids stay, and the title, so that it can still be named.
    """
    told = facts or Item(known.id, known.media_type, known.title)
    now = {name: getattr(told, name) for name in _FACTS if name not in _IDS}
    ids = {name: getattr(told, name) or getattr(known, name) for name in _IDS}
    looked_up = {"vote_count": told.vote_count or 0}
    return replace(
        known,
        **now | ids | looked_up,
        title=told.title or known.title,
        titles=told.titles,
        synopses=told.synopses,
        external_ids=MappingProxyType({**known.external_ids, **told.external_ids}),
    )


def is_poorer(after: Item, before: Item) -> bool:
    """Whether something was known of it before that is not now."""
    lost = any(getattr(before, name) not in _NOTHING and getattr(after, name) in _NOTHING for name in _FACTS)
    return (
        lost or not before.titles.keys() <= after.titles.keys() or not before.synopses.keys() <= after.synopses.keys()
    )


def _tags_together(known: Item, told: Item) -> frozenset[str]:
    """What was said of copies in other libraries stays; what was said of this one is as it is told now."""
    elsewhere = {tag for tag in known.tags if tag_and_library(tag)[1] not in {"", *told.library_ids}}
    of_titles = {tag for tag in known.tags if not tag_and_library(tag)[1]} - on_shelves(known.tags) - _OF_FILES
    return told.tags | elsewhere | on_shelves(elsewhere) | of_titles


_OF_FILES = frozenset({"4k", "hdr", "dolby-vision", "atmos"})


def tags(shelf: ShelfItem) -> frozenset[str]:
    """4k, hdr and the like from its files, and the labels its owner gave it."""
    labels = {label.strip().casefold() for label in shelf.labels}
    return frozenset(label for label in labels if label).union(*(_of_file(one) for one in shelf.files))


def _of_file(file: MediaFile) -> Iterable[str]:
    if (file.height or 0) >= FOUR_K or (file.width or 0) >= WIDE_FOUR_K:
        yield "4k"
    if file.hdr:
        yield "hdr"
    if "dolby-vision" in file.hdr:
        yield "dolby-vision"
    if file.atmos:
        yield "atmos"


def digest(shelf: ShelfItem, kind: MediaType) -> str:
    """Changes when anything that the server tells of the title does."""
    return hashlib.blake2b(repr((kind, _sorted(shelf))).encode(), digest_size=12).hexdigest()


def _sorted(shelf: ShelfItem) -> tuple[object, ...]:
    return (replace(shelf, labels=frozenset(), changed_at=None), tuple(sorted(shelf.labels)))

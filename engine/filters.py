"""Bounds that every mode keeps to, as masks over the whole catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from engine.catalogue import MEDIA_TYPES, Catalogue
from engine.domain.genres import canonical_genres
from engine.domain.query import Filters
from engine.domain.shelf_tags import tag_and_library, tag_on
from engine.scoring.baselines import Mask

Bound = Callable[[Catalogue, Filters], Mask | None]
"""A mask, or None where the field does not bound."""


def passing(catalogue: Catalogue, filters: Filters) -> Mask:
    """Titles within every bound that the title alone decides, [n]. A bound on something unknown is not passed.

    ``minimum_confidence``, ``influenced_by`` and ``exclude_influence`` depend on the viewer and are judged elsewhere.
    """
    found = np.ones(len(catalogue), np.bool_)
    for bound in BOUNDS:
        mask = bound(catalogue, filters)
        if mask is not None:
            found &= mask
    return found


def tagged_openly(catalogue: Catalogue, tags: Iterable[str], open_libraries: frozenset[str]) -> Mask:
    """Titles that have every tag by what one may know with access to ``open_libraries``, [n].

    What is said of copies holds only where one of them may be opened; asked for by a closed library it is unknown.
    """
    found = np.ones(len(catalogue), np.bool_)
    for tag in sorted(tags):
        plain, library_id = tag_and_library(tag)
        if library_id and library_id not in open_libraries:
            return np.zeros(len(catalogue), np.bool_)
        on_any = catalogue.tags.any_of(tag_on(plain, one) for one in catalogue.library_index)
        on_open = np.zeros(len(catalogue), np.bool_)
        for one in open_libraries & catalogue.library_index.keys():
            on_open |= catalogue.tags.any_of((tag_on(plain, one),)) & catalogue.open_to(frozenset({one}))
        found &= catalogue.tags.any_of((tag,)) & (on_open | ~on_any)
    return found


def _media_types(catalogue: Catalogue, filters: Filters) -> Mask | None:
    if not filters.media_types:
        return None
    wanted = [place for place, media_type in enumerate(MEDIA_TYPES) if media_type in filters.media_types]
    return np.isin(catalogue.media_type, np.array(wanted, np.uint8))


def _libraries(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return catalogue.open_to(filters.library_ids) if filters.library_ids else None


def _genres(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return catalogue.genres.any_of(canonical_genres(tuple(filters.genres))) if filters.genres else None


def _exclude_genres(catalogue: Catalogue, filters: Filters) -> Mask | None:
    if not filters.exclude_genres:
        return None
    return ~catalogue.genres.any_of(canonical_genres(tuple(filters.exclude_genres)))


def _tags(catalogue: Catalogue, filters: Filters) -> Mask | None:
    if not filters.tags:
        return None
    return np.logical_and.reduce([catalogue.tags.any_of((tag,)) for tag in sorted(filters.tags)])


def _collections(catalogue: Catalogue, filters: Filters) -> Mask | None:
    if not filters.collections:
        return None
    folded = {name.casefold() for name in filters.collections}
    places = [place for place, name in enumerate(catalogue.collection_names) if name.casefold() in folded]
    return np.isin(catalogue.collection, np.array(places, np.int32))


def _countries(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return catalogue.countries.any_of(sorted(filters.countries)) if filters.countries else None


def _languages(catalogue: Catalogue, filters: Filters) -> Mask | None:
    if not filters.languages:
        return None
    wanted = [place for place, language in enumerate(catalogue.languages) if language in filters.languages]
    return np.isin(catalogue.language, np.array(wanted, np.int16))


def _people(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return catalogue.people.any_of(sorted(filters.people)) if filters.people else None


def _years(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return _between(catalogue.year, filters.year_from, filters.year_to)


def _runtime(catalogue: Catalogue, filters: Filters) -> Mask | None:
    return _between(catalogue.runtime, filters.runtime_from, filters.runtime_to)


def _between(column: np.ndarray[tuple[int], np.dtype[np.int16]], low: int | None, high: int | None) -> Mask | None:
    if low is None and high is None:
        return None
    found = column > 0
    if low is not None:
        found &= column.astype(np.int64) >= low
    if high is not None:
        found &= column.astype(np.int64) <= high
    return found


BOUNDS: tuple[Bound, ...] = (
    _media_types, _libraries, _genres, _exclude_genres, _tags, _collections,
    _countries, _languages, _people, _years, _runtime,
)  # fmt: skip

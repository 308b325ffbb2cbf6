"""All titles as columns: what ranking reads instead of rows in a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.columns.named import Features
from engine.columns.vectors import ItemVectors
from engine.domain.items import CreditRole, MediaType

if TYPE_CHECKING:
    from engine.graph.mentions import Mentions

MEDIA_TYPES = tuple(MediaType)
ROLES = tuple(CreditRole)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """An immutable snapshot of every title, one row each, in id order. Arrays are shared: never write to them."""

    version: str
    """Differs whenever anything in the snapshot does."""
    ids: tuple[str, ...]
    index: Mapping[str, int]
    """Item id to row."""
    media_type: NDArray[np.uint8]
    """Position in ``MEDIA_TYPES``."""
    year: NDArray[np.int16]
    """0 unknown."""
    runtime: NDArray[np.int16]
    """Minutes, 0 unknown."""
    language: NDArray[np.int16]
    """Position in ``languages``, -1 unknown."""
    languages: tuple[str, ...]
    libraries: NDArray[np.uint64]
    """[n, words]: bit set over ``library_index``."""
    library_index: Mapping[str, int]
    added_day: NDArray[np.int32]
    """Days since 1970, -1 unknown."""
    genres: Features
    """Rows of unit length, equal values."""
    keywords: Features
    """0 or 1."""
    people: Features
    """Weighted by role: director and creator 1.0, writer 0.6, composer 0.4, studio 0.3, actors 0.9·0.85^order."""
    countries: Features
    """0 or 1."""
    tags: Features
    """0 or 1."""
    people_roles: NDArray[np.uint8]
    """Weightiest role behind each entry of ``people.columns``, position in ``ROLES``."""
    people_credits: NDArray[np.uint8]
    """Everything the person did in that title, parallel to ``people_roles``: a bit set over ``ROLES``."""
    collection: NDArray[np.int32]
    """Position in ``collection_names``, -1 none."""
    collection_order: NDArray[np.int16]
    """From 1, 0 unknown."""
    collection_names: tuple[str, ...]
    vote_average: NDArray[np.float32]
    """0–10, nan unknown."""
    vote_count: NDArray[np.int32]
    quality: NDArray[np.float32]
    """0–1, nan unknown; ``engine.columns.quality.bayesian_quality``."""
    confidence: NDArray[np.float32]
    """0–1, nan unknown; ``engine.columns.quality.vote_confidence``."""
    popularity: NDArray[np.float32]
    """Distinct viewers here who finished it."""
    vectors: ItemVectors | None = None
    mentions: Mentions | None = None
    """What the synopses mention."""

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, item_ids: Iterable[str]) -> NDArray[np.int64]:
        """Rows of the ids that are known, in the given order."""
        rows = (self.index.get(item_id) for item_id in item_ids)
        return np.fromiter((row for row in rows if row is not None), np.int64)

    def open_to(self, library_ids: frozenset[str]) -> NDArray[np.bool_]:
        """Titles on a shelf that may be opened with access to ``library_ids``, [n]."""
        return np.asarray((self.libraries & self._bits(library_ids)).any(axis=1))

    def on_no_shelf(self) -> NDArray[np.bool_]:
        """Titles known, but in no library here, [n]."""
        return ~np.asarray(self.libraries.any(axis=1))

    def visible_to(self, library_ids: frozenset[str]) -> NDArray[np.bool_]:
        """Titles that may be spoken of: on an open shelf, or on no shelf at all, [n]."""
        return self.open_to(library_ids) | self.on_no_shelf()

    def visible_rows(self, library_ids: frozenset[str], rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """``visible_to`` for some ``rows`` only, [len(rows)]; False for a row below 0."""
        known = np.flatnonzero(rows >= 0)
        shelves = self.libraries[rows[known]]
        visible = np.zeros(len(rows), np.bool_)
        visible[known] = (shelves & self._bits(library_ids)).any(axis=1) | ~shelves.any(axis=1)
        return visible

    def role_of(self, person: int, visible: NDArray[np.bool_]) -> CreditRole:
        """The role in which a person (a column) weighs most over the titles for which ``visible`` [n] is true."""
        span = slice(self.people.columns.indptr[person], self.people.columns.indptr[person + 1])
        weights = self.people.columns.data[span] * visible[self.people.columns.indices[span]]
        return ROLES[int(np.bincount(self.people_roles[span], weights, len(ROLES)).argmax())]

    def credits_in(self, person: int, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
        """What a person (a column) did in each of ``rows``, [len(rows)]: a bit set over ``ROLES``, 0 where nothing."""
        span = slice(self.people.columns.indptr[person], self.people.columns.indptr[person + 1])
        having = self.people.columns.indices[span]
        if not len(having):
            return np.zeros(len(rows), np.uint8)
        places = np.minimum(np.searchsorted(having, rows), len(having) - 1)
        return np.where(having[places] == rows, self.people_credits[span][places], 0).astype(np.uint8)

    def of_type(self, media_type: MediaType) -> NDArray[np.bool_]:
        """Titles of one media type, [n]."""
        return np.asarray(self.media_type == MEDIA_TYPES.index(media_type))

    def _bits(self, library_ids: frozenset[str]) -> NDArray[np.uint64]:
        wanted = np.zeros(self.libraries.shape[1], np.uint64)
        for library_id in library_ids:
            if (bit := self.library_index.get(library_id)) is not None:
                wanted[bit // 64] |= np.uint64(1 << (bit % 64))
        return wanted


def roles_of(bits: int) -> tuple[CreditRole, ...]:
    """The roles of a bit set over ``ROLES``, in that order: who directs before who acts."""
    return tuple(role for place, role in enumerate(ROLES) if bits >> place & 1)


def role_bit(role: CreditRole) -> int:
    """The bit of a role in a bit set over ``ROLES``."""
    return 1 << ROLES.index(role)

"""The edges between titles and what connects them, as the catalogue holds them already."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.named import Features
from engine.columns.sparse import Sparse, by_column, by_row


class Tie(StrEnum):
    """What connects titles."""

    PEOPLE = "people"
    """Acted in (by billing), directed, wrote, composed, created, made: people and studios."""
    KEYWORDS = "keywords"
    """Listed under a keyword, or mentioning it."""
    GENRES = "genres"
    COLLECTIONS = "collections"
    NAMES = "names"
    """Mentions a name."""


TIES = tuple(Tie)
PULL = MappingProxyType({Tie.PEOPLE: 1.0, Tie.KEYWORDS: 1.0, Tie.GENRES: 8.0, Tie.COLLECTIONS: 1.0, Tie.NAMES: 0.5})
"""How much an average edge of each kind weighs in a walk that leaves a title.

Genres connect thousands: that is why so much of the walk has to go there for them to be felt at all. Between half and
twice these figures nothing measurable changes.
"""
MENTIONED = 0.5
"""What a keyword in a synopsis counts beside one that the title is listed under."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The edges of one kind between titles and the vertices that connect them. Its arrays are the catalogue's own."""

    tie: Tie
    features: Features
    offset: int
    """Number of its first vertex. Blocks with the same offset share their vertices."""
    factor: float = 1.0
    """On every value."""

    @property
    def size(self) -> int:
        """Vertices."""
        return len(self.features.names)

    @property
    def span(self) -> slice:
        """Its vertices."""
        return slice(self.offset, self.offset + self.size)

    @property
    def by_title(self) -> Sparse:
        return self.features.matrix

    @property
    def by_vertex(self) -> Sparse:
        return self.features.columns


def blocks_of(catalogue: Catalogue) -> tuple[Block, ...]:
    """Every block that has an edge, in the order of ``Tie``; nothing is copied."""
    mentions = catalogue.mentions
    parts: list[tuple[Tie, Features, float]] = [
        (Tie.PEOPLE, catalogue.people, 1.0),
        (Tie.KEYWORDS, catalogue.keywords, 1.0),
        (Tie.GENRES, catalogue.genres, 1.0),
        (Tie.COLLECTIONS, _collections(catalogue), 1.0),
    ]
    if mentions is not None:
        parts += [(Tie.NAMES, mentions.names, 1.0), (Tie.KEYWORDS, mentions.keywords, MENTIONED)]
    found: list[Block] = []
    offsets: dict[Tie, int] = {}
    last = 0
    for tie, features, factor in parts:
        offset = offsets.setdefault(tie, last)
        last = max(last, offset + len(features.names))
        if features.matrix.nnz:
            found.append(Block(tie, features, offset, factor))
    return tuple(found)


def vertices_of(catalogue: Catalogue) -> int:
    """How many vertices there are beside the titles, connected or not."""
    names = len(catalogue.mentions.names.names) if catalogue.mentions is not None else 0
    own = (catalogue.people, catalogue.keywords, catalogue.genres)
    return sum(len(one.names) for one in own) + len(catalogue.collection_names) + names


def _collections(catalogue: Catalogue) -> Features:
    """Which titles belong to which collection, 0 or 1."""
    member = catalogue.collection >= 0
    columns = catalogue.collection[member].astype(np.int32)
    ends: NDArray[np.int64] = np.append(0, np.cumsum(member)).astype(np.int64)
    names = catalogue.collection_names
    matrix = by_row(np.ones(len(columns), np.float32), columns, ends, (len(member), len(names)))
    return Features(matrix, by_column(matrix), names)

"""What a catalogue alone says, before anybody met anything: the attributes' side of the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.sparse import Sparse
from engine.learning.attributes import UNKNOWN_YEAR, Space, space_of
from engine.learning.cold_standing import standing_of, told_of
from engine.learning.components import FIRST_YEAR, YEAR_BINS
from engine.learning.kinship import Features
from engine.learning.kinship_relatives import relatives_of
from engine.learning.parts import Bridge
from engine.learning.places import Places
from engine.learning.sources import Binned, Dense, Factored, Listed, Source
from engine.learning.sparse import Floats, Rows, product, table

RELATED: Mapping[str, tuple[str, ...]] = {"makers": ("person", "collection"), "subjects": ("keyword",)}
"""Kinds of attributes that make titles relatives, by source."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """One catalogue in the space of attributes."""

    features: Features
    places: Floats
    """[n, d] ``Space.places``."""
    parts: Mapping[str, slice]
    """Of ``places``."""
    franchise: Sparse
    """[n, n] one where two titles share a collection."""
    relatives: Mapping[str, Sparse]
    """[n, n] ``kinship_relatives`` by whom and what titles share."""
    makers: Sparse
    """[n, names] ``Features.named``, of those who made a title and its collection alone."""
    told: Floats
    """[3, n] ``cold_standing.told_of``."""
    bins: Rows
    """[n] year, from ``FIRST_YEAR``."""
    facts: Rows
    """[n] how many attributes each title has."""

    @classmethod
    def of(cls, catalogue: Catalogue, space: Space) -> Ground:
        """Lay the catalogue out."""
        titles = space.described(catalogue)
        places = space.places(titles)
        years = np.where(catalogue.year > 0, catalogue.year, UNKNOWN_YEAR).astype(np.int64)
        franchise = _together(catalogue.collection.astype(np.int64))
        bins = np.clip(years - FIRST_YEAR, 0, YEAR_BINS - 1)
        alone = {name: _alone(titles.named, space.of_kinds(*kinds)) for name, kinds in RELATED.items()}
        relatives = {name: relatives_of(named) for name, named in alone.items()}
        return cls(
            Features.of(titles), places, space.parts(), franchise, relatives, alone["makers"], told_of(catalogue), bins,
            titles.facts,
        )  # fmt: skip

    def described(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of ``rows`` have at least as many attributes as half of them.

        How much is told of a title goes with its fame, and must not be mistaken for it.
        """
        return self.facts[rows] >= np.median(self.facts[rows]) if len(rows) else np.zeros(0, np.bool_)

    def all_places(self, bridge: Bridge) -> Places:
        """What attributes say along the bridge, beside ``places``, [n, r + d]."""
        return Places.of(np.concatenate([self.features.along(bridge.directions), self.places], axis=1))

    def mapped(self, bridge: Bridge, places: Places) -> Mapping[str, Factored]:
        """Sources by way of ``all_places``."""
        told = bridge.directions.shape[1]
        own: dict[str, Factored] = {}
        for name, kind in _OWN.items():
            part = self.parts[kind]
            figures = slice(told + part.start, told + part.stop)
            own[name] = Factored(None, places, figures)
        across = slice(0, told)
        return {
            **own,
            "titles": Factored(bridge.titles, places, across),
            "like-minded": Factored(bridge.people, places, across),
        }

    def sources(self, bridge: Bridge, places: Places) -> Mapping[str, Source]:
        """All others over the rows of the catalogue."""
        return {
            "foretold": Dense((places.part(slice(0, len(bridge.fame))) @ bridge.fame)[None, :]),
            "standing": Dense(standing_of(self.makers, self.told, bridge.reputes)),
            "years": Binned(self.bins, YEAR_BINS),
            "franchise": Listed(self.franchise),
            **{name: Listed(relatives) for name, relatives in self.relatives.items()},
        }


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A catalogue in a space of its own, for whatever is learned over it: takes seconds, so once for all of that."""

    catalogue: Catalogue
    space: Space
    ground: Ground

    @classmethod
    def of(cls, catalogue: Catalogue) -> Laid:
        """Lay it out."""
        space = space_of(catalogue)
        return cls(catalogue, space, Ground.of(catalogue, space))

    def within(self, space: Space) -> Ground:
        """The same in another space, or in its own."""
        return self.ground if space is self.space else Ground.of(self.catalogue, space)


_OWN = {"text": "text", "times": "years"}


def _alone(named: Sparse, chosen: NDArray[np.bool_]) -> Sparse:
    """The same with nothing in all other columns."""
    kept = chosen[named.indices]
    rows = np.repeat(np.arange(named.shape[0]), np.diff(named.indptr))
    return table(named.data[kept], rows[kept], named.indices[kept], named.shape)


def _together(collection: Rows) -> Sparse:
    members = np.flatnonzero(collection >= 0)
    count = int(collection.max(initial=-1)) + 1
    shape = (len(collection), max(count, 1))
    member = table(np.ones(len(members), np.float32), members, collection[members].astype(np.int64), shape)
    back = table(np.ones(len(members), np.float32), collection[members].astype(np.int64), members, (shape[1], shape[0]))
    return product(member, back)

"""What a catalogue alone says, before anybody met anything: the attributes' side of the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.catalogue import Catalogue
from engine.columns.sparse import Sparse
from engine.learning.attributes import UNKNOWN_YEAR, Space
from engine.learning.components import FIRST_YEAR, YEAR_BINS
from engine.learning.kinship import Features
from engine.learning.parts import Bridge
from engine.learning.sources import Binned, Dense, Factored, Listed, Source
from engine.learning.sparse import Floats, Rows, product, table


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
        return cls(Features.of(titles), places, space.parts(), franchise, bins, titles.facts)

    def described(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of ``rows`` have at least as many attributes as half of them.

        How much is told of a title goes with its fame, and must not be mistaken for it.
        """
        return self.facts[rows] >= np.median(self.facts[rows]) if len(rows) else np.zeros(0, np.bool_)

    def all_places(self, bridge: Bridge) -> Floats:
        """What attributes say along the bridge, beside ``places``, [n, r + d]; a title's figures lie together."""
        return np.concatenate([self.features.along(bridge.directions), self.places], axis=1)

    def mapped(self, bridge: Bridge, places: Floats) -> Mapping[str, Factored]:
        """Sources by way of ``all_places``."""
        told = bridge.directions.shape[1]
        own: dict[str, Factored] = {}
        for name, kind in _OWN.items():
            part = self.parts[kind]
            figures = slice(told + part.start, told + part.stop)
            own[name] = Factored(places[:, figures], places, figures)
        across = slice(0, told)
        return {
            **own,
            "titles": Factored(bridge.titles, places, across),
            "like-minded": Factored(bridge.people, places, across),
        }

    def sources(self, bridge: Bridge, places: Floats) -> Mapping[str, Source]:
        """All others over the rows of the catalogue."""
        return {
            "foretold": Dense((places[:, : len(bridge.fame)] @ bridge.fame)[None, :]),
            "years": Binned(self.bins, YEAR_BINS),
            "franchise": Listed(self.franchise),
        }


_OWN = {"text": "text", "times": "years"}


def _together(collection: Rows) -> Sparse:
    members = np.flatnonzero(collection >= 0)
    count = int(collection.max(initial=-1)) + 1
    shape = (len(collection), max(count, 1))
    member = table(np.ones(len(members), np.float32), members, collection[members].astype(np.int64), shape)
    back = table(np.ones(len(members), np.float32), collection[members].astype(np.int64), members, (shape[1], shape[0]))
    return product(member, back)

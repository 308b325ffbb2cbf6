"""Lays what was fitted over a catalogue."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.aligned import Field
from engine.learning.beginnings import Beginnings
from engine.learning.components import FIRST_YEAR
from engine.learning.ground import Ground
from engine.learning.log import LIKED
from engine.learning.neighbours import Neighbours
from engine.learning.parts import Bridge, Parts, voiced
from engine.learning.sources import Dense, Factored, Listed, Source
from engine.learning.sparse import Floats, Rows, only

HALF_KNOWN = 1.0
"""Meetings at which a title is judged half by who met it, half by its attributes."""


def field_of(parts: Parts, bridge: Bridge, ground: Ground, rows: Rows, *, brief: bool = False) -> Field:
    """``rows`` [m] are the catalogue's rows of the model's columns, -1 where it has none.

    ``brief``: to be asked and not to be learned on, with figures as short as will do.
    """
    titles = len(ground.bins)
    columns = np.full(titles, -1, np.int64)
    here = rows >= 0
    columns[rows[here]] = np.flatnonzero(here)
    known = np.zeros(titles, np.float32)
    known[rows[here]] = (parts.counts / (parts.counts + HALF_KNOWN))[here]
    met: dict[str, Source] = {
        "narrow": _weights(parts, parts.narrow, brief=brief),
        "wide": _weights(parts, parts.wide, brief=brief),
        "pairwise": _factors(parts.pairwise[0], parts.pairwise[1], brief=brief),
        "people": Listed(parts.met),
        "likers": Listed(only(parts.met, LIKED)),
        "followed": Listed(parts.followed),
        "after": Listed(parts.after),
        "before": Listed(parts.before),
        "fame": Dense(parts.fame),
        "around": Dense(parts.around),
    }
    neighbours = Neighbours.of(parts.met, parts.counts, parts.latest, parts.trust)
    beginnings = neighbours.beginning(Beginnings(parts.begun, parts.followed, parts.begun_by))
    places = ground.all_places(bridge)
    every = ground.sources(bridge, places)
    places = places.brief() if brief else places
    return Field(
        columns, rows, known, met, every, ground.mapped(bridge, places), places,
        np.flatnonzero(here), neighbours, beginnings, parts.moments, np.append(parts.renown, np.float32(np.nan)),
        ground.bins + FIRST_YEAR,
    )  # fmt: skip


def _weights(parts: Parts, weights: Sparse | Floats, *, brief: bool) -> Source:
    if not isinstance(weights, np.ndarray):
        return Listed(weights)
    return _factors(voiced(parts), weights, brief=brief)


def _factors(left: Sparse | Floats, right: Floats, *, brief: bool) -> Factored:
    exact = Factored.of(left, right)
    return replace(exact, right=exact.right.brief()) if brief else exact

"""Divides the figures of a few titles among the titles of one history, under one crowd's blend.

A figure is a sum over rows of sources; a row is a title of the history, a neighbour (what they say is divided among the
titles that make them one), or nothing of the person's. Other weights for a shorter history shift all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.blend import Blend
from engine.learning.components import COMPONENTS, FAMILIES, leanings
from engine.learning.dealing import Cells, Onto, Own, Weights, deal_block, deal_cells, hand_on
from engine.learning.history import History
from engine.learning.shares import MOST_GONE, Shares
from engine.learning.sources import Listed, Source, Term
from engine.learning.sparse import Floats, Rows
from engine.learning.weighed import BY_ROW, FAMILY_OF, LOGIT, OF_NO_TITLE, OF_SOURCE, PEOPLE, Weighed

SIDES = 2 + 2 * MOST_GONE
"""What a row weighs: for titles somebody met, for others, and by how much either shifts with each title gone."""


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """What one source is asked."""

    source: Source
    within: bool
    """Whether it tells of titles that somebody met only."""
    family: int
    weights: Weights
    alike: Sparse
    """What makes rows that are people neighbours."""

    @property
    def matrix(self) -> Sparse | None:
        """Of a source that is sparse."""
        return self.source.matrix if isinstance(self.source, Listed) else None


class Division:
    """One voice's view of a history; what holds for any titles is worked out once."""

    def __init__(self, weighed: Weighed, blend: Blend, history: History) -> None:
        field = weighed.field
        self._field, self._length = field, len(history)
        self._factors, self._offsets = _factors(weighed, blend, len(history))
        columns = field.columns[history.rows]
        self._met = np.flatnonzero(columns >= 0)
        self._columns = columns[self._met]
        self._back = history.back().astype(np.float32)
        self._likens = leanings(history).all
        self._likens[self._met] *= field.neighbours.rarity[self._columns] ** 2
        told = [name for name in OF_SOURCE if name not in OF_NO_TITLE or name not in field.mapped]
        self._people = [self._line(name, weighed) for name in told if name in PEOPLE]
        self._lines = [self._line(name, weighed) for name in told if name not in PEOPLE]

    def shares(self, titles: Rows) -> Shares:
        """How much of the figures of ``titles`` (rows of the catalogue) comes from each title of the history."""
        field, count = self._field, len(titles)
        columns, known = field.columns[titles], field.known[titles]
        every, here = np.arange(count), np.flatnonzero(columns >= 0)
        columns = columns[here]
        # one place more than there are titles, for what is of none
        found = np.zeros((len(FAMILIES), count, self._length + 1), np.float32)
        tilt = np.zeros((count, MOST_GONE), np.float32)
        for line in self._lines:
            onto = Onto(here if line.within else every, known, found[line.family], tilt)
            _dealt(line, columns if line.within else titles, onto)
        place = np.full(len(field.rows), -1, np.int32)
        place[self._columns] = self._met
        own = Own(place, self._likens)
        for line in self._people:
            self._by_people(line, columns, own, Onto(here, known, found[line.family], tilt))
        tilt += (1 - known)[:, None] * self._offsets
        found *= LOGIT
        return Shares(found[:, :, : self._length], tilt * LOGIT, self._back)

    def _by_people(self, line: _Line, columns: Rows, own: Own, onto: Onto) -> None:
        """What neighbours say, divided among the titles that make them neighbours."""
        said = np.zeros((len(onto.known), len(line.weights.rows)), np.float32)
        _dealt(line, columns, onto._replace(found=said))
        spoke = np.flatnonzero(said.any(axis=0))
        hand_on(line.weights.rows[spoke], said.take(spoke, axis=1), Cells.of(line.alike), own, onto.found)

    def _line(self, name: str, weighed: Weighed) -> _Line:
        field, places = self._field, list(OF_SOURCE[name])
        terms = [weighed.terms[COMPONENTS[place].name] for place in places]
        if name in PEOPLE or name in OF_NO_TITLE:
            rows, weights = _spread(terms)
            owners = np.arange(len(rows)) if name in PEOPLE else np.full(len(rows), self._length)
        else:
            rows, weights = terms[0].rows, np.stack([term.weights for term in terms])
            owners = np.arange(self._length) if name in BY_ROW else self._met
        source = field.met.get(name) or field.every.get(name) or field.mapped[name]
        factors = np.ascontiguousarray(self._factors[:, places])
        told = Weights(rows, weights, factors, owners)
        return _Line(source, name in field.met, FAMILY_OF[name], told, field.speakers(name).met)


def _dealt(line: _Line, places: Rows, onto: Onto) -> None:
    if line.matrix is not None:
        deal_cells(Cells.of(line.matrix), places, line.weights, onto)
    else:
        deal_block(line.source.block(line.weights.rows, places), line.weights, onto)


def _spread(terms: Sequence[Term]) -> tuple[Rows, Floats]:
    """All rows of some terms, and what each of these weighs them."""
    rows = np.unique(np.concatenate([term.rows for term in terms]))
    weights = np.zeros((len(terms), len(rows)), np.float32)
    for own, term in zip(weights, terms, strict=True):
        own[np.searchsorted(rows, term.rows)] = term.weights
    return rows, weights


def _factors(weighed: Weighed, blend: Blend, length: int) -> tuple[Floats, Floats]:
    """[``SIDES``, components], and by how much what nobody met shifts with each title gone, [``MOST_GONE``]."""
    within = np.array([component.source in weighed.field.met for component in COMPONENTS])
    factors, offsets = np.zeros((SIDES, len(COMPONENTS)), np.float32), np.zeros(MOST_GONE, np.float32)
    factors[:2] = weighed.warm, weighed.cold
    for gone in range(MOST_GONE):
        warm, cold, offset = blend.weights(float(max(length - gone - 1, 0)))
        factors[2 * gone + 2], factors[2 * gone + 3] = warm - weighed.warm, cold - weighed.cold
        offsets[gone] = offset - weighed.offset
    factors[1::2, within] = 0
    return factors, offsets

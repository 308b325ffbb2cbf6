"""Divides the figures of a few titles among the titles of one history, under one crowd's blend.

A figure is a sum over rows of sources; a row is a title of the history, a neighbour (what they say is divided among the
titles that make them one), or nothing of the person's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.components import FAMILIES, OF_SOURCE, leanings
from engine.learning.dealing import Cells, Onto, Own, Weights, deal_block, deal_cells, hand_on
from engine.learning.history import History
from engine.learning.shares import Shares
from engine.learning.sources import Listed, Source
from engine.learning.sparse import Rows
from engine.learning.weighed import BY_ROW, FAMILY_OF, LOGIT, OF_NO_TITLE, PEOPLE, Weighed


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

    def __init__(self, weighed: Weighed, history: History) -> None:
        field = weighed.field
        self._field, self._length = field, len(history)
        columns = field.columns[history.rows]
        self._met = np.flatnonzero(columns >= 0)
        self._columns = columns[self._met]
        self._likens = leanings(history).all
        self._likens[self._met] *= field.neighbours.rarity[self._columns] ** 2
        told = [name for name in OF_SOURCE if name not in OF_NO_TITLE]
        self._people = [self._line(name, weighed) for name in told if name in PEOPLE]
        self._lines = [self._line(name, weighed) for name in told if name not in PEOPLE]

    def shares(self, titles: Rows) -> Shares:
        """How much of the figures of ``titles`` (rows of the catalogue) comes from each title of the history."""
        field, count = self._field, len(titles)
        columns, known = field.columns[titles], field.known[titles]
        every, here = np.arange(count), np.flatnonzero(columns >= 0)
        columns = columns[here]
        found = np.zeros((len(FAMILIES), count, self._length), np.float32)
        for line in self._lines:
            onto = Onto(here if line.within else every, known, found[line.family])
            _dealt(line, columns if line.within else titles, onto)
        place = np.full(len(field.rows), -1, np.int32)
        place[self._columns] = self._met
        own = Own(place, self._likens)
        for line in self._people:
            self._by_people(line, columns, own, Onto(here, known, found[line.family]))
        return Shares(found * LOGIT)

    def _by_people(self, line: _Line, columns: Rows, own: Own, onto: Onto) -> None:
        """What neighbours say, divided among the titles that make them neighbours."""
        said = np.zeros((len(onto.known), len(line.weights.rows)), np.float32)
        _dealt(line, columns, onto._replace(found=said))
        spoke = np.flatnonzero(said.any(axis=0))
        hand_on(line.weights.rows[spoke], said.take(spoke, axis=1), Cells.of(line.alike), own, onto.found)

    def _line(self, name: str, weighed: Weighed) -> _Line:
        field, said = self._field, weighed.said[name]
        if name in PEOPLE:
            owners = np.arange(len(said.rows))
        else:
            owners = np.arange(self._length) if name in BY_ROW else self._met
        source, within = weighed.source(name), name in field.met
        told = Weights(said.rows, said.both, owners)
        return _Line(source, within, FAMILY_OF[name], told, field.speakers(name).met)


def _dealt(line: _Line, places: Rows, onto: Onto) -> None:
    if line.matrix is not None:
        deal_cells(Cells.of(line.matrix), places, line.weights, onto)
    else:
        deal_block(line.source.block(line.weights.rows, places), line.weights, onto)

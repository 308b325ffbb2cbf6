"""Divides the figures of a few titles among the titles of one history, under one crowd's blend.

A figure is a sum over rows of sources; a row is a title of the history, a neighbour (what they say is divided among the
titles that make them one), or nothing of the person's. A history without one of its titles is weighed otherwise, which
shifts all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.columns.sparse import Sparse
from engine.learning.blend import AMOUNTS, Blend
from engine.learning.components import COMPONENTS, FAMILIES, leanings
from engine.learning.dealing import Cells, Onto, Own, Weights, deal_block, deal_cells, hand_on
from engine.learning.history import History
from engine.learning.shares import Shares
from engine.learning.sources import Listed, Source, Term
from engine.learning.sparse import Floats, Rows
from engine.learning.weighed import BY_ROW, FAMILY_OF, LOGIT, OF_NO_TITLE, OF_SOURCE, PEOPLE, Weighed


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
        self._blend, self._weighed = blend, weighed
        self._within = np.array([component.source in field.met for component in COMPONENTS])
        manner, count = field.manner(history), float(len(history))
        self._opened = blend.gates(count, manner.traits()[None])[0]
        self._others = blend.gates(max(count - 1, 0.0), manner.without_each())
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
        told = np.zeros((count, len(COMPONENTS)), np.float32)
        for line in self._lines:
            onto = Onto(here if line.within else every, known, found[line.family], told)
            _dealt(line, columns if line.within else titles, onto)
        place = np.full(len(field.rows), -1, np.int32)
        place[self._columns] = self._met
        own = Own(place, self._likens)
        for line in self._people:
            self._by_people(line, columns, own, Onto(here, known, found[line.family], told))
        found *= LOGIT
        return Shares(found[:, :, : self._length], self._tilt(told, known[:, None]) * LOGIT, self._back)

    def _tilt(self, told: Floats, known: Floats) -> Floats:
        """What titles would gain by each title of the history weighing nothing any more in how all are weighed, [t, h].

        ``told`` [t, components] is what components say of them, ``known`` [t, 1] 0–1.
        """
        weighed, others = self._weighed, self._others
        warm = (told @ self._blend.warm) @ (others - self._opened).T
        everywhere = np.where(self._within, np.float32(0), told)
        slope, offset = self._blend.standing(others)
        cold = everywhere @ self._blend.cold
        cold = (cold @ others[:, :AMOUNTS].T) * slope + offset
        cold -= (everywhere @ weighed.cold + np.float32(weighed.offset))[:, None]
        return (known * warm + (1 - known) * cold).astype(np.float32)

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
        within = name in field.met
        factors = np.stack(
            [weighed.warm[places], np.zeros_like(weighed.cold[places]) if within else weighed.cold[places]]
        )
        told = Weights(rows, weights, factors, np.array(places), owners)
        return _Line(source, within, FAMILY_OF[name], told, field.speakers(name).met)


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

"""What was fitted, laid over one catalogue: every component's figures for a history, by arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.learning.components import (
    COMPONENTS,
    FIRST_YEAR,
    FOLLOWED,
    OF_SOURCE,
    from_time,
    from_titles,
    leanings,
)
from engine.learning.history import History
from engine.learning.manner import Manner
from engine.learning.neighbours import Neighbours
from engine.learning.places import Places
from engine.learning.sources import Factored, Source, Term, Terms
from engine.learning.sparse import Floats, Rows

MOST_STRETCHES = 16
"""More than there are media types."""
MOST_MOMENTS = 16
"""More than there are answers at a time; 5 kB each."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Titles that lie together in a catalogue."""

    rows: slice
    columns: Rows
    """Of the model, of those that somebody met."""
    places: Rows
    """Of these within the stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The sources over one catalogue of ``n`` titles."""

    columns: Rows
    """[n] column of the model of each title, -1 where nobody met it."""
    rows: Rows
    """[m] row of the catalogue of each column of the model, -1 where it is not in the catalogue."""
    known: Floats
    """[n] how much is known of a title by those who met it, 0–1."""
    met: Mapping[str, Source]
    """Sources over the columns of the model."""
    every: Mapping[str, Source]
    """Sources over the rows of the catalogue."""
    mapped: Mapping[str, Factored]
    """Sources over the rows of the catalogue by way of the same ``places``."""
    places: Places
    """[n, d]"""
    here: Rows
    """Columns of the model whose titles are in the catalogue."""
    neighbours: Neighbours
    beginnings: Neighbours
    """Of the neighbours' histories."""
    moments: NDArray[np.float64]
    renown: Floats
    """[m + 1] how well known each column's title is, at last NaN, for those nobody met."""
    years: Rows
    """[n] of release."""
    _stretches: dict[tuple[int, int], Stretch] = field(default_factory=dict[tuple[int, int], Stretch])
    _moments: dict[float, Mapping[str, Terms]] = field(default_factory=dict[float, Mapping[str, Terms]])

    def manner(self, history: History) -> Manner:
        """How the history's titles were met."""
        return Manner(history, self.renown[self.columns[history.rows]], self.years[history.rows])

    def stretch(self, start: int, stop: int) -> Stretch:
        """The titles from row ``start`` to before ``stop``; mostly those of a media type."""
        known = self._stretches.get((start, stop))
        if known is None:
            rows = slice(start, stop)
            columns = self.columns[rows]
            places = np.flatnonzero(columns >= 0)
            if len(self._stretches) >= MOST_STRETCHES:
                self._stretches.clear()
            known = self._stretches[start, stop] = Stretch(rows, columns[places], places)
        return known

    def terms(self, history: History) -> Mapping[str, Term]:
        """What each component says, as weights on the rows of its source."""
        told = self.told(history)
        return {COMPONENTS[place].name: term for source, places in OF_SOURCE.items()
                for place, term in zip(places, told[source].each, strict=True)}  # fmt: skip

    def told(self, history: History) -> Mapping[str, Terms]:
        """The same by source."""
        lean = leanings(history)
        now = float(history.at[-1]) if len(history) else float(self.moments[-1])
        columns = self.columns[history.rows]
        found = dict(from_titles(columns, history.rows, lean))
        found.update(self._from_time(now))
        found.update(self.neighbours.told(columns, lean, now, history.person))
        found[FOLLOWED] = self.beginnings.following(columns, lean, history.person)
        return found

    def _from_time(self, now: float) -> Mapping[str, Terms]:
        """What depends on the moment alone; histories without some of their titles mostly end at the same."""
        known = self._moments.get(now)
        if known is None:
            if len(self._moments) >= MOST_MOMENTS:
                self._moments.clear()
            known = self._moments[now] = dict(from_time(now, self.moments, FIRST_YEAR))
        return known

    def speakers(self, source: str) -> Neighbours:
        """Whose rows those of a source are that is told by people."""
        return self.beginnings if source == FOLLOWED else self.neighbours

    def figures(self, terms: Sequence[Mapping[str, Term]], chosen: Rows) -> Floats:
        """The components ``chosen`` of several histories' terms for every title, [histories, len(chosen), n].

        Before weights, for learning them; several histories at once because each table is then read once.
        """
        wanted = [COMPONENTS[int(place)] for place in chosen.tolist()]
        found = np.zeros((len(terms), len(wanted), len(self.columns)), np.float32)
        mapped = [place for place, component in enumerate(wanted) if component.source in self.mapped]
        if mapped:
            middles = [self.mapped[wanted[k].source].middle(own[wanted[k].name]) for own in terms for k in mapped]
            found[:, mapped] = self.places.times(np.stack(middles)).reshape(len(terms), len(mapped), -1)
        for source in dict.fromkeys(component.source for component in wanted):
            if source not in self.mapped:
                own = [place for place, component in enumerate(wanted) if component.source == source]
                totals = self._over(source, [each[wanted[place].name] for each in terms for place in own])
                found[:, own] = totals.reshape(len(terms), len(own), -1)
        return found

    def _over(self, source: str, terms: Sequence[Term]) -> Floats:
        """Sums over one source for every title of the catalogue, [terms, n]."""
        if source in self.every:
            return self.every[source].totals(terms)
        # the last place is that of all whom nobody met
        told = np.pad(self.met[source].totals(terms), ((0, 0), (0, 1)))
        return told.take(self.columns, axis=1, mode="wrap")

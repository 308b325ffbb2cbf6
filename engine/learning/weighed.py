"""One history under one crowd's blend: its figures for every title, for one title, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.learning.aligned import Field
from engine.learning.blend import Blend
from engine.learning.components import COMPONENTS, FAMILIES, Component
from engine.learning.history import History
from engine.learning.sources import Term, merged
from engine.learning.sparse import Floats, row_of, summed

LOGIT = np.float32(0.1)
"""Of a score per unit of the blend, so that a catalogue spreads by about 0.2."""
PLACE = {family: place for place, family in enumerate(FAMILIES)}
_OF_SOURCE: Mapping[str, tuple[int, ...]] = {
    source: tuple(place for place, component in enumerate(COMPONENTS) if component.source == source)
    for source in dict.fromkeys(component.source for component in COMPONENTS)
}
BY_ROW = frozenset({"text", "times", "franchise"})
"""Sources whose rows are rows of the catalogue, not columns of the model."""
PEOPLE = frozenset({"people", "likers"})
"""Sources whose rows are people."""
OF_NO_TITLE = frozenset({"fame", "around", "foretold", "years", "like-minded"})
"""Sources whose rows are not titles of the history."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """The terms of a history with the blend's weights, by component."""

    field: Field
    terms: Mapping[str, Term]
    warm: Floats
    cold: Floats
    offset: float

    @classmethod
    def of(cls, field: Field, blend: Blend, history: History) -> Weighed:
        return cls(field, field.terms(history), *blend.weights(float(len(history))))

    def all(self) -> Floats:
        """Families for every title of the catalogue, [families, n]."""
        field = self.field
        found = np.zeros((len(FAMILIES), len(field.columns)), np.float32)
        # what nobody met has figures only where sources reach beyond the model's columns, so the rest is added up there
        told = np.zeros((len(FAMILIES), len(field.rows)), np.float32)
        for source in field.met:
            if len((term := self._sum(source, self.warm)).rows):
                told[_family(source)] += field.met[source].totals([term])[0]
        rows, here = field.rows[field.here], field.here
        for place in range(len(FAMILIES)):
            found[place, rows] = told[place, here]
        found[PLACE["attributes"]] += field.places @ self._middle(self.warm)
        found *= field.known
        novel = 1 - field.known
        for source in field.every:
            warm, cold = field.every[source].totals([self._sum(source, self.warm), self._sum(source, self.cold)])
            found[_family(source)] += warm * field.known + cold * novel
        found[PLACE["attributes"]] += (field.places @ self._middle(self.cold)) * novel
        found[PLACE["popularity"]] += novel * np.float32(self.offset)
        found *= LOGIT
        return found

    def one(self, row: int) -> Floats:
        """Families for one title, [families]."""
        field = self.field
        found = np.zeros(len(FAMILIES), np.float32)
        for place, component in enumerate(COMPONENTS):
            if component.source not in field.mapped and (weight := self._weight(place, row)):
                found[PLACE[component.family]] += weight * self._shares(component, row).sum()
        known = field.known[row]
        middle = self._middle(self.warm) * known + self._middle(self.cold) * (1 - known)
        found[PLACE["attributes"]] += field.places[row] @ middle
        found[PLACE["popularity"]] += (1 - known) * np.float32(self.offset)
        return found * LOGIT

    def seeming(self, row: int, family: int) -> Floats:
        """About how much having met each title of the catalogue adds to ``row`` in a family, [n]."""
        field = self.field
        found = np.zeros(len(field.columns), np.float32)
        for place, component, term in self._of_titles(family):
            weight = np.float32(self._weight(place, row) * LOGIT)
            if not weight:
                continue
            if component.source in PEOPLE:
                self._through_people(term, row, weight, found)
            else:
                titles = term.rows if component.source in BY_ROW else field.rows[term.rows]
                np.add.at(found, titles, self._shares(component, row) * weight)
        return found

    def _weight(self, place: int, row: int) -> float:
        """How much a component counts for a title."""
        known = float(self.field.known[row])
        if COMPONENTS[place].source in self.field.met:
            return known * float(self.warm[place])
        return known * float(self.warm[place]) + (1 - known) * float(self.cold[place])

    def _shares(self, component: Component, row: int) -> Floats:
        """What each row of a component's term adds for a title, before its weight."""
        field, term = self.field, self.terms[component.name]
        if component.source in field.met:
            return field.met[component.source].shares(term, int(field.columns[row]))
        return (field.every.get(component.source) or field.mapped[component.source]).shares(term, row)

    def _sum(self, source: str, weights: Floats) -> Term:
        counted = [k for k in _OF_SOURCE[source] if weights[k]]
        return merged([self.terms[COMPONENTS[k].name].times(float(weights[k])) for k in counted])

    def _middle(self, weights: Floats) -> Floats:
        return np.sum([source.middle(self._sum(name, weights)) for name, source in self.field.mapped.items()], axis=0)

    def _of_titles(self, family: int) -> Iterator[tuple[int, Component, Term]]:
        for place, component in enumerate(COMPONENTS):
            if PLACE[component.family] == family and component.source not in OF_NO_TITLE:
                yield place, component, self.terms[component.name]

    def _through_people(self, term: Term, row: int, weight: np.float32, onto: Floats) -> None:
        """Those who met the title, as far as they are neighbours, and what they share with the history."""
        field = self.field
        people, liking = row_of(field.neighbours.liking, int(field.columns[row]))
        strength = np.zeros(len(field.neighbours.lengths), np.float32)
        strength[term.rows] = term.weights
        shared = summed(field.neighbours.met, people.astype(np.int64), strength[people] * liking * weight)
        here = field.rows >= 0
        onto[field.rows[here]] += shared[here]


def _family(source: str) -> int:
    return PLACE[COMPONENTS[_OF_SOURCE[source][0]].family]

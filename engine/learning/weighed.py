"""One history under one crowd's blend: its figures for many titles, for one title, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.learning.aligned import Field, Stretch
from engine.learning.blend import Blend
from engine.learning.compiled import Sides, Titles, add_mixed, hand_out, in_a_row, meet
from engine.learning.components import COMPONENTS, FAMILIES, FOLLOWED, Component
from engine.learning.history import History
from engine.learning.neighbours import Neighbours
from engine.learning.sources import Term, merged
from engine.learning.sparse import Floats, Rows, row_of, summed

LOGIT = np.float32(0.1)
"""Of a score per unit of the blend, so that a catalogue spreads by about 0.2."""
PLACE = {family: place for place, family in enumerate(FAMILIES)}
OF_SOURCE: Mapping[str, tuple[int, ...]] = {
    source: tuple(place for place, component in enumerate(COMPONENTS) if component.source == source)
    for source in dict.fromkeys(component.source for component in COMPONENTS)
}
FAMILY_OF: Mapping[str, int] = {source: PLACE[COMPONENTS[places[0]].family] for source, places in OF_SOURCE.items()}
"""Place of the family that each source belongs to."""
BY_ROW = frozenset({"text", "times", "franchise", "makers", "subjects"})
"""Sources whose rows are rows of the catalogue, not columns of the model."""
PEOPLE = frozenset({"people", "likers", FOLLOWED})
"""Sources whose rows are people, or beginnings of theirs."""
OF_NO_TITLE = frozenset({"fame", "around", "foretold", "standing", "years", "like-minded"})
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
        opened = blend.gates(float(len(history)), field.manner(history).traits()[None])[0]
        return cls(field, field.terms(history), *blend.weights(opened))

    def over(self, rows: Rows, scale: float = 1.0) -> Floats:
        """Families for some titles (rows of the catalogue), times ``scale``, [families, len(rows)]."""
        if not len(rows):
            return np.zeros((len(FAMILIES), 0), np.float32)
        if in_a_row(rows):
            return self._along(self.field.stretch(int(rows[0]), int(rows[-1]) + 1), scale)
        first = int(rows.min())
        return self._along(self.field.stretch(first, int(rows.max()) + 1), scale)[:, rows - first]

    def _along(self, stretch: Stretch, scale: float) -> Floats:
        field, rows = self.field, stretch.rows
        known, met = field.known[rows], self._met(stretch)
        titles, nothing = Titles(field.columns[rows], known), np.zeros(len(field.columns), np.float32)
        found = np.zeros((len(FAMILIES), len(known)), np.float32)
        middles = self._middle(self.warm), self._middle(self.cold)
        add_mixed(field.places[rows], middles, known, found[PLACE["attributes"]])
        everywhere = {PLACE["popularity"], *(FAMILY_OF[name] for name in (*field.every, *field.mapped))}
        for family, place in PLACE.items():
            if place not in everywhere:
                hand_out(met[place] * np.float32(scale * LOGIT), stretch.columns, stretch.places, known, found[place])
                continue
            warm, cold = (self._everywhere(place, weights, rows, nothing)[rows] for weights in (self.warm, self.cold))
            offset = np.float32(self.offset if family == "popularity" else 0)
            meet(Sides(met[place], warm, cold, offset), titles, found[place], scale * float(LOGIT))
        return found

    def _met(self, stretch: Stretch) -> Floats:
        """What those say who met titles of a stretch, by column of the model, [families, m + 1]."""
        field = self.field
        # the last place is that of all whom nobody met
        told = np.zeros((len(FAMILIES), len(field.rows) + 1), np.float32)
        for name, source in field.met.items():
            if len((term := self._sum(name, self.warm)).rows):
                source.add(term, told[FAMILY_OF[name], :-1], stretch.columns)
        return told

    def _everywhere(self, family: int, weights: Floats, stretch: slice, nothing: Floats) -> Floats:
        """What is said of the titles of a stretch, met or not, but by way of ``places``, [n]; or ``nothing``."""
        told = nothing
        for name, source in self.field.every.items():
            if FAMILY_OF[name] == family and len((term := self._sum(name, weights)).rows):
                told = np.zeros_like(nothing) if told is nothing else told
                source.add_along(term, told, stretch)
        return told

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
                self._through_people(field.speakers(component.source), term, row, weight, found)
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
        counted = [k for k in OF_SOURCE[source] if weights[k]]
        return merged([self.terms[COMPONENTS[k].name].times(float(weights[k])) for k in counted])

    def _middle(self, weights: Floats) -> Floats:
        return np.sum([source.middle(self._sum(name, weights)) for name, source in self.field.mapped.items()], axis=0)

    def _of_titles(self, family: int) -> Iterator[tuple[int, Component, Term]]:
        for place, component in enumerate(COMPONENTS):
            if PLACE[component.family] == family and component.source not in OF_NO_TITLE:
                yield place, component, self.terms[component.name]

    def _through_people(self, speakers: Neighbours, term: Term, row: int, weight: np.float32, onto: Floats) -> None:
        """Those who speak of the title, as far as they are neighbours, and what they share with the history."""
        field = self.field
        people, liking = row_of(speakers.liking, int(field.columns[row]))
        strength = np.zeros(len(speakers.lengths), np.float32)
        strength[term.rows] = term.weights
        shared = summed(speakers.met, people.astype(np.int64), strength[people] * liking * weight)
        here = field.rows >= 0
        onto[field.rows[here]] += shared[here]

"""One history under one crowd's blend: its figures for many titles, for one title, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from engine.learning.aligned import Field, Stretch
from engine.learning.beside import begun
from engine.learning.blend import Blend
from engine.learning.compiled import Sides, Titles, hand_out, in_a_row, meet
from engine.learning.components import COMPONENTS, FAMILIES, FOLLOWED, OF_SOURCE
from engine.learning.history import History
from engine.learning.sources import NOTHING, Source, Term
from engine.learning.sparse import Floats, Rows

LOGIT = np.float32(0.1)
"""Of a score per unit of the blend, so that a catalogue spreads by about 0.2."""
PLACE = {family: place for place, family in enumerate(FAMILIES)}
STARTS = [places[0] for places in OF_SOURCE.values()]
FAMILY_OF: Mapping[str, int] = {source: PLACE[COMPONENTS[places[0]].family] for source, places in OF_SOURCE.items()}
"""Place of the family that each source belongs to."""
BY_ROW = frozenset({"text", "times", "franchise", "makers", "subjects"})
"""Sources whose rows are rows of the catalogue, not columns of the model."""
PEOPLE = frozenset({"people", "likers", FOLLOWED})
"""Sources whose rows are people, or beginnings of theirs."""
OF_NO_TITLE = frozenset({"fame", "around", "foretold", "standing", "years", "like-minded"})
"""Sources whose rows are not titles of the history."""
WORTH_A_THREAD = 20_000
"""Titles from which their attributes are worth another thread: half of what is to be done for all of them."""
APART = 8
"""Times as many titles lie between the first and the last of those asked for: then each is looked up."""
SIDES = (0, 1)
"""Titles that somebody met, and titles nobody met."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What the components of one source say of a history."""

    rows: Rows
    """Of the source."""
    both: Floats
    """[2, rows] all together with their weights, for titles that somebody met and for those nobody met."""
    counts: list[bool]
    """[2] whether any of them counts."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.rows.nbytes + self.both.nbytes

    def on(self, side: int) -> Term:
        """For titles that somebody met (0), or nobody (1)."""
        return Term(self.rows, self.both[side]) if self.counts[side] else NOTHING

    def at(self, sides: Floats) -> Term:
        """For a title that is so much the one and the other, ``sides`` [2] of 0–1."""
        return Term(self.rows, sides @ self.both) if any(self.counts) else NOTHING


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What is said of a history with the blend's weights, by source."""

    field: Field
    said: Mapping[str, Said]
    middles: Floats
    """[2, d] what all sources by way of ``places`` say of titles that somebody met, and of those nobody met."""
    offset: float
    """Of titles nobody met."""

    @classmethod
    def of(cls, field: Field, blend: Blend, history: History) -> Weighed:
        """With the weights that ``blend`` has for it."""
        opened = blend.gates(float(len(history)), field.manner(history).traits()[None])[0]
        warm, cold, offset = blend.weights(opened)
        weights = np.stack([warm, cold])
        counts: list[list[bool]] = np.logical_or.reduceat(weights != 0, STARTS, axis=1).T.tolist()
        told, said = field.told(history), dict[str, Said]()
        for (name, places), counted in zip(OF_SOURCE.items(), counts, strict=True):
            own = told[name]
            said[name] = Said(own.rows, weights[:, places[0] : places[-1] + 1] @ own.weights, counted)
        middles = sum(source.middles(said[name].rows, said[name].both) for name, source in field.mapped.items())
        return cls(field, said, np.asarray(middles, np.float32), offset)

    @property
    def size(self) -> int:
        """Bytes."""
        return self.middles.nbytes + sum(said.size for said in self.said.values())

    def over(self, rows: Rows, scale: float = 1.0) -> Floats:
        """Families for some titles (rows of the catalogue), times ``scale``, [families, len(rows)]."""
        if not len(rows):
            return np.zeros((len(FAMILIES), 0), np.float32)
        if in_a_row(rows):
            return self._along(self.field.stretch(int(rows[0]), int(rows[-1]) + 1), scale)
        first, last = int(rows.min()), int(rows.max())
        if last - first > APART * len(rows):
            return self._some(rows, scale)
        return self._along(self.field.stretch(first, last + 1), scale)[:, rows - first]

    def _some(self, rows: Rows, scale: float) -> Floats:
        field, known = self.field, self.field.known[rows]
        sides, columns = (known, 1 - known), field.columns[rows]
        met = np.flatnonzero(columns >= 0)
        found = np.zeros((len(FAMILIES), len(rows)), np.float32)
        for name, source in field.met.items():
            if len((term := self.said[name].on(0)).rows):
                found[FAMILY_OF[name], met] += known[met] * source.some(term, columns[met])
        for name, source in field.every.items():
            for side in SIDES:
                if len((term := self.said[name].on(side)).rows):
                    found[FAMILY_OF[name]] += sides[side] * source.some(term, rows)
        told = self.middles @ field.places.some(rows).T
        found[PLACE["attributes"]] += sides[0] * told[0] + sides[1] * told[1]
        found[PLACE["popularity"]] += sides[1] * np.float32(self.offset)
        return found * np.float32(scale * LOGIT)

    def _along(self, stretch: Stretch, scale: float) -> Floats:
        field, rows = self.field, stretch.rows
        known = field.known[rows]
        titles, nothing = Titles(field.columns[rows], known), np.zeros(len(field.columns), np.float32)
        found = np.zeros((len(FAMILIES), len(known)), np.float32)
        by_attributes = partial(field.places.add_mixed, rows, self.middles, known, found[PLACE["attributes"]])
        attributes_done = begun(by_attributes) if len(known) >= WORTH_A_THREAD else by_attributes
        met = self._met(stretch)
        everywhere = {PLACE["popularity"], *(FAMILY_OF[name] for name in (*field.every, *field.mapped))}
        for family, place in PLACE.items():
            if place not in everywhere:
                hand_out(met[place] * np.float32(scale * LOGIT), stretch.columns, stretch.places, known, found[place])
                continue
            if place == PLACE["attributes"]:
                attributes_done()
            warm, cold = (self._everywhere(place, side, rows, nothing)[rows] for side in SIDES)
            offset = np.float32(self.offset if family == "popularity" else 0)
            meet(Sides(met[place], warm, cold, offset), titles, found[place], scale * float(LOGIT))
        return found

    def _met(self, stretch: Stretch) -> Floats:
        """What those say who met titles of a stretch, by column of the model, [families, m + 1]."""
        field = self.field
        # the last place is that of all whom nobody met
        told = np.zeros((len(FAMILIES), len(field.rows) + 1), np.float32)
        for name, source in field.met.items():
            if len((term := self.said[name].on(0)).rows):
                source.add(term, told[FAMILY_OF[name], :-1], stretch.columns)
        return told

    def _everywhere(self, family: int, side: int, stretch: slice, nothing: Floats) -> Floats:
        """What is said of the titles of a stretch, met or not, but by way of ``places``, [n]; or ``nothing``."""
        told = nothing
        for name, source in self.field.every.items():
            if FAMILY_OF[name] == family and len((term := self.said[name].on(side)).rows):
                told = np.zeros_like(nothing) if told is nothing else told
                source.add_along(term, told, stretch)
        return told

    def one(self, row: int) -> Floats:
        """Families for one title, [families]."""
        field, sides = self.field, self._sides(row)
        found = np.zeros(len(FAMILIES), np.float32)
        for name in (*field.met, *field.every):
            if len((term := self._here(name, sides)).rows):
                found[FAMILY_OF[name]] += self.source(name).total(term, self._title(name, row))
        found[PLACE["attributes"]] += sides @ (self.middles @ field.places.one(row))
        found[PLACE["popularity"]] += sides[1] * np.float32(self.offset)
        return found * LOGIT

    def _sides(self, row: int) -> Floats:
        """How much is known of a title by those who met it, and how much is not, [2]."""
        known = self.field.known[row]
        return np.array((known, 1 - known), np.float32)

    def _here(self, source: str, sides: Floats) -> Term:
        """What a source says of a title."""
        return self.said[source].at(sides) if sides[0] or source not in self.field.met else NOTHING

    def source(self, name: str) -> Source:
        """The table of that name."""
        field = self.field
        return field.met.get(name) or field.every.get(name) or field.mapped[name]

    def _title(self, source: str, row: int) -> int:
        """The title as the source knows it."""
        return int(self.field.columns[row]) if source in self.field.met else row

"""How much of a title's figures comes from each title of a history, for several titles at once, and what would shift.

A figure is a sum over the history's titles; what each of them brings is read off that sum. Taking one away also shifts
the rest a little: shorter histories weigh components otherwise, and older titles become later ones. Both are estimated
here, so that nothing is cited whose going would be made up for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.learning.aligned import Field
from engine.learning.blend import Blend
from engine.learning.compiled import divided
from engine.learning.components import COMPONENTS, FAMILIES, FOLLOWING, LATELY, leanings
from engine.learning.history import History
from engine.learning.sources import Source, Term
from engine.learning.sparse import Floats, Rows
from engine.learning.weighed import BY_ROW, LOGIT, OF_NO_TITLE, OF_SOURCE, PEOPLE, Weighed

MOST_GONE = 2
"""Titles that are ever taken away together."""
LATER_BY = 1 / LATELY
FOLLOWS_BY = float(np.expm1(1 / FOLLOWING))
"""What older titles gain when one after them goes: a tenth in what fades by e in ten, 28 % in what follows."""


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Of ``t`` titles, by ``h`` titles of a history."""

    families: Mapping[str, Floats]
    """[t, h] by family."""
    tilt: Floats
    """[t, ``MOST_GONE``] what a title would gain by the history being one, two titles shorter."""
    back: Floats
    """[h] how many titles ago each was met."""

    def of(self, place: int) -> Shares:
        """Those of one title."""
        one = slice(place, place + 1)
        return Shares({name: part[one] for name, part in self.families.items()}, self.tilt[one], self.back)

    def made_up(self, gone: Rows) -> float:
        """Of the first title: what the rest would gain, at most, if the history's titles ``gone`` went."""
        left = np.ones(len(self.back), np.bool_)
        left[gone] = False
        older = left & (self.back > self.back[gone].min())
        taste = self.families["collaborative"][0] + self.families["attributes"][0]
        follows = max(float(self.families["sequence"][0][older].sum()), 0.0)
        later = max(float(taste[older].sum()), 0.0)
        usual = max(float(taste[left].sum()), 0.0) / max(len(self.back), 1)
        gain = float(self.tilt[0, min(len(gone), MOST_GONE) - 1])
        return gain + len(gone) * (FOLLOWS_BY * follows + LATER_BY * later + usual)


def joined(parts: Sequence[tuple[Shares, float]]) -> Shares:
    """Of several crowds, each with its share of the score."""
    families = {
        family: np.sum([part.families[family] * np.float32(share) for part, share in parts], axis=0)
        for family in FAMILIES
    }
    tilt = np.sum([part.tilt * np.float32(share) for part, share in parts], axis=0)
    return Shares(families, tilt, parts[0][0].back)


def shares_of(weighed: Weighed, blend: Blend, history: History, titles: Rows) -> Shares:
    """``titles`` are rows of the catalogue."""
    field = weighed.field
    scene = _Scene.of(field, history, titles)
    found = {family: np.zeros((len(titles), len(history)), np.float32) for family in FAMILIES}
    raw = np.zeros((len(COMPONENTS), len(titles)), np.float32)
    says = np.zeros((len(field.neighbours.lengths), len(scene.here)), np.float32)
    for name, places in OF_SOURCE.items():
        terms = [weighed.terms[COMPONENTS[place].name] for place in places]
        if name in PEOPLE:
            for place, term in zip(places, terms, strict=True):
                said = field.met[name].block(term.rows, scene.columns) * term.weights[:, None]
                raw[place, scene.here] = said.sum(axis=0)
                says[term.rows] += said * weighed.warm[place]  # nobody is twice in a term
        elif name in OF_NO_TITLE:
            for place, term in zip(places, terms, strict=True):
                scene.figures(name, term, raw[place])
        else:
            within, where, block = scene.block(name, terms[0].rows)
            weights = np.stack([term.weights for term in terms])
            raw[np.ix_(np.asarray(places), where)] = weights @ block
            known, chosen = scene.known[where][:, None], list(places)
            each = known * (weighed.warm[chosen] @ weights)
            if not within:
                each += (1 - known) * (weighed.cold[chosen] @ weights)
            each *= block.T
            owners = np.arange(len(history)) if name in BY_ROW else scene.met
            found[COMPONENTS[places[0]].family][np.ix_(where, owners)] += each * LOGIT
    if len(scene.here) and len(scene.met):
        by_people = _by_people(weighed, history, scene.met, says).T
        by_people *= (scene.known[scene.here] * LOGIT)[:, None]
        found["collaborative"][np.ix_(scene.here, scene.met)] += by_people
    return Shares(found, _tilt(weighed, blend, len(history), raw, scene.known), history.back().astype(np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """Some titles and a history in one field."""

    field: Field
    titles: Rows
    known: Floats
    here: Rows
    """Which of the titles somebody met."""
    columns: Rows
    """Theirs in the model."""
    met: Rows
    """Which titles of the history somebody met."""

    @classmethod
    def of(cls, field: Field, history: History, titles: Rows) -> _Scene:
        columns = field.columns[titles]
        here = np.flatnonzero(columns >= 0)
        met = np.flatnonzero(field.columns[history.rows] >= 0)
        return cls(field, titles, field.known[titles], here, columns[here], met)

    def figures(self, name: str, term: Term, onto: Floats) -> None:
        """Set ``onto`` [titles] where a source of no title tells of them, unless it does so by way of places."""
        if name not in self.field.mapped:
            _, where, block = self.block(name, term.rows)
            onto[where] = term.weights @ block

    def block(self, name: str, rows: Rows) -> tuple[bool, Rows, Floats]:
        """Whether a source is of titles somebody met, of which of the titles it tells, and what, [rows, those]."""
        if name in self.field.met:
            return True, self.here, self.field.met[name].block(rows, self.columns)
        source: Source = self.field.every.get(name) or self.field.mapped[name]
        return False, np.arange(len(self.titles)), source.block(rows, self.titles)


def _tilt(weighed: Weighed, blend: Blend, length: int, raw: Floats, known: Floats) -> Floats:
    """What other weights for a shorter history would add, [titles, ``MOST_GONE``]."""
    found = np.zeros((raw.shape[1], MOST_GONE), np.float32)
    within = np.array([component.source in weighed.field.met for component in COMPONENTS])
    for gone in range(1, MOST_GONE + 1):
        warm, cold, offset = blend.weights(float(max(length - gone, 0)))
        warmer = (warm - weighed.warm) @ raw
        colder = np.where(within, 0, cold - weighed.cold).astype(np.float32) @ raw + offset - weighed.offset
        found[:, gone - 1] = LOGIT * (known * warmer + (1 - known) * colder)
    return found


def _by_people(weighed: Weighed, history: History, met: Rows, says: Floats) -> Floats:
    """What neighbours say, ``says`` [people, t], divided among the titles that make them neighbours, [met, t]."""
    crowd = weighed.field.neighbours
    own = weighed.field.columns[history.rows[met]]
    return divided(crowd.by_title, own, leanings(history).all[met] * crowd.rarity[own], says)

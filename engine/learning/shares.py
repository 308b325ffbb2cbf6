"""How much of a title's figures comes from each title of a history, for several titles at once, and what would shift.

A figure is a sum over the history's titles; what each of them brings is read off that sum. Taking one away also shifts
the rest a little: shorter histories weigh components otherwise, and older titles become later ones. Both are estimated
here, so that nothing is cited whose going would be made up for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.learning.blend import Blend
from engine.learning.components import COMPONENTS, FAMILIES, FOLLOWING, LATELY, leanings
from engine.learning.history import History
from engine.learning.sources import Source
from engine.learning.sparse import Floats, Rows, dense_product, picked, scaled
from engine.learning.weighed import BY_ROW, LOGIT, OF_NO_TITLE, PEOPLE, Weighed

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
    found = {family: np.zeros((len(titles), len(history)), np.float32) for family in FAMILIES}
    known, columns = field.known[titles], field.columns[titles]
    met = np.flatnonzero(field.columns[history.rows] >= 0)
    here = np.flatnonzero(columns >= 0)
    raw = np.zeros((len(COMPONENTS), len(titles)), np.float32)
    says = np.zeros((len(field.neighbours.lengths), len(here)), np.float32)
    blocks: dict[str, Floats] = {}
    for place, component in enumerate(COMPONENTS):
        name, term, within = component.source, weighed.terms[component.name], component.source in field.met
        warm, cold = float(weighed.warm[place]), float(weighed.cold[place])
        places = here if within else np.arange(len(titles))
        if name in PEOPLE:
            said = field.met[name].block(term.rows, columns[here]) * term.weights[:, None]
            raw[place, here] = said.sum(axis=0)
            np.add.at(says, term.rows, said * np.float32(warm))
            continue
        if name in OF_NO_TITLE and name in field.mapped:
            continue
        if name not in blocks or name in OF_NO_TITLE:
            source: Source = field.met[name] if within else field.every.get(name) or field.mapped[name]
            blocks[name] = source.block(term.rows, columns[here] if within else titles)
        parts = (blocks[name] * term.weights[:, None]).T
        raw[place, places] = parts.sum(axis=1)
        if name in OF_NO_TITLE:
            continue
        weights = known * np.float32(warm) if within else known * np.float32(warm) + (1 - known) * np.float32(cold)
        owners = np.arange(len(history)) if name in BY_ROW else met
        found[component.family][np.ix_(places, owners)] += (weights[places] * LOGIT)[:, None] * parts
    if len(here) and len(met):
        found["collaborative"][np.ix_(here, met)] += (
            _by_people(weighed, history, met, says).T * (known[here] * LOGIT)[:, None]
        )
    return Shares(found, _tilt(weighed, blend, len(history), raw, known), history.back().astype(np.float32))


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
    common = scaled(picked(crowd.by_title, own), rows=leanings(history).all[met] * crowd.rarity[own])
    whole = np.asarray(np.bincount(common.indices, common.data, len(says)), np.float32)
    return dense_product(common, says / np.maximum(whole, 1e-6)[:, None])

"""Learns the weights of the blend on inner divisions of one log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.learning import trials
from engine.learning.aligned import Field
from engine.learning.attributes import width_of
from engine.learning.blend import Blend, Lists, gate, joined, learned
from engine.learning.components import COMPONENTS, leanings, level
from engine.learning.fields import field_of
from engine.learning.ground import Ground
from engine.learning.history import History
from engine.learning.kinship import Kinship
from engine.learning.log import Log
from engine.learning.parts import Parts, bridge_of, parts_of, wishes_of
from engine.learning.sparse import Floats, Rows

FOLDS = 4
"""Parts into which people are divided to stand in for new ones."""
TITLE_FOLDS = 4
"""Parts into which titles are divided to stand in for those nobody met."""
MOST_LISTS = 600
"""Lists of one kind that weights are learned from."""
WITH_ALL = 20_000
"""Titles of a catalogue up to which that many are afforded; a third at least in any."""
MOST_HIDDEN = 800
EVERY = np.arange(len(COMPONENTS))
COLD = np.array([place for place, component in enumerate(COMPONENTS) if component.cold is not None])


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """What lessons need."""

    log: Log
    trust: Floats
    ground: Ground
    rows: Rows
    parts: Parts
    kinship: Kinship
    rng: np.random.Generator

    @property
    def most(self) -> int:
        """Lists of one kind: fewer where each takes long."""
        return int(np.clip(MOST_LISTS * WITH_ALL // max(len(self.ground.bins), 1), MOST_LISTS // 3, MOST_LISTS))


def past_of(desk: Desk) -> Field:
    """A field that has seen everybody's meetings but the last fifth."""
    known = desk.log.only(trials.earlier(desk.log))
    return field_knowing(desk, known, parts_of(known, desk.trust), desk.kinship)


def taught(desk: Desk, past: Field, tell: Callable[[str, float], None]) -> Blend:
    """The weights, learned on titles that were hidden, on everybody's last fifth (``past``) and on people cut short."""
    tell("unmet titles", 0.2)
    cold_lists = _unmet(desk)
    cold, cold_spread = _cold(cold_lists)
    tell("latest meetings", 0.4)
    lists = [_latest(desk, past)]
    folds = min(FOLDS, -(-FOLDS * desk.most // max(len(desk.log.people), 1)))
    for fold in range(folds):
        tell("new people", 0.5 + 0.3 * fold / folds)
        lists += _new(desk, fold, folds)
    tell("weights", 0.8)
    return _blend(joined(lists), cold, cold_spread, len(desk.log.people))


def _cold(lists: Lists) -> tuple[Floats, Floats]:
    """Weights [cold components, 3] and their spread."""
    prior = np.outer([COMPONENTS[int(k)].cold or 0.0 for k in COLD.tolist()], (1.0, 1.0, 0.0)).astype(np.float32)
    spread = _positive(lists.spread()) if len(lists) else np.ones(len(COLD), np.float32)
    return learned(lists.with_figures(lists.figures / spread), prior), spread


def _blend(lists: Lists, cold: Floats, cold_spread: Floats, people: int) -> Blend:
    prior = np.outer([*(component.warm for component in COMPONENTS), 1.0, 0.0], (1.0, 1.0, 0.0)).astype(np.float32)
    prior[-1, :2] = -0.5 * np.log1p(people)
    spread = _positive(lists.spread()) if len(lists) else np.ones(len(COMPONENTS), np.float32)
    gates = np.stack([gate(titles) for titles in lists.titles.tolist()]) if len(lists) else np.zeros((0, 3), np.float32)
    owner = np.repeat(np.arange(len(lists)), np.diff(lists.starts))
    unmet = np.einsum("rk,rk->r", lists.figures[:, COLD] / cold_spread, (gates @ cold.T)[owner])
    novel = 1 - lists.known
    figures = np.column_stack([lists.figures / spread * lists.known[:, None], novel * unmet, novel])
    weights = learned(lists.with_figures(figures.astype(np.float32)), prior)
    whole = np.zeros((len(COMPONENTS), weights.shape[1]), np.float32)
    whole[COLD] = cold / cold_spread[:, None]
    return Blend(weights[:-2] / spread[:, None], whole, weights[-2:])


def _positive(spread: Floats) -> Floats:
    """A component that never differs says nothing, and must not be blown up."""
    return np.where(spread > 1e-6, spread, 1e6).astype(np.float32)


def _latest(desk: Desk, past: Field) -> Lists:
    before = trials.earlier(desk.log)
    people = _some(desk, np.bincount(desk.log.person[~before], minlength=len(desk.log.people)) > 0, desk.most)
    return trials.ranked(past, trials.temporal(desk.log, desk.rows, before, people), 1.0, EVERY)


def _new(desk: Desk, fold: int, folds: int) -> list[Lists]:
    part = np.random.default_rng(fold).permutation(len(desk.log.people)) % FOLDS == fold
    known = desk.log.only(~part[desk.log.person])
    field = field_knowing(desk, known, parts_of(known, desk.trust), desk.kinship)
    lists: list[Lists] = []
    for size in trials.NEW:
        people = _some(desk, part, desk.most // folds)
        some = trials.new_people(desk.log, desk.rows, people, size)
        lists.append(trials.ranked(field, some, 1 / folds, EVERY))
    return lists


def field_knowing(desk: Desk, known: Log, parts: Parts, kinship: Kinship) -> Field:
    """A field that has seen nothing but the ``known`` meetings, nor have the directions of its attributes."""
    wishes = wishes_of(parts, some_histories(known, desk.rng))
    bridge = bridge_of(parts, kinship, kinship.directions(wishes, width_of(len(desk.ground.bins))))
    return field_of(parts, bridge, desk.ground, desk.rows)


def _unmet(desk: Desk) -> Lists:
    """Titles cross-fitted: each part is foretold by a map that the other parts taught."""
    titles = len(desk.log.items)
    part = desk.rng.permutation(titles) % TITLE_FOLDS
    described = desk.ground.described(desk.rows)
    lists: list[Lists] = []
    for fold in range(TITLE_FOLDS):
        chosen = np.flatnonzero((part == fold) & described)[:MOST_HIDDEN]
        hidden = np.zeros(titles, np.bool_)
        hidden[chosen] = True
        known = desk.log.only(~hidden[desk.log.item])
        field = field_knowing(desk, known, desk.parts, desk.kinship.without(hidden))
        people = _some(desk, np.ones(len(desk.log.people), np.bool_), desk.most // 2)
        some = trials.unmet(desk.log, desk.rows, hidden, people)
        lists.append(trials.ranked(field, some, 1 / TITLE_FOLDS, COLD))
    return joined(lists)


def _some(desk: Desk, people: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    """At most so many of the ``people``, drawn."""
    found = np.flatnonzero(people)
    chosen = np.zeros(len(people), np.bool_)
    chosen[desk.rng.permutation(found)[:most]] = True
    return chosen


def some_histories(log: Log, rng: np.random.Generator) -> list[tuple[Rows, Floats]]:
    """Columns and levelled weights of at most ``MOST_LISTS`` people's histories."""
    chosen = set(rng.permutation(len(log.people))[:MOST_LISTS].tolist())
    found: list[tuple[Rows, Floats]] = []
    for person, span in trials.spans(log):
        if person in chosen:
            columns = log.item[span].astype(np.int64)
            found.append((columns, level(leanings(History(columns, log.liking[span], log.at[span])).all)))
    return found

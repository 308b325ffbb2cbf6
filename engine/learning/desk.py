"""What lessons need at hand, and fields that know only a part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.learning import trials
from engine.learning.attributes import width_of
from engine.learning.by_title import ByTitle
from engine.learning.components import leanings, level
from engine.learning.fields import field_of
from engine.learning.ground import Ground
from engine.learning.history import History
from engine.learning.kinship import Kinship
from engine.learning.log import Log
from engine.learning.parts import Parts, bridge_of, parts_of, wishes_of
from engine.learning.sparse import Floats, Rows

Histories: TypeAlias = list[tuple[Rows, Floats]]
"""Columns of each, and what they weigh."""
MOST_LISTS = 600
"""Lists of one kind that weights are learned from."""
WITH_ALL = 15_000
"""Titles of a catalogue up to which that many are afforded; a third at least in any."""


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

    def some(self, people: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
        """At most so many of the ``people``, drawn."""
        found = np.flatnonzero(people)
        chosen = np.zeros(len(people), np.bool_)
        chosen[self.rng.permutation(found)[:most]] = True
        return chosen


def field_knowing(
    desk: Desk, known: Log, some: Histories, parts: Parts | None = None, kinship: Kinship | None = None
) -> ByTitle:  # fmt: skip
    """A field that has seen nothing but the ``known`` meetings, nor have the directions of its attributes.

    Unless ``parts`` or ``kinship`` say more. ``some`` are what ``some_histories`` draws of the known: all chance there
    is in it, so that it may be made beside other things.
    """
    parts = parts or parts_of(known, desk.trust)
    kinship = kinship or desk.kinship
    wishes = wishes_of(parts, some, kinship.columns)
    bridge = bridge_of(parts, kinship, kinship.directions(wishes, width_of(len(desk.ground.bins))))
    return ByTitle(field_of(parts, bridge, desk.ground, desk.rows))


def some_histories(log: Log, rng: np.random.Generator) -> Histories:
    """Columns and levelled weights of at most ``MOST_LISTS`` people's histories."""
    chosen = set(rng.permutation(len(log.people))[:MOST_LISTS].tolist())
    found: Histories = []
    for person, span in trials.spans(log):
        if person in chosen:
            columns = log.item[span].astype(np.int64)
            found.append((columns, level(leanings(History(columns, log.liking[span], log.at[span])).all)))
    return found

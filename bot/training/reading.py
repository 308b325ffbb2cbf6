"""A folder of public ratings as a log and a catalogue, row by row: a million of them are never single objects."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bot.evaluating.files import read_items, read_ratings
from engine.domain.interactions import Interaction
from engine.domain.items import Item
from engine.learning.log import Log, gathered, liking_of


@dataclass(frozen=True, slots=True, eq=False)
class PublicData:
    """What was read."""

    items: tuple[Item, ...]
    """In id order."""
    log: Log
    skipped: int
    """Ratings of titles that ``items`` does not have."""


@dataclass(slots=True)
class _Columns:
    """Ratings as they come."""

    people: dict[str, int] = field(default_factory=dict[str, int])
    person: array[int] = field(default_factory=lambda: array("q"))
    item: array[int] = field(default_factory=lambda: array("q"))
    rating: array[float] = field(default_factory=lambda: array("d"))
    at: array[float] = field(default_factory=lambda: array("d"))
    skipped: int = 0

    def take(self, facts: Iterable[Interaction], column: dict[str, int]) -> None:
        for fact in facts:
            place = column.get(fact.item_id)
            if place is None:
                self.skipped += 1
                continue
            self.person.append(self.people.setdefault(fact.viewer_id, len(self.people)))
            self.item.append(place)
            self.rating.append(fact.rating or float("nan"))
            self.at.append(fact.at.timestamp())


def read_public(folder: Path, now: float) -> PublicData:
    """Everything in ``folder``. Raises InvalidQuery: evaluate-no-file, evaluate-bad-line."""
    by_id = {item.id: item for item in read_items(folder)}
    items = tuple(by_id[item_id] for item_id in sorted(by_id))
    columns = _Columns()
    columns.take(read_ratings(folder), {item.id: place for place, item in enumerate(items)})
    keys = np.stack([np.frombuffer(columns.person, np.int64), np.frombuffer(columns.item, np.int64)], axis=1)
    nothing = np.full(len(keys), np.nan)
    liking = liking_of(np.frombuffer(columns.rating), nothing, nothing, nothing)
    ids = tuple(item.id for item in items)
    log = gathered(ids, tuple(columns.people), keys, liking, np.frombuffer(columns.at), now=now)
    return PublicData(items, log, columns.skipped)

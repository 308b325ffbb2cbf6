"""A folder of public ratings as a log and a catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.evaluating.files import read_rated
from bot.evaluating.notes import Note
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
    notes: tuple[Note, ...] = ()
    """What was odd."""


def read_public(folder: Path, now: float) -> PublicData:
    """Everything in ``folder``. Raises as ``read_rated``."""
    rated = read_rated(folder, now)
    items = tuple(sorted(rated.items, key=lambda item: item.id))
    ids, ratings = tuple(item.id for item in items), rated.ratings
    columns = {item_id: column for column, item_id in enumerate(ids)}
    place = np.array([columns.get(title, -1) for title in ratings.titles], np.int64)
    keys = np.stack([ratings.person.astype(np.int64), place[ratings.item]], axis=1)
    nothing = np.full(len(keys), np.nan)
    liking = liking_of(ratings.stars, nothing, nothing, nothing)
    # what has no date may have been given one after all titles, some of which may be yet to come
    last = max(now, ratings.at.max(initial=now))
    log = gathered(ids, ratings.people, keys, liking, ratings.at, now=last)
    return PublicData(items, log, rated.skipped, rated.notes)

"""The crowd of a household without one: what a public catalogue lists beside each title, as if somebody liked it all.

Titles of which nothing is stored here join those whose lists name them: who stands beside the same stranger belongs
together. That needs no facts about the stranger.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from bot.syncing.recognising import public_key
from engine.learning.log import Log, gathered

if TYPE_CHECKING:
    from datetime import datetime

    from engine.ports.storage import Storage

FEWEST_LISTS = 100
"""Titles with a list from which there is something to be learned."""
LONGEST_JOINED = 200
"""Titles that one stranger joins at most, the first in the catalogue's order: those named everywhere say least."""


@dataclass(slots=True)
class _Rows:
    """Lists as columns: as objects, those of a hundred thousand titles would fill the memory."""

    columns: Mapping[str, int]
    """Place of each title by its public key."""
    rows: array[int] = field(default_factory=lambda: array("q"))
    items: array[int] = field(default_factory=lambda: array("q"))
    count: int = 0
    strangers: dict[str, list[int]] = field(default_factory=dict[str, "list[int]"])

    def take(self, own: int, listed: Sequence[str]) -> None:
        """One title's list."""
        known = [own]
        for key in listed:
            column = self.columns.get(key)
            if column is not None:
                known.append(column)
            else:
                self.strangers.setdefault(key, []).append(own)
        self._add(known)

    def join(self) -> None:
        """One more list for each stranger."""
        for key in sorted(self.strangers):
            self._add(self.strangers[key][:LONGEST_JOINED])

    def _add(self, columns: Sequence[int]) -> None:
        together = dict.fromkeys(columns)
        if len(together) > 1:
            self.rows.extend([self.count] * len(together))
            self.items.extend(together)
            self.count += 1


async def gather_lists(storage: Storage, items: Sequence[str], now: datetime) -> Log | None:
    """Lists of and with the titles ``items``, as a log over these; None where there are too few."""
    place = {item: column for column, item in enumerate(items)}
    keys = ((public_key(item), column) for item, column in place.items())
    rows = _Rows({key: column for key, column in keys if key is not None})
    known = 0
    async with storage.unit() as unit:
        async for batch in unit.title_lists.stream():
            for item, listed in batch:
                if (own := place.get(item)) is not None:
                    rows.take(own, listed)
                    known += 1
    rows.join()
    if known < FEWEST_LISTS:
        return None
    return _log(tuple(items), rows, now.timestamp())


def _log(items: tuple[str, ...], rows: _Rows, now: float) -> Log:
    met = np.stack([np.frombuffer(rows.rows, np.int64), np.frombuffer(rows.items, np.int64)], axis=1)
    lists = tuple(f"list {number}" for number in range(rows.count))
    return gathered(items, lists, met, np.ones(len(met)), np.full(len(met), now), now=now)

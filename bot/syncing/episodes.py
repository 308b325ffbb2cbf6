"""How far people are with series, by the episodes that they finished."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.domain.interactions import Interaction
    from engine.domain.media import Episode
    from engine.ports.storage import UnitOfWork

FINISHED = 0.8
BEGUN = 0.25
"""What one finished episode says of its series at least: it was not given up at once."""
PART_OF_SERIES = 0.2
"""A series of which no episode was finished is at most so far seen."""
MANY = 8
"""For so many series of one person everything they did is read at once."""
KEPT = 200_000
"""Series of people that are remembered at a time."""


class Episodes:
    """Remembers what it looked up; keep it for one history."""

    def __init__(self) -> None:
        self._finished: dict[tuple[str, str], set[str]] = {}
        self._whole: set[str] = set()
        """People of whom everything is remembered."""
        self._counts: dict[str, int | None] = {}

    def finished(self, viewer_id: str, item_id: str) -> set[str]:
        """The episodes that the person finished; add to it. Call ``recall`` first."""
        return self._finished.setdefault((viewer_id, item_id), set())

    def count(self, item_id: str) -> int | None:
        """How many episodes the series has."""
        return self._counts.get(item_id)

    async def recall(self, unit: UnitOfWork, series: Iterable[tuple[str, str]]) -> None:
        """Look up what is needed for these, by person and series."""
        if len(self._finished) > KEPT:
            self._finished.clear()
            self._whole.clear()
        wanted = set(series)
        missing = defaultdict[str, list[str]](list)
        for viewer_id, item_id in sorted(wanted - self._finished.keys()):
            if viewer_id not in self._whole:
                missing[viewer_id].append(item_id)
        for viewer_id, item_ids in missing.items():
            await self._of_person(unit, viewer_id, item_ids)
        new = {item_id for _, item_id in wanted} - self._counts.keys()
        items = await unit.items.get_many(new)
        self._counts |= {item_id: items[item_id].episodes if item_id in items else None for item_id in new}

    async def _of_person(self, unit: UnitOfWork, viewer_id: str, item_ids: list[str]) -> None:
        if len(item_ids) > MANY:
            self._note(await unit.interactions.of_viewer(viewer_id))
            self._whole.add(viewer_id)
            return
        for item_id in item_ids:
            self._finished[viewer_id, item_id] = set()
            self._note(await unit.interactions.of_titles(viewer_id, [item_id]))

    def _note(self, facts: Iterable[Interaction]) -> None:
        for fact in facts:
            if fact.part is not None:
                self.finished(fact.viewer_id, fact.item_id).add(sys.intern(fact.part))


def part_of(episode: Episode) -> str:
    """2x05."""
    return sys.intern(f"{episode.season}x{episode.number:02}")


def of_series(finished: int, episodes: int | None, completion: float) -> float:
    """How far a series is seen, 0–1, after an episode was seen to ``completion``.

    The share of its episodes, but one finished episode says that it was not given up at once, however long it is.
    """
    if not finished:
        return completion * PART_OF_SERIES
    return min(max(finished / episodes if episodes else 0.0, BEGUN), 1.0)

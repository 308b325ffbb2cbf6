"""Interactions and hidings in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from engine.domain.interactions import Hiding, Interaction, InteractionKind
from engine.ports.facts import FactColumns
from engine.testing.table import Table, Undo

FINISHED = 0.8


@dataclass(slots=True)
class InteractionRows:
    owners: Table[str, str] = field(default_factory=Table[str, str])
    """Interaction id to viewer id."""
    by_viewer: dict[str, Table[str, Interaction]] = field(default_factory=dict[str, Table[str, Interaction]])
    hidings: Table[tuple[str, str], Hiding] = field(default_factory=Table[tuple[str, str], Hiding])

    def of(self, viewer_id: str) -> Table[str, Interaction]:
        return self.by_viewer.setdefault(viewer_id, Table[str, Interaction]())


class MemoryInteractions:
    def __init__(self, rows: InteractionRows, undo: Undo) -> None:
        self._rows, self._undo = rows, undo

    async def add(self, interactions: Sequence[Interaction]) -> list[Interaction]:
        fresh: list[Interaction] = []
        for interaction in interactions:
            if interaction.id not in self._rows.owners:
                self._rows.owners.put(interaction.id, interaction.viewer_id, self._undo)
                self._rows.of(interaction.viewer_id).put(interaction.id, interaction, self._undo)
                fresh.append(interaction)
        return fresh

    async def of_viewer(self, viewer_id: str) -> list[Interaction]:
        mine = self._rows.by_viewer.get(viewer_id)
        return sorted(mine.values(), key=lambda fact: (fact.at, fact.id)) if mine else []

    async def latest_alike(self, viewer_id: str, most: int) -> list[Interaction]:
        alike: defaultdict[tuple[str, InteractionKind], int] = defaultdict(int)
        kept: list[Interaction] = []
        for fact in reversed(await self.of_viewer(viewer_id)):
            alike[fact.item_id, fact.kind] += 1
            if alike[fact.item_id, fact.kind] <= most:
                kept.append(fact)
        return kept[::-1]

    async def columns(self, viewer_ids: Iterable[str]) -> FactColumns:
        return FactColumns.of(
            [fact for viewer_id in sorted(set(viewer_ids)) for fact in await self.of_viewer(viewer_id)]
        )

    async def of_titles(self, viewer_id: str, item_ids: Iterable[str]) -> list[Interaction]:
        wanted = frozenset(item_ids)
        return [fact for fact in await self.of_viewer(viewer_id) if fact.item_id in wanted]

    async def between(self, viewer_ids: Iterable[str], first: datetime, last: datetime) -> list[Interaction]:
        theirs = [fact for viewer_id in set(viewer_ids) for fact in await self.of_viewer(viewer_id)]
        return sorted((fact for fact in theirs if first <= fact.at <= last), key=lambda fact: (fact.at, fact.id))

    async def hand_over(self, viewer_id: str, to: str) -> int:
        facts = await self.of_viewer(viewer_id)
        await self.remove([fact.id for fact in facts])
        await self.add([replace(fact, viewer_id=to) for fact in facts])
        return len(facts)

    async def move(self, item_id: str, to: str) -> int:
        moved = 0
        for mine in self._rows.by_viewer.values():
            for key, fact in list(mine.items()):
                if fact.item_id == item_id:
                    mine.put(key, replace(fact, item_id=to), self._undo)
                    moved += 1
        return moved

    async def get(self, interaction_id: str) -> Interaction | None:
        owner = self._rows.owners.get(interaction_id)
        return None if owner is None else self._rows.of(owner).get(interaction_id)

    async def remove(self, interaction_ids: Iterable[str]) -> None:
        for interaction_id in interaction_ids:
            owner = self._rows.owners.drop(interaction_id, self._undo)
            if owner is not None:
                self._rows.of(owner).drop(interaction_id, self._undo)

    async def finish_counts(self) -> dict[str, int]:
        finishers: defaultdict[str, set[str]] = defaultdict(set)
        for viewer_id, table in self._rows.by_viewer.items():
            for fact in table.values():
                if _finished(fact):
                    finishers[fact.item_id].add(viewer_id)
        return {item_id: len(viewers) for item_id, viewers in finishers.items()}

    async def count(self, viewer_id: str | None = None) -> int:
        return len(self._rows.owners) if viewer_id is None else len(self._rows.of(viewer_id).values())


class MemoryHidings:
    def __init__(self, rows: InteractionRows, undo: Undo) -> None:
        self._rows, self._undo = rows.hidings, undo

    async def put(self, hiding: Hiding) -> None:
        self._rows.put((hiding.viewer_id, hiding.item_id), hiding, self._undo)

    async def remove(self, viewer_id: str, item_id: str) -> Hiding | None:
        return self._rows.drop((viewer_id, item_id), self._undo)

    async def of_viewer(self, viewer_id: str, at: datetime) -> list[Hiding]:
        mine = [hiding for hiding in self._rows.values() if hiding.viewer_id == viewer_id]
        return sorted((h for h in mine if h.since <= at < h.until), key=lambda hiding: hiding.item_id)


def _finished(fact: Interaction) -> bool:
    if fact.kind is InteractionKind.WATCH:
        return (fact.completion or 0) >= FINISHED
    return fact.kind in {InteractionKind.SEEN, InteractionKind.RATING}

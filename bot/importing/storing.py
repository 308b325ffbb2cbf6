"""Stores rows batch by batch: titles onto shelves, facts to the people they are of."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.acting.lists import DEFAULT as DEFAULT_LIST
from bot.importing.facts import interactions
from bot.importing.matching import KnownTitle, Match, Matcher
from bot.importing.people import People
from bot.importing.report import Report, Unmatched
from bot.importing.rows import CatalogueRow, HistoryRow, Note, Problem, Row
from bot.importing.shelves import Shelves, merged
from engine.domain.interactions import Interaction, InteractionKind
from engine.domain.items import Item
from engine.domain.records import ImportJob, ImportState
from engine.ports.storage import Storage, UnitOfWork

Matched = tuple[HistoryRow, KnownTitle]


class Storing:
    """One import under way; ``sort`` a batch, then ``put`` it."""

    def __init__(self, storage: Storage, job: ImportJob, people: People, shelves: Shelves) -> None:
        self._storage = storage
        self._job = job
        self._people = people
        self._shelves = shelves
        self._matcher: Matcher | None = None
        self._read = 0
        self._told: set[str] = set()

    async def sort(self, batch: Sequence[Row], report: Report) -> tuple[list[Item], list[Matched]]:
        """Titles to keep and facts about known ones; everything else is counted and told in the report."""
        self._read += len(batch)
        report.notes += [row for row in batch if isinstance(row, Note)]
        report.rows += sum(not isinstance(row, Note) for row in batch)
        for row in batch:
            if isinstance(row, Problem):
                report.fail(Unmatched.of_problem(row))
        titles = [row.item for row in batch if isinstance(row, CatalogueRow)]
        facts = await self._matched([row for row in batch if isinstance(row, HistoryRow)], report)
        report.matched += len(titles) + len(facts)
        return titles, facts

    async def put(self, unit: UnitOfWork, titles: Sequence[Item], facts: Sequence[Matched], report: Report) -> None:
        """Store one sorted batch, and how far the import has come."""
        if titles:
            await self._put_titles(unit, titles, report)
        if facts:
            await self._put_facts(unit, facts, report)
        await unit.import_jobs.put(self._progressed(report, ImportState.RUNNING))
        report.people = [viewer.name for viewer in self._people.made]
        report.libraries = [library.name for library in self._shelves.made]

    async def finish(self, unit: UnitOfWork, report: Report) -> None:
        """Note that the file was read to its end."""
        await unit.import_jobs.put(self._progressed(report, ImportState.DONE))

    def _progressed(self, report: Report, state: ImportState) -> ImportJob:
        return replace(
            self._job,
            state=state,
            rows=report.rows,
            matched=report.matched,
            unmatched=report.failed,
            position=self._read,
        )

    async def _matched(self, rows: Sequence[HistoryRow], report: Report) -> list[Matched]:
        if not rows:
            return []
        if self._matcher is None:
            self._matcher = await Matcher.load(self._storage)
        found = {number: known for number, row in enumerate(rows) if (known := self._matcher.by_id(row))}
        named = [number for number, row in enumerate(rows) if number not in found and row.title]
        if named:
            await self._matcher.index_titles(self._storage)
        matches = await asyncio.to_thread(_by_title, self._matcher, [rows[number] for number in named])
        told = dict(zip(named, matches, strict=True))
        for number, row in enumerate(rows):
            match = told.get(number, Match(found.get(number), "not-here"))
            if match.known:
                found[number] = match.known
            else:
                report.fail(Unmatched.of_row(row, match.reason, match.candidates))
        return [(rows[number], found[number]) for number in sorted(found)]

    async def _put_titles(self, unit: UnitOfWork, titles: Iterable[Item], report: Report) -> None:
        placed = await self._shelves.place(unit, titles)
        known = await unit.items.get_many(item.id for item in placed)
        wanted: dict[str, Item] = {}
        for item in placed:
            wanted[item.id] = self._merged(wanted.get(item.id, known.get(item.id)), item)
        changed = [item for item_id, item in wanted.items() if known.get(item_id) != item]
        if changed:
            await unit.items.upsert(changed)
        fresh = sum(item.id not in known for item in changed)
        report.added += fresh
        report.changed += len(changed) - fresh
        report.known += len(placed) - len(changed)

    def _merged(self, old: Item | None, new: Item) -> Item:
        """What is known with what is told; of one title told twice in a file, the first time counts."""
        again = new.id in self._told
        self._told.add(new.id)
        return merged(new, old) if again and old else merged(old, new)

    async def _put_facts(self, unit: UnitOfWork, facts: Sequence[Matched], report: Report) -> None:
        await self._people.meet(unit, (row.person for row, _ in facts))
        made: list[Interaction] = []
        for row, known in facts:
            viewer_id = self._people.id_of(row.person)
            made.extend(interactions(row, known, viewer_id, self._job.format, self._job.started_at))
        stored = await unit.interactions.add(made)
        for saved in stored:
            if saved.kind is InteractionKind.SAVE:
                await unit.watchlists.add_item(saved.viewer_id, DEFAULT_LIST, saved.item_id, saved.at)
        report.added += len(stored)
        report.known += len(made) - len(stored)
        report.viewer_ids.update(fact.viewer_id for fact in stored)


def _by_title(matcher: Matcher, rows: Sequence[HistoryRow]) -> list[Match]:
    return [matcher.by_title(row) for row in rows]

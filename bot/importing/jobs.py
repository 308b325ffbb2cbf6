"""Runs an import: in batches, each safely stored before the next, so that it can be interrupted and repeated."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from bot.importing.bundle import SourceFile, digest_of, open_bundle
from bot.importing.formats import importer_for
from bot.importing.people import People, chosen_viewer
from bot.importing.report import Report
from bot.importing.rows import HistoryRow, Importer, Row
from bot.importing.shelves import Shelves
from bot.importing.storing import Matched, Storing
from engine.domain.items import Item
from engine.domain.records import ImportJob, ImportState
from engine.errors import InvalidQuery
from engine.ports.clock import Clock
from engine.ports.storage import Storage

BATCH = 2_000
"""Rows of one unit of work."""
Progress = Callable[[Report], None]
Batch = tuple[list[Item], list[Matched]]


class ImportServices(Protocol):
    """What an import needs of the service."""

    @property
    def storage(self) -> Storage: ...
    @property
    def clock(self) -> Clock: ...


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What may be said beside the file."""

    format: str = ""
    """Empty: by content."""
    viewer: str = ""
    """Name or id of whose history it is; not needed for catalogues and files of many people."""
    create_viewer: bool = False
    """Make that viewer where there is none of the name."""
    library: str = ""
    """Where a catalogue's titles go that do not say so themselves."""
    closed: bool = False
    """Open a new library to nobody yet."""
    dry_run: bool = False


async def run_import(
    services: ImportServices, path: Path, options: ImportOptions | None = None, progress: Progress | None = None
) -> Report:
    """Read ``path`` into the storage. The same file again adds nothing; one that was interrupted goes on.

    Raises InvalidQuery where the file cannot be read at all, is in no known format, or it is not clear whose it is.
    """
    options = options or ImportOptions()
    started = time.monotonic()
    files = await asyncio.to_thread(open_bundle, path)
    importer = await asyncio.to_thread(importer_for, files, options.format)
    people = await _people(services.storage, importer, files, options)
    job = await _job(services, importer, path, options)
    report = Report(importer.name, dry_run=options.dry_run, resumed=job.position > 0)
    storing = Storing(services.storage, job, people, Shelves(options.library, closed=options.closed))
    batches = _batches(importer.read(files), storing, report, progress)
    run = _try if options.dry_run else _do
    await run(services.storage, storing, batches, report)
    report.seconds = time.monotonic() - started
    return report


async def _batches(
    rows: Iterator[Row], storing: Storing, report: Report, progress: Progress | None
) -> AsyncIterator[Batch]:
    """Sorted batches. Reading happens in a thread; progress is told when a batch was dealt with."""
    while batch := await asyncio.to_thread(_take, rows):
        yield await storing.sort(batch, report)
        if progress:
            progress(report)


async def _do(storage: Storage, storing: Storing, batches: AsyncIterator[Batch], report: Report) -> None:
    async for titles, facts in batches:
        async with storage.unit() as unit:
            await storing.put(unit, titles, facts, report)
    async with storage.unit() as unit:
        await storing.finish(unit, report)


async def _try(storage: Storage, storing: Storing, batches: AsyncIterator[Batch], report: Report) -> None:
    """The same in a single unit of work that is taken back."""
    with suppress(_TakenBack):
        async with storage.unit() as unit:
            async for titles, facts in batches:
                await storing.put(unit, titles, facts, report)
            raise _TakenBack


class _TakenBack(Exception):
    """Ends a dry run."""


def _take(rows: Iterator[Row]) -> list[Row]:
    return list(islice(rows, BATCH))


async def _people(storage: Storage, importer: Importer, files: Sequence[SourceFile], options: ImportOptions) -> People:
    if importer.name == "catalogue" or (importer.many_people and not options.viewer):
        return People()
    if importer.many_people and await asyncio.to_thread(_has_many, importer, files):
        raise InvalidQuery("import-many-people", name=options.viewer)
    single = await chosen_viewer(storage, options.viewer, create=options.create_viewer)
    return People(single, options.viewer)


def _has_many(importer: Importer, files: Sequence[SourceFile]) -> bool:
    names: set[str] = set()
    for row in importer.read(files):
        if isinstance(row, HistoryRow):
            names.add(row.person)
            if len(names) > 1:
                return True
    return False


async def _job(services: ImportServices, importer: Importer, path: Path, options: ImportOptions) -> ImportJob:
    """The job of this file and person: a new one, or the interrupted one with what it stored already."""
    content = await asyncio.to_thread(digest_of, path)
    said = f"{content}\0{importer.name}\0{options.viewer.casefold()}\0{options.library.casefold()}"
    job_id = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]
    fresh = ImportJob(job_id, importer.name, ImportState.RUNNING, services.clock.now())
    if options.dry_run:
        return fresh
    async with services.storage.unit() as unit:
        known = await unit.import_jobs.get(job_id)
        interrupted = known is not None and known.state is not ImportState.DONE
        job = replace(known, state=ImportState.RUNNING) if known and interrupted else fresh
        if known and not interrupted:
            job = replace(job, started_at=known.started_at)  # undated facts keep the day they were given first
        await unit.import_jobs.put(job)
    return job

"""A store that knows only the past: what the shipped engine is asked from."""

from __future__ import annotations

from dataclasses import replace

from engine.domain.items import Item
from engine.domain.query import Filters
from engine.domain.viewers import Viewer
from engine.evaluation.job import Job
from engine.testing.memory import MemoryStorage

SHELF = "asked for"
"""Where the titles stand that alone are asked for: a second shelf beside each library, open to whoever may enter it."""


async def past_of(job: Job) -> MemoryStorage:
    """A store with all titles and people, and of what they did only the training part."""
    storage = MemoryStorage()
    async with storage.unit() as unit:
        await unit.items.upsert([_shelved(item, job) for item in job.corpus.items])
        for person in job.corpus.people:
            viewer = person.viewer
            open_to = viewer.library_ids | shelves(viewer.library_ids) if job.only is not None else viewer.library_ids
            await unit.viewers.add(viewer)
            await unit.viewers.set_access(viewer.id, open_to)
            await unit.interactions.add([fact for meeting in job.train[viewer.id] for fact in meeting.facts])
    return storage


def asked_of(job: Job, viewer: Viewer) -> Filters:
    """Filters under which ``viewer`` is shown what the job asks for."""
    return Filters(library_ids=shelves(viewer.library_ids)) if job.only is not None else Filters()


def shelves(library_ids: frozenset[str]) -> frozenset[str]:
    """The second shelves of these libraries."""
    return frozenset(f"{SHELF}: {library_id}" for library_id in library_ids)


def _shelved(item: Item, job: Job) -> Item:
    if job.only is None or item.id not in job.only:
        return item
    return replace(item, library_ids=item.library_ids | shelves(item.library_ids))

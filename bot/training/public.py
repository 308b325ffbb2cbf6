"""Learns a public model from files: titles and figures for households that are too small to be a crowd."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from threading import Event

import numpy as np

from bot import outside
from bot.evaluating.notes import Note
from bot.settings import Settings
from bot.training.describing import described
from bot.training.gathering import fingerprint
from bot.training.reading import PublicData
from bot.training.training import product_version
from bot.training.work import Progress, learned_from
from engine.catalogue import Catalogue
from engine.errors import InvalidQuery
from engine.learning.log import Log
from engine.learning.manifest import Reference
from engine.learning.packing import pack
from engine.learning.recognising import reference_of
from engine.ports.models import Manifest, ModelKind

SEED = 7
RATINGS, SIMILAR = "ratings", "similar"
"""Sources: what people rated, or lists that a catalogue gives."""


READING, DESCRIBING, SAVING = "reading", "describing", "saving"
READ = 0.02
"""What share of all is done when everything is read, roughly."""
DESCRIBING_TITLE, LEARNING_TITLE, LEARNING_MEETING = 0.0045, 0.003, 0.00002
"""Seconds for each on two processors, measured with 100,000 and a million ratings: they tell how far all of it is."""
LEARNS = "engine.learning.crowd"


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A public model, ready to be kept or passed on."""

    packed: bytes
    manifest: Manifest
    groups: int
    """People, or lists, it was learned from."""
    skipped: int
    """Ratings of titles that were not described."""
    notes: tuple[Note, ...] = ()
    """What was odd about the files."""


async def learn_public(
    read: Callable[[float], PublicData],
    source: str,
    settings: Settings,
    progress: Progress,
    *,
    expect: Callable[[Sequence[Reference]], Awaitable[None]] | None = None,
) -> Learned:
    """Learn from what ``read`` gives, told the time; ``expect`` is told the titles before that takes minutes.

    Raises what these raise, and InvalidQuery("training-nothing").
    """
    clock, _ = outside.system_clock_and_ids()
    now = clock.now()
    progress(READING, 0.0)
    data = await asyncio.to_thread(read, now.timestamp())
    if not len(data.log):
        raise InvalidQuery("training-nothing")
    if expect is not None:
        met = np.bincount(data.log.item, minlength=len(data.log.items)) > 0
        known = {item_id for item_id, here in zip(data.log.items, met.tolist(), strict=True) if here}
        await expect([reference_of(item) for item in data.items if item.id in known])
    course = _Course(progress, LEARNING_TITLE * len(data.items) + LEARNING_MEETING * len(data.log))
    ready = asyncio.create_task(asyncio.to_thread(import_module, LEARNS))  # seconds, in which titles are described
    catalogue = await described(data.items, settings, course.described)
    await ready
    manifest = await asyncio.to_thread(_manifest, data.log, source, now)
    stopped = Event()

    def tell(step: str, done: float) -> None:
        if stopped.is_set():
            raise InterruptedError("nobody waits for it")
        course.learned(step, done)

    try:
        packed, unheard = await asyncio.to_thread(_packed, data, catalogue, manifest, tell)
    except asyncio.CancelledError:
        stopped.set()  # a thread cannot be ended from without
        raise
    progress(SAVING, 1.0)
    notes = (*data.notes, Note("training-unheard", {"count": unheard})) if unheard else data.notes
    return Learned(packed, manifest, len(data.log.people), data.skipped, notes)


@dataclass(slots=True)
class _Course:
    """How far all of it is once everything is read."""

    progress: Progress
    learning: float
    """Seconds that will take, roughly."""
    _share: float = READ
    """Done when learning begins."""

    def described(self, done: int, missing: int) -> None:
        """So many of the titles that were to be described."""
        seconds = missing * DESCRIBING_TITLE
        self._share = READ + (1 - READ) * seconds / (seconds + self.learning)
        if missing:
            self.progress(DESCRIBING, READ + (self._share - READ) * min(done / missing, 1.0))

    def learned(self, step: str, done: float) -> None:
        """That share of what is to be learned."""
        self.progress(step, self._share + (1 - self._share) * done)


def _manifest(log: Log, source: str, now: datetime) -> Manifest:
    return Manifest(
        kind=ModelKind.PUBLIC,
        created_at=now,
        product=product_version(),
        source=source,
        fingerprint=fingerprint(log),
        people=len(log.people) if source == RATINGS else 0,
        meetings=len(log),
        titles=len(np.unique(log.item)),
    )


def _packed(data: PublicData, catalogue: Catalogue, manifest: Manifest, progress: Progress) -> tuple[bytes, int]:
    """The file, and how many meetings taught nothing."""
    from engine.learning.crowd import LISTS  # noqa: PLC0415
    from engine.learning.sharing import FEWEST, without_people  # noqa: PLC0415 - not before something is learned

    learned = learned_from(data.log, catalogue, SEED, progress)
    crowd = without_people(learned, fewest=1 if manifest.source == SIMILAR else FEWEST)  # lists are nobody's history
    if manifest.source == SIMILAR:
        crowd = replace(crowd, summary={**crowd.summary, LISTS: len(data.log.people)})
    by_id = {item.id: item for item in data.items}
    titles = tuple(reference_of(by_id[item_id]) for item_id in crowd.item_ids)
    return pack(crowd, manifest, titles=titles), crowd.unheard

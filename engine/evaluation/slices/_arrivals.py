"""Titles that have just arrived: nobody is known to have met them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.domain.items import CreditRole, Item
from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job, job_of
from engine.evaluation.slices._dividing import lot

DRAWING = 13
ARRIVED = 800
ENOUGH = 5 * ARRIVED
"""Fully described titles from which so many are drawn; of fewer, a tenth."""
USUAL = 0.25
"""Share of titles that must be described by something for a title without it to count as less than fully described."""
DESCRIBED: tuple[Callable[[Item], object], ...] = (
    lambda item: item.synopses,
    lambda item: item.keywords,
    lambda item: item.people(CreditRole.DIRECTOR, CreditRole.CREATOR),
    lambda item: item.people(CreditRole.ACTOR),
)


def arrivals(corpus: Corpus, job: Job, seed: int, *, batch: int) -> Job:
    """``job`` without what it knows of some fully described titles, which alone are to be found.

    Whoever met one of them in the corpus, early or late, is asked. Only fully described ones: presence of a
    description goes with popularity and must not give it away. Batches are disjoint.
    """
    known = fully_described(corpus.items)
    count = ARRIVED if len(known) >= ENOUGH else len(known) // 10
    order = lot(DRAWING, seed).permutation(len(known))[batch * count : (batch + 1) * count]
    cold = frozenset(known[int(place)] for place in order)
    train = {own: [meeting for meeting in met if meeting.item_id not in cold] for own, met in job.train.items()}
    later = {
        person.viewer.id: [meeting for meeting in person.meetings if meeting.item_id in cold]
        for person in corpus.people
    }
    return job_of(job.corpus, train, later, cold)


def fully_described(items: Sequence[Item]) -> list[str]:
    """Ids of those with synopsis, keywords, makers and cast, as far as titles have these here at all."""
    usual = [told for told in DESCRIBED if sum(bool(told(item)) for item in items) >= USUAL * len(items)]
    return [item.id for item in items if all(told(item) for told in usual)]

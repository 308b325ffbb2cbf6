"""Titles that have just arrived: nobody is known to have met them."""

from __future__ import annotations

from engine.domain.items import CreditRole, Item
from engine.evaluation.corpus import Corpus
from engine.evaluation.job import Job, job_of
from engine.evaluation.slices._dividing import lot

DRAWING = 13
ARRIVED = 800
ENOUGH = 5 * ARRIVED
"""Fully described titles from which so many are drawn; of fewer, a tenth."""


def arrivals(corpus: Corpus, job: Job, seed: int, *, batch: int) -> Job:
    """``job`` without what it knows of some fully described titles, which alone are to be found.

    Whoever met one of them in the corpus, early or late, is asked. Only fully described ones: presence of a
    description goes with popularity and must not give it away. Batches are disjoint.
    """
    known = [item.id for item in corpus.items if fully_described(item)]
    count = ARRIVED if len(known) >= ENOUGH else len(known) // 10
    order = lot(DRAWING, seed).permutation(len(known))[batch * count : (batch + 1) * count]
    cold = frozenset(known[int(place)] for place in order)
    train = {own: [meeting for meeting in met if meeting.item_id not in cold] for own, met in job.train.items()}
    later = {
        person.viewer.id: [meeting for meeting in person.meetings if meeting.item_id in cold]
        for person in corpus.people
    }
    return job_of(job.corpus, train, later, cold)


def fully_described(item: Item) -> bool:
    """Whether synopsis, keywords, cast and makers are known."""
    makers = item.people(CreditRole.DIRECTOR, CreditRole.CREATOR)
    return bool(item.synopses and item.keywords and makers and item.people(CreditRole.ACTOR))

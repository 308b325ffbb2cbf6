"""What the slices share: chance, order, and holding back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.evaluation.corpus import Corpus, Meeting, as_of
from engine.evaluation.job import Job, job_of

TIES = 7
HELD_BACK = 0.2
Ordered = Mapping[str, tuple[Meeting, ...]]


def lot(own: int, seed: int) -> np.random.Generator:
    """A slice's own generator; seed 0 is the published draw, another seed another one."""
    return np.random.default_rng([own, seed] if seed else own)


def in_time(corpus: Corpus, seed: int) -> Ordered:
    """Everybody's meetings in order of time; what happened at the same moment is in random order.

    Files are sorted by title, and titles by the year they came out: taking ties as they stand would give the year away.
    """
    rng = lot(TIES, seed)
    places = {item.id: place for place, item in enumerate(corpus.items)}
    found: dict[str, tuple[Meeting, ...]] = {}
    for person in corpus.people:
        met = sorted(person.meetings, key=lambda meeting: places[meeting.item_id])
        moments = np.array([meeting.at.timestamp() for meeting in met])
        order = np.lexsort((rng.random(len(met)), moments))
        found[person.viewer.id] = tuple(met[int(place)] for place in order)
    return found


def cut(ordered: Sequence[Meeting], first: int) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """The ``first`` meetings, as they were known when the last of them began, and the others."""
    if not first:
        return (), tuple(ordered)
    moment = ordered[min(first, len(ordered)) - 1].at
    return tuple(as_of(meeting, moment) for meeting in ordered[:first]), tuple(ordered[first:])


def last_fifth(corpus: Corpus, ordered: Ordered) -> Job:
    """Everybody's last fifth (at least one title) is to be found from the rest."""
    halves = {own: cut(met, len(met) - max(1, int(len(met) * HELD_BACK))) for own, met in ordered.items()}
    train = {own: before for own, (before, _) in halves.items()}
    return job_of(corpus, train, {own: after for own, (_, after) in halves.items()})

"""The future from the past: everybody's last fifth is held back."""

from __future__ import annotations

import numpy as np

from engine.evaluation.corpus import Corpus, Job, Meeting, Person, as_of
from engine.evaluation.slices import Slice

HELD_BACK = 0.2


def divide(corpus: Corpus, rng: np.random.Generator) -> Job:
    """The last fifth of each person's titles in time is test; what happened at the same moment is in random order."""
    train: dict[str, tuple[Meeting, ...]] = {}
    truth: dict[str, frozenset[str]] = {}
    for person in corpus.people:
        before, after = halves(person, rng)
        train[person.viewer.id] = before
        allowed = corpus.open_to(person.viewer) if after else frozenset[str]()
        if wanted := frozenset(meeting.item_id for meeting in after if meeting.liked) & allowed:
            truth[person.viewer.id] = wanted
    return Job(corpus, train, truth)


def halves(person: Person, rng: np.random.Generator) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """The earlier meetings and the last fifth (at least one). Of the earlier, only what was known by then."""
    moments = np.array([meeting.at.timestamp() for meeting in person.meetings])
    order = np.lexsort((rng.random(len(moments)), moments))
    ordered = [person.meetings[int(place)] for place in order]
    cut = len(ordered) - max(1, int(len(ordered) * HELD_BACK))
    return tuple(as_of(meeting, ordered[cut - 1].at) for meeting in ordered[:cut]), tuple(ordered[cut:])


SLICE = Slice("main", divide)

"""What others here finished, for people of whom little is known; with a crowd's model what is liked now, for all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject

FEWEST = 3
"""People who must have finished a title before their number may be felt or told."""


def raw(batch: Batch) -> Floats:
    """Logarithm of the finishers over that of the most finished title, 0–1; 0 below three people.

    With a crowd's model its own figure, which knows what is liked at the moment and how new people take to it.
    """
    learned = batch.context.family("popularity", batch.rows)
    if learned is not None:
        return learned
    finished = batch.take(batch.context.catalogue.popularity)
    most = batch.context.baselines.most_popular
    if not batch.context.thin or most < FEWEST:
        return batch.zeros()
    found = np.log1p(finished) / np.float32(np.log1p(most))
    found[finished < FEWEST] = 0
    return found.astype(np.float32, copy=False)


def explain(subject: Subject) -> Sequence[Evidence]:
    """How many finished it."""
    count = int(subject.context.catalogue.popularity[subject.row])
    if subject.value <= 0 or count < FEWEST:
        return ()
    return (Evidence(EvidenceKind.POPULAR_HERE, SCORER.name, subject.value, count=count),)


SCORER = Scorer("popularity", raw, explain, role="title")

"""Liked by people who like the same."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.scoring.together import cited, family

FEWEST = 3
"""People who must have liked both before anything is said of them: fewer would point at someone."""


def raw(batch: Batch) -> Floats:
    """What item weights and neighbours of taste say, about -0.2…0.5; 0 without a crowd's model."""
    return family(batch, "collaborative")


def explain(subject: Subject) -> Sequence[Evidence]:
    """The liked titles without which it would have less, where enough people like them together."""
    found = cited(subject, "collaborative")
    signals = subject.context.signals
    if found is None or signals is None:
        return ()
    share = min(subject.weight * found.fall, subject.value)
    if signals.public:
        return (Evidence(EvidenceKind.OFTEN_TOGETHER, SCORER.name, share, items=subject.ids(found.rows)),)
    count = signals.supporters(subject.row, found.rows)
    if count < FEWEST:
        return ()
    return (Evidence(EvidenceKind.LIKED_TOGETHER, SCORER.name, share, items=subject.ids(found.rows), count=count),)


SCORER = Scorer("collaborative", raw, explain)

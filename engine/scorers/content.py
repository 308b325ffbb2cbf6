"""Closeness to the mood that a title fits best."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer, Subject

CITED = 3
"""Titles named at most."""


def probes(context: Context) -> Floats | None:
    """One vector per mood: total / (mass + shrink)."""
    return context.learned.moods


def raw(batch: Batch) -> Floats:
    """The highest shrunken mean similarity to a mood's titles, less what an average title of the domain reaches."""
    return batch.products.max(axis=0) if len(batch.products) else batch.zeros()


def explain(subject: Subject) -> Sequence[Evidence]:
    """The liked titles without which it would be less close; or that nothing liked is close."""
    if subject.value < 0:
        return (Evidence(EvidenceKind.NOTHING_CLOSE, SCORER.name, subject.value),)
    pull = subject.dossier.mood
    if pull is None or subject.value == 0:
        return ()
    cited = pull.cited(subject.row, subject.context.visible, CITED)
    fall = pull.fall(cited, subject.context.ledger.ageing(pull.members[cited]))
    if not len(cited) or not subject.context.ledger.clear(pull.similarity, pull.similarity - fall):
        return ()
    share = min(subject.weight * fall, subject.value)
    return (Evidence(EvidenceKind.SIMILAR_TO_LIKED, SCORER.name, share, items=subject.ids(pull.members[cited])),)


SCORER = Scorer("content", raw, explain, probes)

"""Closeness to what was liked in the last weeks."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer, Subject

CITED = 2


def probes(context: Context) -> Floats | None:
    """The present mood's one vector."""
    mood = context.present
    return None if mood is None else (mood.total / (mood.mass + mood.shrink))[None, :]


def raw(batch: Batch) -> Floats:
    """Mean similarity to what was liked lately, the latest counting most, -1…1."""
    return batch.products[0] if len(batch.products) else batch.zeros()


def explain(subject: Subject) -> Sequence[Evidence]:
    """The late titles it is close to, or that it is unlike them."""
    if subject.value < 0:
        return (Evidence(EvidenceKind.UNLIKE_LATELY, SCORER.name, subject.value),)
    pull = subject.dossier.present
    if pull is None or subject.value == 0:
        return ()
    cited = pull.cited(subject.row, subject.context.visible, CITED)
    fall = pull.fall(cited)
    if not len(cited) or not subject.context.ledger.clear(pull.similarity, pull.similarity - fall):
        return ()
    share = min(subject.weight * fall, subject.value)
    return (Evidence(EvidenceKind.SIMILAR_TO_LIKED, SCORER.name, share, items=subject.ids(pull.members[cited])),)


SCORER = Scorer("present", raw, explain, probes, daily=True)

"""Closeness to what was abandoned or disliked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer, Subject

CITED = 2
CLEAR = 0.40
"""Share by which the closeness must fall without what is cited: disliked titles are few, so each shifts the others."""


def probes(context: Context) -> Floats | None:
    """One vector per cluster of disliked titles."""
    return context.learned.disliked


def raw(batch: Batch) -> Floats:
    """Minus the highest similarity to disliked titles; 0 for titles no closer to them than the average one."""
    return -np.maximum(batch.products.max(axis=0), 0) if len(batch.products) else batch.zeros()


def explain(subject: Subject) -> Sequence[Evidence]:
    """The disliked titles it is close to, or that it is one of them."""
    pull = subject.dossier.disliked
    if pull is None or subject.value >= 0:
        return ()
    if subject.dossier.dropped:
        return (Evidence(EvidenceKind.DROPPED_ITSELF, SCORER.name, subject.value),)
    cited = pull.cited(subject.row, subject.context.visible, CITED)
    fall = pull.fall(cited, subject.context.ledger.ageing(pull.members[cited]))
    if not len(cited) or not subject.context.ledger.clear(pull.similarity, pull.similarity - fall, CLEAR):
        return ()
    share = max(-subject.weight * fall, subject.value)
    return (Evidence(EvidenceKind.LIKE_ABANDONED, SCORER.name, share, items=subject.ids(pull.members[cited])),)


SCORER = Scorer("anti-profile", raw, explain, probes)

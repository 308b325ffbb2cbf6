"""Public votes: how many."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject


def raw(batch: Batch) -> Floats:
    """Confidence in the public average less what is usual here, -1…1; 0 without votes."""
    return batch.take(batch.context.baselines.confidence)


def explain(subject: Subject) -> Sequence[Evidence]:
    """The number of votes."""
    catalogue = subject.context.catalogue
    if not np.isfinite(catalogue.confidence[subject.row]) or subject.value == 0:
        return ()
    kind = EvidenceKind.WIDELY_RATED if subject.value > 0 else EvidenceKind.FEW_VOTES
    return (Evidence(kind, SCORER.name, subject.value, count=int(catalogue.vote_count[subject.row])),)


SCORER = Scorer("confidence", raw, explain, role="title")

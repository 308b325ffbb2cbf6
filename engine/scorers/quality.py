"""Public votes: how good."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject


def raw(batch: Batch) -> Floats:
    """Bayesian quality less that of a title without votes, about -0.4…0.3."""
    return batch.take(batch.context.baselines.quality)


def explain(subject: Subject) -> Sequence[Evidence]:
    """The average and the votes behind it."""
    catalogue = subject.context.catalogue
    if not np.isfinite(catalogue.quality[subject.row]) or subject.value == 0:
        return ()
    kind = EvidenceKind.QUALITY if subject.value > 0 else EvidenceKind.LOW_QUALITY
    average, votes = float(catalogue.vote_average[subject.row]), int(catalogue.vote_count[subject.row])
    return (Evidence(kind, SCORER.name, subject.value, figure=round(average, 1), count=votes),)


SCORER = Scorer("quality", raw, explain, role="title")

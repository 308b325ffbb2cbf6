"""Close in subject and tone to the title that was asked about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.scorer import Batch, Scorer, Subject


def probes(context: Context) -> Floats | None:
    """The seed's own vector."""
    vectors, seed = context.catalogue.vectors, context.asked.seed
    if vectors is None or seed is None:
        return None
    exact = vectors.exact(np.array([seed]))
    return exact if exact.any() else None


def raw(batch: Batch) -> Floats:
    """Cosine to the seed less that of an average title of the domain, -1…1."""
    return batch.products[0] if len(batch.products) else batch.zeros()


def explain(subject: Subject) -> Sequence[Evidence]:
    """The seed."""
    seed = subject.context.asked.seed
    if seed is None or subject.value <= 0:
        return ()
    return (Evidence(EvidenceKind.SEED_SIMILAR, SCORER.name, subject.value, items=subject.ids(np.array([seed]))),)


SCORER = Scorer("seed-similar", raw, explain, probes, role="mode")

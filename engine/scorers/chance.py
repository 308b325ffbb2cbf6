"""A draw by lot, the same for the same viewer and date or the same seed."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.lot import draw, seed_of
from engine.scoring.scorer import Batch, Scorer, Subject


def raw(batch: Batch) -> Floats:
    """Uniform between 0 and 1."""
    return draw(seed_of(batch.context.asked), batch.take(batch.context.baselines.lots))


def explain(subject: Subject) -> Sequence[Evidence]:
    """That it was drawn."""
    return (Evidence(EvidenceKind.CHANCE, SCORER.name, subject.value),)


SCORER = Scorer("chance", raw, explain, role="mode")

"""What people tend to go on to from the titles met last."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.scoring.together import family


def raw(batch: Batch) -> Floats:
    """How often it comes close after, or before, the latest titles, about -0.1…0.3; 0 without a crowd's model."""
    return family(batch, "sequence")


def explain(_: Subject) -> Sequence[Evidence]:
    """Nothing: whose evenings it was learned from is nobody's business."""
    return ()


SCORER = Scorer("sequence", raw, explain)

"""Story, makers and genres, weighed as people with the viewer's taste weigh them; reaches titles that nobody met."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.scoring.together import cited, family

CLOSE = 0.15
"""Centred likeness from which two titles may be called alike."""


def raw(batch: Batch) -> Floats:
    """What attributes foretell, about -0.2…0.5; 0 without a crowd's model."""
    return family(batch, "attributes")


def explain(subject: Subject) -> Sequence[Evidence]:
    """The liked titles without which it would have less, where they are alike in fact."""
    found = cited(subject, "attributes")
    if found is None or (subject.dossier.closeness(found.rows) < CLOSE).any():
        return ()
    share = min(subject.weight * found.fall, subject.value)
    return (Evidence(EvidenceKind.SIMILAR_TO_LIKED, SCORER.name, share, items=subject.ids(found.rows)),)


SCORER = Scorer("attributes", raw, explain)

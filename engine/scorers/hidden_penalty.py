"""While a title is hidden, titles like it count for less."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.likeness import likeness
from engine.scoring.scorer import Batch, Scorer, Subject

FLOOR = 0.3
"""Likeness up to which nothing is lost; from there in a line to all of it for the same title."""


def raw(batch: Batch) -> Floats:
    """Minus (likeness to the closest hidden title) × (what the title had gained so far)."""
    hidden = batch.context.hidden
    if not len(hidden) or batch.subtotal is None:
        return batch.zeros()
    return -closeness(batch).max(axis=0) * np.maximum(batch.subtotal, 0)


def closeness(batch: Batch) -> Floats:
    """0–1, [hidden titles, m]; a hidden title is not held against itself."""
    hidden, rows = batch.context.hidden, batch.numbers()
    alike = likeness(batch.context.baselines, rows, hidden)
    alike[hidden[:, None] == rows[None, :]] = 0
    return np.clip((alike - FLOOR) / (1 - FLOOR), 0, 1)


def explain(subject: Subject) -> Sequence[Evidence]:
    """The hidden title it is closest to."""
    context = subject.context
    hidden = context.may_name(context.hidden)
    hidden = hidden[hidden != subject.row]
    if subject.value >= 0 or not len(hidden):
        return ()
    alike = likeness(context.baselines, np.array([subject.row]), hidden)[:, 0]
    nearest = np.argsort(-alike, kind="stable")[:1]
    if alike[nearest[0]] <= FLOOR:
        return ()
    return (Evidence(EvidenceKind.LIKE_HIDDEN, SCORER.name, subject.value, items=subject.ids(hidden[nearest])),)


SCORER = Scorer("hidden-penalty", raw, explain, last=True)

"""Loved once, and long ago."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.loved import loved_long_ago
from engine.scoring.scorer import Batch, Scorer, Subject


def probes(context: Context) -> Floats | None:
    """The present mood's one vector."""
    mood = context.present
    return None if mood is None else (mood.total / (mood.mass + mood.shrink))[None, :]


def raw(batch: Batch) -> Floats:
    """Completion × time since × (1 + closeness to the present mood), 0–2."""
    rows, values = loved_long_ago(batch.context)
    spread = np.zeros(len(batch.context.catalogue), np.float32)
    spread[rows] = values
    found = batch.take(spread)
    return found * (1 + np.clip(batch.products[0], 0, 1)) if len(batch.products) else found.copy()


def explain(subject: Subject) -> Sequence[Evidence]:
    """When it was last finished, and how often."""
    title = subject.context.profile.titles.get(subject.context.catalogue.ids[subject.row])
    if title is None or subject.value <= 0:
        return ()
    place = subject.context.profile.titles.places[title.item_id]
    watched = float(subject.context.profile.titles.last_watched[place])
    last = datetime.fromtimestamp(watched, UTC) if np.isfinite(watched) else title.last_at
    return (Evidence(EvidenceKind.LOVED_BEFORE, SCORER.name, subject.value, on=last.date(), count=title.times),)


SCORER = Scorer("loved-before", raw, explain, probes)

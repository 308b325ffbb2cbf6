"""New on the shelf, or new altogether."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from engine.catalogue import Catalogue
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject

HALF_LIFE_DAYS = 30
LONG_DAYS = 3_650
RELEASE = (0.5, 0.25)
"""For a release of this year, and of the year before."""
OLD = -0.1
"""Approached by what has stood on the shelf for years and was never started."""
OLD_HALF_LIFE_DAYS = 365
NEW_WITHIN = 60
"""Days for which a title may be called new in the library."""

_DAYS = np.arange(LONG_DAYS + 1)
_BY_AGE = (0.5 ** (_DAYS / HALF_LIFE_DAYS) + OLD * (1 - 0.5 ** (_DAYS / OLD_HALF_LIFE_DAYS))).astype(np.float32)


def raw(batch: Batch) -> Floats:
    """How new, -0.1…1.5; 0 where neither date is known."""
    return batch.take(batch.context.baselines.on_day(batch.context.asked.today, _column))


def _column(catalogue: Catalogue, today: int) -> Floats:
    fresh = _BY_AGE[np.clip(today - catalogue.added_day, 0, LONG_DAYS)]
    fresh[catalogue.added_day < 0] = 0
    since = _year(today) - catalogue.year
    for years, gain in enumerate(RELEASE):
        fresh[since == years] += np.float32(gain)
    return fresh


def explain(subject: Subject) -> Sequence[Evidence]:
    """The days on the shelf and the year of release, each with its own share."""
    catalogue, today = subject.context.catalogue, subject.context.asked.today
    found: list[Evidence] = []
    added = int(catalogue.added_day[subject.row])
    if added >= 0:
        days = max(today - added, 0)
        share = subject.weight * float(_BY_AGE[min(days, LONG_DAYS)])
        if share > 0 and days <= NEW_WITHIN:
            found.append(Evidence(EvidenceKind.NEW_IN_LIBRARY, SCORER.name, share, count=days))
        elif share < 0:
            found.append(Evidence(EvidenceKind.OLD_NEWS, SCORER.name, share, count=days))
    since = _year(today) - int(catalogue.year[subject.row])
    if 0 <= since < len(RELEASE) and subject.weight > 0:
        share, year = subject.weight * RELEASE[since], float(catalogue.year[subject.row])
        found.append(Evidence(EvidenceKind.NEW_RELEASE, SCORER.name, share, figure=year))
    return found


def _year(today: int) -> int:
    return (date(1970, 1, 1) + timedelta(days=today)).year


SCORER = Scorer("freshness", raw, explain, role="title", daily=True)

"""Genres that are finished, and genres that are left alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.baselines import Floats
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring import Batch, Scorer, Subject

CITED = 2
LEAST = 0.02
"""Affinity from which a genre is worth naming."""


def raw(batch: Batch) -> Floats:
    """Mean affinity for the title's genres, -1…1; 0 where it has none."""
    baselines, affinity = batch.context.baselines, batch.context.profile.genre_affinity
    if not affinity.any():
        return batch.zeros()
    return (baselines.genre_sets @ affinity)[batch.take(baselines.genre_set)]


def explain(subject: Subject) -> Sequence[Evidence]:
    """Its best liked genres where it gains by them, its most avoided ones where it loses."""
    catalogue, profile = subject.context.catalogue, subject.context.profile
    columns = catalogue.genres.of(subject.row)[0]
    if not len(columns) or subject.value == 0:
        return ()
    sign = 1 if subject.value > 0 else -1
    affinity, ledger = profile.genre_affinity[columns] * sign, subject.context.ledger
    found: list[Evidence] = []
    names = catalogue.genres.names
    for place in sorted(range(len(columns)), key=lambda at: (-affinity[at], names[columns[at]]))[:CITED]:
        column, share = int(columns[place]), subject.weight * sign * float(affinity[place]) / len(columns)
        started, finished = int(profile.genre_started[column]), int(profile.genre_finished[column])
        if affinity[place] < LEAST or (sign > 0 and not finished):
            continue
        if sign > 0 and not ledger.clear(subject.raw, ledger.without_genre(subject.row, column)):
            continue
        kind = EvidenceKind.GENRE_LIKED if sign > 0 else EvidenceKind.GENRE_AVOIDED
        total = started or int(profile.genre_available[column])
        genres = (names[column],)
        found.append(Evidence(kind, SCORER.name, share, genres=genres, count=finished, total=total))
    return found


SCORER = Scorer("genre", raw, explain)

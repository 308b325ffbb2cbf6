"""People a viewer returns to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.baselines import Floats, Rows
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring import Batch, Scorer, Subject

CITED_PEOPLE, CITED_TITLES = 2, 3
LEAST = 0.02
"""Affinity from which a person counts."""
MOST = 300
"""People counted, those with the strongest affinity."""


def raw(batch: Batch) -> Floats:
    """Σ affinity · part in the title over its people, pressed into -1…1 by x / (1 + |x|)."""
    profile, people = batch.context.profile, batch.context.catalogue.people
    columns, affinity = known_people(profile.people_columns, profile.people_affinity)
    if not len(columns):
        return batch.zeros()
    store, first, last = people.columns, *_span(batch.rows, len(batch.context.catalogue))
    starts = store.indptr[columns].astype(np.int64)
    lengths = store.indptr[columns + 1].astype(np.int64) - starts
    places = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
    rows, parts = store.indices[places], store.data[places] * np.repeat(affinity, lengths)
    inside = (rows >= first) & (rows < last)
    sums = np.bincount(rows[inside] - first, parts[inside], last - first).astype(np.float32)
    touched = rows[inside] - first
    felt = sums[touched]
    sums[touched] = felt / (1 + np.abs(felt))
    return sums if isinstance(batch.rows, slice) else sums[batch.rows]


def _span(rows: Rows, size: int) -> tuple[int, int]:
    """Where the rows lie, if together; else the whole catalogue."""
    return (int(rows.start), int(rows.stop)) if isinstance(rows, slice) else (0, size)


def known_people(columns: NDArray[np.int64], affinity: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The people that count, and their affinity."""
    strong = np.abs(affinity)
    counted = np.flatnonzero(strong >= LEAST)
    if len(counted) > MOST:
        counted = np.sort(counted[np.argsort(-strong[counted], kind="stable")[:MOST]])
    return columns[counted], affinity[counted]


def explain(subject: Subject) -> Sequence[Evidence]:
    """Liked people with finished titles of theirs that may be named."""
    catalogue, profile = subject.context.catalogue, subject.context.profile
    if subject.value <= 0:
        return ()
    columns, parts = catalogue.people.of(subject.row)
    affinity = profile.people_scores(len(catalogue.people.names))[columns]
    gains = affinity * parts
    whole = float(np.abs(gains).sum())
    ledger = subject.context.ledger
    found: list[Evidence] = []
    names = catalogue.people.names
    for place in sorted(range(len(gains)), key=lambda at: (-gains[at], names[columns[at]]))[:CITED_PEOPLE]:
        column = int(columns[place])
        behind = subject.context.may_name(profile.people_titles.get(column, np.zeros(0, np.int64)))
        behind = behind[behind != subject.row][:CITED_TITLES]
        if affinity[place] < LEAST or not len(behind):
            continue
        if not ledger.clear(subject.raw, ledger.people(subject.row, behind)):
            continue
        found.append(
            Evidence(
                EvidenceKind.PERSON_LIKED,
                SCORER.name,
                subject.value * float(gains[place]) / whole,
                items=subject.ids(behind),
                people=(names[column],),
                role=catalogue.role_of(column, subject.context.visible),
            )
        )
    return found


SCORER = Scorer("personnel", raw, explain)

"""People a viewer returns to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.credited import Connection, connections
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats, Rows
from engine.scoring.likeness import largest_first
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.taste.profile import TasteProfile

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
    """Liked people with finished titles of theirs that may be named; disliked ones with those that were dropped."""
    if subject.value > 0:
        return [fact for person in _strongest(subject) if (fact := _liked(subject, person)) is not None]
    if subject.value < 0:
        found = [fact for person in _strongest(subject) if (fact := _dropped(subject, person)) is not None]
        return found or _unnamed(subject)
    return ()


def _unnamed(subject: Subject) -> Sequence[Evidence]:
    """Where nobody may be named: that the title itself was dropped, or that others with the same people were."""
    without = subject.context.ledger.people(subject.row, np.array([subject.row]))
    if subject.dossier.dropped:
        return (Evidence(EvidenceKind.DROPPED_ITSELF, SCORER.name, subject.value),)
    return (Evidence(EvidenceKind.PERSON_DROPPED, SCORER.name, subject.value),) if without < 0 else ()


@dataclass(frozen=True, slots=True)
class _Person:
    column: int
    share: float
    """Of the contribution, of its sign."""


def _strongest(subject: Subject) -> list[_Person]:
    """Those who move the figure most in the direction it goes."""
    catalogue, profile = subject.context.catalogue, subject.context.profile
    columns, parts = catalogue.people.of(subject.row)
    affinity = np.zeros(len(catalogue.people.names), np.float32)
    counted, felt = known_people(profile.people_columns, profile.people_affinity)
    affinity[counted] = felt
    gains = affinity[columns] * parts * np.float32(np.sign(subject.value))
    whole = float(np.abs(gains).sum())
    first = [place for place in largest_first(catalogue.people, columns, gains)[:CITED_PEOPLE] if gains[place] > 0]
    return [_Person(int(columns[place]), subject.value * float(gains[place]) / whole) for place in first]


def _liked(subject: Subject, person: _Person) -> Evidence | None:
    """Finished titles of theirs, in the role they have in this one where there are any."""
    context, profile = subject.context, subject.context.profile
    behind = profile.people_titles.get(person.column, np.zeros(0, np.int64))
    behind = _others(subject, behind[_finished(profile, behind)])
    for known in connections(context.catalogue, person.column, subject.row, behind, CITED_TITLES):
        if context.ledger.clear(subject.raw, context.ledger.people(subject.row, known.rows)):
            return _told(subject, EvidenceKind.PERSON_LIKED, person, known)
    return None


def _dropped(subject: Subject, person: _Person) -> Evidence | None:
    """Titles of theirs that were abandoned or disliked."""
    context, titles = subject.context, subject.context.profile.titles
    disliked = titles.rows[titles.disliked & (titles.rows >= 0)]
    behind = np.sort(disliked[np.isin(disliked, context.catalogue.people.having(person.column))])
    for known in connections(context.catalogue, person.column, subject.row, _others(subject, behind), CITED_TITLES):
        without = context.ledger.people(subject.row, known.rows)
        if np.isfinite(without) and context.ledger.clear(-subject.raw, -without):
            return _told(subject, EvidenceKind.PERSON_DROPPED, person, known)
    return None


def _others(subject: Subject, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    named = subject.context.may_name(rows)
    return named[named != subject.row]


def _finished(profile: TasteProfile, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    titles = profile.titles
    return np.isin(rows, titles.rows[titles.times > 0])


def _told(subject: Subject, kind: EvidenceKind, person: _Person, known: Connection) -> Evidence:
    name = subject.context.catalogue.people.names[person.column]
    return Evidence(kind, SCORER.name, person.share, items=subject.ids(known.rows), people=(name,), role=known.role)


SCORER = Scorer("personnel", raw, explain)

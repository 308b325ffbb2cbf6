"""People a viewer returns to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.columns.credited import Connection, connections
from engine.domain.evidence import Evidence, EvidenceKind
from engine.scoring.baselines import Floats, among
from engine.scoring.likeness import largest_first
from engine.scoring.scorer import Batch, Scorer, Subject

CITED_PEOPLE, CITED_TITLES = 2, 3
FEW = 8
"""Titles fewer than one in so many are looked at by their people, else the people by their titles."""


def raw(batch: Batch) -> Floats:
    """``Learned.by_people``: Σ affinity · part in the title over its people, -1…1; 0 for titles without."""
    learned = batch.context.learned
    if isinstance(batch.rows, slice) or len(batch.rows) * FEW > len(learned.catalogue):
        return batch.take(learned.by_people())
    return learned.by_people_at(batch.rows)


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
    without = subject.context.ledger.people(subject.dossier.credits, np.array([subject.row]))
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
    catalogue = subject.context.catalogue
    columns, parts = catalogue.people.of(subject.row)
    gains = subject.context.learned.affinity_for(columns) * parts * np.float32(np.sign(subject.value))
    whole = float(np.abs(gains).sum())
    first = [place for place in largest_first(catalogue.people, columns, gains)[:CITED_PEOPLE] if gains[place] > 0]
    return [_Person(int(columns[place]), subject.value * float(gains[place]) / whole) for place in first]


def _liked(subject: Subject, person: _Person) -> Evidence | None:
    """Finished titles of theirs, in the role they have in this one where there are any."""
    context = subject.context
    behind = subject.dossier.behind(person.column)
    behind = _others(subject, behind[among(behind, context.learned.finished)])
    for known in connections(context.catalogue, person.column, subject.row, behind, CITED_TITLES):
        if context.ledger.clear(subject.raw, context.ledger.people(subject.dossier.credits, known.rows)):
            return _told(subject, EvidenceKind.PERSON_LIKED, person, known)
    return None


def _dropped(subject: Subject, person: _Person) -> Evidence | None:
    """Titles of theirs that were abandoned or disliked."""
    context, titles = subject.context, subject.context.profile.titles
    disliked = titles.rows[titles.disliked & (titles.rows >= 0)]
    behind = np.sort(disliked[among(disliked, context.catalogue.people.having(person.column))])
    for known in connections(context.catalogue, person.column, subject.row, _others(subject, behind), CITED_TITLES):
        without = context.ledger.people(subject.dossier.credits, known.rows)
        if np.isfinite(without) and context.ledger.clear(-subject.raw, -without):
            return _told(subject, EvidenceKind.PERSON_DROPPED, person, known)
    return None


def _others(subject: Subject, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    named = subject.context.may_name(rows)
    return named[named != subject.row]


def _told(subject: Subject, kind: EvidenceKind, person: _Person, known: Connection) -> Evidence:
    name = subject.context.catalogue.people.names[person.column]
    return Evidence(kind, SCORER.name, person.share, items=subject.ids(known.rows), people=(name,), role=known.role)


SCORER = Scorer("personnel", raw, explain)

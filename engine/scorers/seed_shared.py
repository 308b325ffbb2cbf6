"""Shares people, genres or keywords with the title that was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.catalogue import role_bit, roles_of
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.items import CreditRole
from engine.scoring.baselines import Floats
from engine.scoring.scorer import Batch, Scorer, Subject
from engine.scoring.shared import GENRES, KEYWORDS, PEOPLE, shared_names, shared_with

CITED = 3


def raw(batch: Batch) -> Floats:
    """Weighted share of the seed's people, genres and keywords, 0–1."""
    seed = batch.context.asked.seed
    return batch.zeros() if seed is None else shared_with(batch.context.baselines, seed, batch).total()


def explain(subject: Subject) -> Sequence[Evidence]:
    """What is shared, by kind, each with its own share."""
    context, seed = subject.context, subject.context.asked.seed
    if seed is None or subject.value <= 0:
        return ()
    one = subject.alone
    shared, catalogue = shared_with(context.baselines, seed, one), context.catalogue
    base = Evidence(EvidenceKind.SEED_SHARED, SCORER.name, 0.0, items=subject.ids(np.array([seed])))
    found: list[Evidence] = []
    if people := shared_names(subject, seed, catalogue.people):
        role, same = _same_part(subject, seed, people)
        names = tuple(catalogue.people.names[column] for column in same[:CITED])
        share = subject.weight * PEOPLE * float(shared.people[0])
        found.append(replace(base, value=share, people=names, role=role))
    if genres := shared_names(subject, seed, catalogue.genres):
        names = tuple(catalogue.genres.names[column] for column in genres[:CITED])
        found.append(replace(base, value=subject.weight * GENRES * float(shared.genres[0]), genres=names))
    if keywords := shared_names(subject, seed, catalogue.keywords):
        names = tuple(catalogue.keywords.names[column] for column in keywords[:CITED])
        found.append(replace(base, value=subject.weight * KEYWORDS * float(shared.keywords[0]), keywords=names))
    return found


def _same_part(subject: Subject, seed: int, people: Sequence[int]) -> tuple[CreditRole | None, list[int]]:
    """A role that the first of ``people`` has in both titles, and all who share it; None where they changed roles."""
    catalogue, both = subject.context.catalogue, np.array([seed, subject.row])
    common = [int(np.bitwise_and.reduce(catalogue.credits_in(person, both))) for person in people]
    role = next(iter(roles_of(common[0])), None)
    bit = role_bit(role) if role else 0
    return role, [person for person, bits in zip(people, common, strict=True) if bits & bit or not (bits or bit)]


SCORER = Scorer("seed-shared", raw, explain, role="mode")

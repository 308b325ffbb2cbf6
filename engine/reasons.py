"""Contributions into evidence: what may be said of a title, strongest first. Only for the few that are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.domain.slate import Contribution, Influence
from engine.ranking import Weighted
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.influence import Dossier
from engine.scoring.scorer import Subject

MOST_INFLUENCES = 5
TRIFLE = 1e-6
"""Contributions smaller than this are nothing to speak of."""


def contributions(scorers: Sequence[Weighted], raws: Floats, values: Floats) -> tuple[Contribution, ...]:
    """The parts of one score, in the scorers' order, without those that are nothing; they sum to the score."""
    return tuple(
        Contribution(scorer.name, float(value), float(weight), float(raw))
        for (scorer, weight), raw, value in zip(scorers, raws, values, strict=True)
        if value
    )


def evidence(dossier: Dossier, scorers: Sequence[Weighted], raws: Floats) -> tuple[Evidence, ...]:
    """What moved the title, gains first; every cited title may be shown to the viewer."""
    found: list[Evidence] = []
    for (scorer, weight), raw in zip(scorers, raws, strict=True):
        if abs(weight * float(raw)) > TRIFLE:
            found.extend(scorer.explain(Subject(dossier, weight, float(raw))))
    return ordered(found)


def ordered(facts: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What speaks for the title first, then what speaks against it, each by strength; trifles left out."""
    told = [fact for fact in facts if abs(fact.value) > TRIFLE]
    return tuple(sorted(told, key=lambda fact: (fact.value < 0, -abs(fact.value))))


def influences(
    dossier: Dossier, scorers: Sequence[Weighted], first: frozenset[int] = frozenset()
) -> tuple[Influence, ...]:
    """The viewer's titles without which the score would be lower, and by how much; ``first`` lead, then strength."""
    context, row = dossier.context, dossier.row
    weights = {scorer.name: weight for scorer, weight in scorers}
    gains: defaultdict[int, float] = defaultdict(float)
    for name, members, falls in (*_pulls(dossier), *_by_people(context, row)):
        weight = weights.get(name, 0.0)
        for member, fall in zip(members.tolist(), falls.tolist(), strict=True):
            if fall > 0 and weight > 0 and member != row:
                gains[member] += weight * fall
    best = sorted(gains.items(), key=lambda pair: (pair[0] not in first, -pair[1], pair[0]))
    named = [(member, gain) for member, gain in best if gain > TRIFLE and context.visible[member]]
    return tuple(Influence(context.catalogue.ids[member], gain) for member, gain in named[:MOST_INFLUENCES])


def _pulls(dossier: Dossier) -> list[tuple[str, NDArray[np.int64], Floats]]:
    pulls = {"content": dossier.mood, "present": dossier.present}
    return [(name, pull.members, pull.falls) for name, pull in pulls.items() if pull is not None]


def _by_people(context: Context, row: int) -> list[tuple[str, NDArray[np.int64], Floats]]:
    """Each liked person's part in the personnel figure, divided among their liked titles."""
    profile, people = context.profile, context.catalogue.people
    columns, parts = people.of(row)
    gains = profile.affinity_for(columns) * parts
    pressed = 1 + float(np.abs(gains.sum()))
    found: list[tuple[str, NDArray[np.int64], Floats]] = []
    for place in np.flatnonzero(gains > 0):
        behind = profile.people_titles.get(int(columns[place]), np.zeros(0, np.int64))
        if len(behind):
            share = np.full(len(behind), gains[place] / pressed / len(behind), np.float32)
            found.append(("personnel", behind, share))
    return found

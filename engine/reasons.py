"""Contributions into evidence: what may be said of a title, strongest first. Only for the few that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.domain.slate import Contribution, Influence
from engine.scoring.baselines import Floats
from engine.scoring.figures import Weighted
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
    pulls = [
        (members, weight * falls.astype(np.float64))
        for name, members, falls in (*_pulls(dossier), *_by_people(dossier))
        if (weight := weights.get(name, 0.0)) > 0
    ]
    if not pulls:
        return ()
    members = np.concatenate([part for part, _ in pulls])
    gains = np.concatenate([part for _, part in pulls])
    counted = np.flatnonzero((gains > 0) & (members != row) & context.visible[members])
    if not len(counted):
        return ()
    counted = counted[np.argsort(members[counted], kind="stable")]
    members = members[counted]
    first_of = np.flatnonzero(np.append(True, members[1:] != members[:-1]))
    titles, sums = members[first_of], np.add.reduceat(gains[counted], first_of)
    order = np.argsort(-sums, kind="stable")
    order = order[sums[order] > TRIFLE]
    named = [(int(titles[k]), float(sums[k])) for k in (order if first else order[:MOST_INFLUENCES])]
    named.sort(key=lambda pair: pair[0] not in first)
    return tuple(Influence(context.catalogue.ids[member], gain) for member, gain in named[:MOST_INFLUENCES])


def _pulls(dossier: Dossier) -> list[tuple[str, NDArray[np.int64], Floats]]:
    pulls = {"content": dossier.mood, "present": dossier.present}
    return [(name, pull.members, pull.falls) for name, pull in pulls.items() if pull is not None]


def _by_people(dossier: Dossier) -> list[tuple[str, NDArray[np.int64], Floats]]:
    """Each liked person's part in the personnel figure, divided among their liked titles."""
    columns, parts = dossier.context.catalogue.people.of(dossier.row)
    gains = dossier.context.profile.affinity_for(columns) * parts
    pressed = 1 + float(np.abs(gains.sum()))
    found: list[tuple[str, NDArray[np.int64], Floats]] = []
    for place in np.flatnonzero(gains > 0):
        behind = dossier.behind(int(columns[place]))
        if len(behind):
            share = np.full(len(behind), gains[place] / pressed / len(behind), np.float32)
            found.append(("personnel", behind, share))
    return found

"""Contributions into evidence: what may be said of a title, strongest first. Only for the few that are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.domain.evidence import Evidence
from engine.domain.slate import Contribution, Influence
from engine.scoring.baselines import Floats
from engine.scoring.figures import Weighted
from engine.scoring.influence import Dossier
from engine.scoring.learned import Told
from engine.scoring.scorer import Scorer, Subject
from engine.scoring.whole import holding

Rows = NDArray[np.int64]
Gains = tuple[Rows, NDArray[np.float64]]
MOST_INFLUENCES = 5
NOTHING_TOLD: Mapping[str, tuple[Evidence, ...]] = {}
TRIFLE = 1e-6
"""Contributions smaller than this are nothing to speak of."""


def contributions(scorers: Sequence[Weighted], raws: Floats, values: Floats) -> tuple[Contribution, ...]:
    """The parts of one score, in the scorers' order, without those that are nothing; they sum to the score."""
    return tuple(
        Contribution(scorer.name, float(value), float(weight), float(raw))
        for (scorer, weight), raw, value in zip(scorers, raws, values, strict=True)
        if value
    )


def evidence(
    dossier: Dossier, scorers: Sequence[Weighted], raws: Floats, known: Told | None = None
) -> tuple[Evidence, ...]:
    """What moved the title, gains first; every cited title may be shown to the viewer. ``known`` is not told anew."""
    facts = known.facts if known is not None else NOTHING_TOLD
    found: list[Evidence] = []
    for (scorer, weight), raw in zip(scorers, raws, strict=True):
        if scorer.name in facts:
            found.extend(facts[scorer.name])
        elif abs(weight * float(raw)) > TRIFLE:
            found.extend(scorer.explain(Subject(dossier, weight, float(raw))))
    return holding(dossier, ordered(found))


def outlasting(dossier: Dossier, scorers: Sequence[Weighted], raws: Floats) -> Told:
    """What of the reasons stays the same on another day; nothing of what depends on the question."""
    facts: dict[str, tuple[Evidence, ...]] = {}
    for (scorer, weight), raw in zip(scorers, raws, strict=True):
        if outlasts(scorer):
            told = abs(weight * float(raw)) > TRIFLE
            facts[scorer.name] = tuple(scorer.explain(Subject(dossier, weight, float(raw)))) if told else ()
    members, gains = _by_title(dossier, _weighed(scorers, [*_by_mood(dossier), *_by_people(dossier)]))
    return Told(facts, members.astype(np.int32), gains.astype(np.float32))


def outlasts(scorer: Scorer) -> bool:
    """Whether what it says of a title stays the same on another day. What comes last reads the sum of all others."""
    return not (scorer.asked or scorer.daily or scorer.last)


def ordered(facts: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What speaks for the title first, then what speaks against it, each by strength; trifles left out."""
    told = [fact for fact in facts if abs(fact.value) > TRIFLE]
    return tuple(sorted(told, key=lambda fact: (fact.value < 0, -abs(fact.value))))


def influences(
    dossier: Dossier, scorers: Sequence[Weighted], first: frozenset[int] = frozenset(), known: Told | None = None
) -> tuple[Influence, ...]:
    """The viewer's titles without which the score would be lower, and by how much; ``first`` lead, then strength."""
    lately = _weighed(scorers, _lately(dossier))
    if known is None:
        always = _weighed(scorers, [*_by_mood(dossier), *_by_people(dossier)])
    else:
        always = [(known.members.astype(np.int64), known.gains.astype(np.float64))]
    titles, sums = _by_title(dossier, [*always, *lately])
    order = np.argsort(-sums, kind="stable")
    order = order[sums[order] > TRIFLE]
    named = [(int(titles[k]), float(sums[k])) for k in (order if first else order[:MOST_INFLUENCES])]
    named.sort(key=lambda pair: pair[0] not in first)
    return tuple(Influence(dossier.context.catalogue.ids[member], gain) for member, gain in named[:MOST_INFLUENCES])


def _weighed(scorers: Sequence[Weighted], pulls: Sequence[tuple[str, Rows, Floats]]) -> list[Gains]:
    """Titles and what each brings to the score, by scorers that count."""
    weights = {scorer.name: weight for scorer, weight in scorers}
    return [
        (members, weight * falls.astype(np.float64))
        for name, members, falls in pulls
        if (weight := weights.get(name, 0.0)) > 0
    ]


def _by_title(dossier: Dossier, pulls: Sequence[Gains]) -> Gains:
    """Titles other than this one that may be named, ascending, each once, and the sum of what it brings."""
    members = np.concatenate([np.zeros(0, np.int64), *(part for part, _ in pulls)])
    gains = np.concatenate([np.zeros(0), *(part for _, part in pulls)])
    counted = np.flatnonzero((gains > 0) & (members != dossier.row) & dossier.context.visible[members])
    if not len(counted):
        return members[counted], gains[counted]
    counted = counted[np.argsort(members[counted], kind="stable")]
    members = members[counted]
    first_of = np.flatnonzero(np.append(True, members[1:] != members[:-1]))
    return members[first_of], np.add.reduceat(gains[counted], first_of)


def _by_mood(dossier: Dossier) -> list[tuple[str, Rows, Floats]]:
    return [] if dossier.mood is None else [("content", dossier.mood.members, dossier.mood.falls)]


def _lately(dossier: Dossier) -> list[tuple[str, Rows, Floats]]:
    return [] if dossier.present is None else [("present", dossier.present.members, dossier.present.falls)]


def _by_people(dossier: Dossier) -> list[tuple[str, Rows, Floats]]:
    """Each liked person's part in the personnel figure, divided among their liked titles."""
    columns, parts = dossier.context.catalogue.people.of(dossier.row)
    gains = dossier.context.profile.affinity_for(columns) * parts
    pressed = 1 + float(np.abs(gains.sum()))
    found: list[tuple[str, Rows, Floats]] = []
    for place in np.flatnonzero(gains > 0):
        behind = dossier.behind(int(columns[place]))
        if len(behind):
            share = np.full(len(behind), gains[place] / pressed / len(behind), np.float32)
            found.append(("personnel", behind, share))
    return found

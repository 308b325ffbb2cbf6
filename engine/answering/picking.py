"""From a choice to a pick: how likely it is liked, what its score is made of, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answering.ranked import Ranked
from engine.answering.situation import Situation
from engine.domain.evidence import Evidence, EvidenceKind
from engine.domain.slate import Confidence, Contribution, Pick
from engine.match import by_width, certainty, word
from engine.reasons import contributions, evidence, influences, ordered, outlasting, outlasts
from engine.rerankers import STARTER, Choice
from engine.scoring.baselines import Floats
from engine.scoring.context import Context
from engine.scoring.figures import Weighted
from engine.scoring.influence import Dossier
from engine.scoring.learned import Reasons
from engine.scoring.pulls import Pulls
from engine.scoring.standing import surroundings


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is worked out of a choice together with the others of its domain, because that is quicker."""

    score: float
    match: float
    confidence: Confidence
    beside: Pulls
    """The choices of the domain, compared together."""


def told_of(situation: Situation, ranked: Ranked, scores: Mapping[int, float]) -> dict[int, Told]:
    """By place in the field, as ``scores`` are."""
    found: dict[int, Told] = {}
    places = np.array(list(scores), np.int64)
    for which, ranking in enumerate(ranked.rankings):
        own = places[ranked.origin[places, 0] == which]
        if not len(own):
            continue
        rows, final = ranked.field.rows[own], [scores[int(place)] for place in own]
        likely, beside = likelihoods(situation, ranking.context, rows, final), Pulls(ranking.context, rows)
        for place, score, (match, sureness) in zip(own.tolist(), final, likely, strict=True):
            found[place] = Told(score, match, sureness, beside)
    return found


def pick_of(situation: Situation, ranked: Ranked, choice: Choice, number: int, told: Told) -> Pick:
    which, place = (int(part) for part in ranked.origin[choice.place])
    ranking = ranked.rankings[which]
    context, row = ranking.context, int(ranking.rows[place])
    raws, values = ranking.at(place)
    parts = contributions(ranking.scorers, raws, values)
    first = frozenset(context.catalogue.rows_of(situation.asked.filters.influenced_by).tolist())
    facts, influenced = _reasons(Dossier(context, row, told.beside), ranking.scorers, raws, first)
    if choice.fresh:
        parts, facts = _started(situation, choice, parts, facts)
    return Pick(
        item_id=context.catalogue.ids[row],
        rank=number,
        score=told.score,
        match=told.match,
        confidence=told.confidence,
        contributions=parts,
        evidence=facts,
        influenced_by=influenced,
        source=situation.mode.label,
        propensity=choice.propensity,
        trial=choice.trial,
    )


def _reasons(dossier: Dossier, scorers: Sequence[Weighted], raws: Floats, first: frozenset[int]) -> Reasons:
    """Kept, unless it is the question that they depend on; on another day only what that changes is told anew."""
    context = dossier.context
    if first or context.asked.filters.exclude_influence or any(scorer.asked for scorer, _ in scorers):
        return evidence(dossier, scorers, raws), influences(dossier, scorers, first)
    always = raws[[outlasts(scorer) for scorer, _ in scorers]].tobytes()
    weights = tuple((scorer.name, weight) for scorer, weight in scorers)
    circumstances = *surroundings(context), dossier.row, weights

    def tell() -> Reasons:
        known = context.learned.told((*circumstances, always), lambda: outlasting(dossier, scorers, raws))
        return evidence(dossier, scorers, raws, known), influences(dossier, scorers, known=known)

    today = context.asked.today, raws.tobytes(), context.hidden.tobytes()
    return context.learned.reasons((*circumstances, *today), tell)


def _started(
    situation: Situation, choice: Choice, parts: tuple[Contribution, ...], facts: tuple[Evidence, ...]
) -> tuple[tuple[Contribution, ...], tuple[Evidence, ...]]:
    """With the gain of genres that the list did not have yet."""
    gain = STARTER * choice.fresh
    genres = tuple(sorted(situation.baselines.catalogue.genres.names[column] for column in choice.fresh_genres))
    fact = Evidence(EvidenceKind.STARTER, "starter", gain, genres=genres)
    return (*parts, Contribution("starter", gain, STARTER, choice.fresh)), ordered((*facts, fact))


def likelihoods(
    situation: Situation, context: Context, rows: NDArray[np.int64], scores: Sequence[float]
) -> list[tuple[float, Confidence]]:
    """How likely the viewer likes each title of a domain once they watch it, and in a word how sure that is.

    A crowd's model has learned that from what came of titles that were held back; without one the scores must do.
    """
    signals = context.signals
    if signals is None:
        return list(zip(_matches(situation, scores), map(word, certainty(context, rows).tolist()), strict=True))
    likely, half = signals.likely(rows, signals.sums(rows))
    return list(zip(likely.tolist(), map(by_width, half.tolist()), strict=True))


def _matches(situation: Situation, scores: Sequence[float]) -> list[float]:
    scaled = np.array([score * situation.mode.match_scale for score in scores], np.float32)
    return situation.rules.calibration.match(scaled).tolist()
